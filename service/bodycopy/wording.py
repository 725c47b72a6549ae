"""Numbers in sentences."""


def counted(number: int, noun: str) -> str:
    """`1 word`, `2,000 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
