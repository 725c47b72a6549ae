"""A plain article to set a rule's examples in: what does the whole of bodycopy make of them there?"""

from collections.abc import Iterator
from typing import Final

from bodycopy.rules.examples import is_html

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
    """Documents that hold `example`: above the article, inside it, below it; and the example alone. They are
    HTML where the example is."""
    html = is_html(example)
    headline = f"<h1>{HEAD}</h1>" if html else HEAD
    article = [f"<p>{paragraph}</p>" if html else paragraph for paragraph in ARTICLE]
    yield "\n\n".join((example, headline, *article))
    yield "\n\n".join((headline, example, *article))
    yield "\n\n".join((headline, *article[:3], example, *article[3:]))
    yield "\n\n".join((headline, *article, example))
    yield example
