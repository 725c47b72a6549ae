"""A plain article to set a rule's examples in: what does the whole of bodycopy make of them there?"""

from collections.abc import Iterator
from typing import Final

HEAD: Final = "Lamp Makers of Aldmouth Move Into the Old Dairy"
ARTICLE: Final = (
    "The last lamp makers of Aldmouth carried their benches across the square on Tuesday, and by "
    "nightfall the old dairy smelled of solder and linseed oil.",
    "For eleven years the four women had worked in a cellar that filled with water whenever the river "
    "rose. The dairy stands on higher ground, and its windows look to the north, which gives an even "
    "light.",
    "“We did not leave the cellar so much as float out of it,” said Berit Lomholt, who cuts the glass. "
    "She had asked the parish for the building three times before it agreed to a rent that she could "
    "pay.",
    "Each lamp takes two days. The brass is spun on a lathe that is older than anyone in the room, and "
    "the shades are blown in a village on the far side of the moor and brought over by cart.",
    "The workshop expects to finish ninety lamps before the winter, about as many as in the year before "
    "the flood, and it has taken on an apprentice for the first time since it opened.",
)


def surround(example: str) -> Iterator[str]:
    """Documents that hold `example`: above the article, inside it, below it; and the example alone."""
    first, rest = (HEAD, *ARTICLE[:3]), ARTICLE[3:]
    yield "\n\n".join((example, HEAD, *ARTICLE))
    yield "\n\n".join((HEAD, example, *ARTICLE))
    yield "\n\n".join((*first, example, *rest))
    yield "\n\n".join((*first, *rest, example))
    yield example
