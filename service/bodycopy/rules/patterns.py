"""Patterns of rules: what they may name and cost, and how they are compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Self

import re2
from pydantic import AfterValidator, ValidationInfo

MAX_PATTERN = 1_000
MAX_EXPANDED = 20_000
#: Bound on a compiled pattern: patterns share automata, and these their memory.
MAX_STEPS = 4_000
#: Bound on all patterns of a pack together.
MAX_PACK_STEPS: Final = 1_000_000
#: What an automaton and the states that it is in may take.
MEMORY: Final = 12 << 20
#: A pattern that counts or names a class of letters may compile to a million steps, for a second in which
#: nothing else runs. So it is compiled with little memory first, in which RE2 gives up soon; that counts as
#: so many steps.
CHECKED_MEMORY: Final = 1 << 20
GIVEN_UP_STEPS: Final = 25_000
_COUNTED: Final = re.compile(r"\{|\\[pP]")
#: RE2's `\C`: a match may then begin or end within a letter, at no offset of the text.
_BYTE: Final = re.compile(r"(?<!\\)(?:\\\\)*\\C")
TERM_NAME: Final = re.compile(r"[a-z][a-z_]+")
#: How a pattern names a term.
TERM: Final = re.compile(rf"(?<!\\[pP])\{{({TERM_NAME.pattern})\}}")


@dataclass(slots=True)
class Scope:
    """What is known where patterns are read: the terms that they may name, and how many steps they may
    compile to in all. It counts the steps of every pattern that is tried, so that a list of costly ones
    ends soon. Patterns that were `checked` before are not compiled until one is asked for."""

    terms: Mapping[str, str] = field(default_factory=dict)
    limit: int = MAX_PACK_STEPS
    steps: int = 0
    checked: bool = False


def _compiles(pattern: str, info: ValidationInfo) -> "CompiledPattern":
    scope: Scope = info.context or Scope()
    if len(pattern) > MAX_PATTERN:
        raise ValueError(
            f"the pattern has {len(pattern)} characters; at most {MAX_PATTERN} are accepted (a part that "
            "patterns share can be named in terms.yaml and written {name})"
        )
    expanded = expand(pattern, scope.terms)
    if scope.checked:
        return CompiledPattern.checked_before(expanded)
    if scope.steps > scope.limit:
        raise ValueError("not read: the patterns before it are too large or too many, see there")
    try:
        compiled = CompiledPattern(expanded)
    except UnicodeEncodeError:
        raise ValueError("the pattern holds a lone surrogate, which no text does") from None
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        if "too large" in reason:
            scope.steps += GIVEN_UP_STEPS
            raise _too_large(f"more than {2 * MAX_STEPS}") from None
        raise ValueError(
            f"not a pattern that RE2 can run ({reason}); look-around and back-references are not accepted"
        ) from None
    if _BYTE.search(compiled):
        raise ValueError(r"\C stands for one byte, perhaps half a letter, and is not accepted; say (?s:.)")
    steps = compiled.checked.programsize
    scope.steps += steps
    if steps > MAX_STEPS:
        raise _too_large(str(steps))
    if scope.steps > scope.limit:
        raise ValueError(
            f"with this pattern all patterns compile to {scope.steps} steps; at most {scope.limit} are "
            "accepted"
        )
    if compiled.checked.search("") is not None:
        raise ValueError("the pattern matches the empty text, so it would match every block")
    return compiled


def _too_large(steps: str) -> ValueError:
    return ValueError(
        f"the pattern compiles to {steps} steps; at most {MAX_STEPS} are accepted "
        r"(\p{L} and \p{Lu} are costly, most of all repeated: say \S or [^\s,] and (?-i:[A-ZÀ-Þ]))"
    )


def expand(pattern: str, terms: Mapping[str, str]) -> str:
    """`pattern` with each `{name}` replaced by the term of that name, as a group.

    Raises ValueError for a name that is no term, or where the whole grows beyond MAX_EXPANDED.
    """

    def term(found: re.Match[str]) -> str:
        if found[1] not in terms:
            known = ", ".join(sorted(terms)) or "none are defined"
            raise ValueError(f"{{{found[1]}}} is not a term of terms.yaml ({known})")
        return f"(?:{terms[found[1]]})"

    expanded = TERM.sub(term, pattern)
    if len(expanded) > MAX_EXPANDED:
        raise ValueError(f"with its terms the pattern has {len(expanded)} characters; at most {MAX_EXPANDED}")
    return expanded


class CompiledPattern(str):
    """A pattern's text that carries its automaton until it is told to forget it, and then makes it anew where
    it is asked for: those of all shipped rules take 40 MB, and most never run alone."""

    __slots__ = ("_made",)

    _made: "re2._Regexp | None"

    def __new__(cls, pattern: str) -> Self:
        """Raises re2.error where `pattern` does not compile, or counts and compiles to far too much."""
        found = super().__new__(cls, pattern)
        found._made = _checked(pattern)
        return found

    @classmethod
    def checked_before(cls, pattern: str) -> Self:
        """One that is not compiled until it is asked for."""
        found = super().__new__(cls, pattern)
        found._made = None
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return CompiledPattern.checked_before, (str(self),)

    @property
    def checked(self) -> "re2._Regexp":
        """With little memory where the pattern counts."""
        made = self._made or _checked(self)
        self._made = made
        return made

    @property
    def automaton(self) -> "re2._Regexp":
        """With all the memory that it takes to run alone."""
        made = self.checked
        if made.options.max_mem < MEMORY:
            self._made = made = _compile(self, MEMORY)
        return made

    def forget(self) -> None:
        """Lets go of the automaton."""
        self._made = None


def compile_pattern(pattern: str) -> "re2._Regexp":
    """`pattern`, compiled as every pattern of every rule is: a rule's pattern is compiled already.

    Raises re2.error where it does not compile.
    """
    return pattern.automaton if isinstance(pattern, CompiledPattern) else _compile(pattern, MEMORY)


def compile_for_look(pattern: str) -> "re2._Regexp":
    """`pattern`, compiled to ask it for its steps or a few short lines: a rule's pattern that counts may have
    little memory. Raises re2.error where it does not compile."""
    return pattern.checked if isinstance(pattern, CompiledPattern) else _compile(pattern, MEMORY)


def count_steps(pattern: str) -> int:
    """How many steps `pattern` compiles to. Raises re2.error where it does not compile."""
    steps: int = compile_for_look(pattern).programsize
    return steps


def _checked(pattern: str) -> "re2._Regexp":
    return _compile(pattern, CHECKED_MEMORY if _COUNTED.search(pattern) else MEMORY)


def forget(pattern: str) -> None:
    """Lets go of what `pattern` compiled to: it has its place in a shared automaton, or waits for one."""
    if isinstance(pattern, CompiledPattern):
        pattern.forget()


def _compile(pattern: str, memory: int) -> "re2._Regexp":
    made = re2.compile(str(pattern), re2_options(memory))
    re2.purge()  # RE2 would remember the last patterns and what their automata hold, of requests too
    return made


def re2_options(memory: int = MEMORY) -> "re2.Options":
    """How every pattern of every rule is compiled."""
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = memory
    return options


Pattern = Annotated[str, AfterValidator(_compiles)]
