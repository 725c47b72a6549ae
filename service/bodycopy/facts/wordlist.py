"""Lists of words as they are written in the modules beside this one: between spaces and line ends."""


def words(text: str) -> frozenset[str]:
    """The words of `text`, as a set."""
    return frozenset(text.split())
