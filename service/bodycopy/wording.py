"""Numbers and quoted texts in sentences."""


def counted(number: int, noun: str) -> str:
    """`1 word`, `2,000 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shorten(text: str, length: int) -> str:
    """`text`, of a longer one than `length` its beginning."""
    return text if len(text) <= length else text[: length - 2].rstrip() + " …"
