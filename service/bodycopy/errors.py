"""The errors a caller can meet. Each message says what is wrong, where, and what is accepted."""


class BodycopyError(Exception):
    """Base of every error that bodycopy raises on purpose."""


class InputError(BodycopyError, ValueError):
    """The document can't be read: the message says why and what is accepted."""


class EmptyInputError(InputError):
    """The document holds no visible character."""


class BinaryInputError(InputError):
    """The bytes are not text."""


class EncodingError(InputError):
    """The bytes are not text in the encoding that was declared or found."""


class MediaTypeError(InputError):
    """The media type is not one that bodycopy reads."""


class TooMuchWorkError(InputError):
    """The rules that came with the document would take too long on it."""


class OptionError(BodycopyError, ValueError):
    """An option has a value that is not accepted, such as a label or a rule that does not exist."""


class RuleError(BodycopyError, ValueError):
    """One or more packs are broken.

    `problems` holds every problem found, each a line `file:line: key: what is wrong`.
    """

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))
