"""What OLD and NEW name: the shipped rules, packs laid over them, or a whole ruleset of its own."""

from pathlib import Path
from typing import Final

from bodycopy.errors import OptionError
from bodycopy.rules.load import load, load_over_shipped
from bodycopy.rules.ruleset import Ruleset

#: Names the shipped rules; a folder of this name is written ./shipped.
SHIPPED: Final = "shipped"


def named_ruleset(name: str) -> Ruleset:
    """The ruleset that `name` stands for: `shipped`; a folder with a file VERSION, as the shipped rules
    have it, alone; any other folder laid over the shipped rules.

    Raises OptionError where there is no such folder, RuleError for broken packs.
    """
    if name == SHIPPED:
        return load()
    folder = Path(name)
    if not name or not folder.is_dir():
        raise OptionError(
            f"{name or repr('')}: is not a folder of rules; a folder or the word {SHIPPED!r} is accepted"
        )
    if (folder / "VERSION").is_file():
        return load(folder)
    return load_over_shipped([folder])
