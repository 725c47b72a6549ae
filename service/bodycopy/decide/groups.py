"""What the columns of `features` are, and which of them say something of one kind together.

`COLUMNS` follows the order of `features`; a column that is added there is named here.
"""

from typing import Final

from bodycopy.decide.cues import CUES
from bodycopy.decide.markup import INSIDE, KINDS, TAGS
from bodycopy.decide.tree import AROUND
from bodycopy.labels import LABELS

SHAPE: Final = "own shape"
MARKS: Final = "marks and ends"
RULES: Final = "rules"
COPIES: Final = "copies"
COHESION: Final = "cohesion"
PROSE_AROUND: Final = "prose around"
LINKS_AROUND: Final = "links around"
RULES_AROUND: Final = "rules around"
PLACE: Final = "place"
DOCUMENT: Final = "document"
ELEMENT: Final = "own element"
CONTAINER: Final = "elements around"
LOOKS: Final = "same looks"
WORDS: Final = "classes and ids"

#: Each group and what it says, in words for a reader.
GROUPS: Final = {
    SHAPE: "the block's length, case, stops and kinds of characters",
    MARKS: "how the block begins and ends, and the marks in it",
    RULES: "what rules say of the block",
    COPIES: "whether the block repeats another or is repeated",
    COHESION: "how many of its words the sure paragraphs share",
    PROSE_AROUND: "paragraphs before and after the block, and how far away they are",
    LINKS_AROUND: "short lines without a stop around the block",
    RULES_AROUND: "what rules say of the blocks around it",
    PLACE: "where in the document and among its prose the block stands",
    DOCUMENT: "what kind of document it stands in",
    ELEMENT: "the block's tag, links, depth, and whether the page's data state it as the article's body",
    CONTAINER: "what stands around it, how much prose and links, and how far it is to where most prose is",
    LOOKS: "the prose and links of all blocks with its tag, classes and ids",
    WORDS: "words of the classes and ids of its element and those around it",
}

#: A group and the names of some columns that stand side by side, in the order of the columns.
COLUMNS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (SHAPE, ("words", "characters", "lower", "ends_sentence", "sentences", "prose")),
    (SHAPE, ("digits", "capitals", "marks", "link_like")),
    (MARKS, ("list_item", "ends_colon", "ends_asking", "ends_open", "begins_quote", "begins_lower")),
    (MARKS, ("begins_digit", "bar", "commas", "quote", "address", "one_word")),
    (COPIES, ("repeats", "repeated")),
    (COHESION, ("cohesion",)),
    (RULES, ("junk", "metadata", "taken")),
    (PROSE_AROUND, ("prose_before_3", "prose_after_3", "prose_before_10", "prose_after_10")),
    (PROSE_AROUND, ("prose_before_30", "prose_after_30")),
    (LINKS_AROUND, ("links_before", "links_after")),
    (RULES_AROUND, ("junk_before", "junk_after", "metadata_before", "metadata_after")),
    (RULES_AROUND, ("taken_before", "taken_after")),
    (PROSE_AROUND, ("sentences_before", "sentences_after", "near_before", "near_after")),
    (PLACE, ("none_before", "none_after", "share_before", "position")),
    (DOCUMENT, ("prose_words", "blocks", "link_share", "taken_share", "prose_share")),
    (RULES, tuple(f"certain_{label}" for label in LABELS)),
    (RULES, tuple(f"weighed_{label}" for label in LABELS)),
)

#: The columns that follow where the document has markup.
MARKUP_COLUMNS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (ELEMENT, ("link_density", "hidden", "stated", "states_body", "inlines", "level")),
    (ELEMENT, tuple(f"kind_{kind}" for kind in KINDS)),
    (ELEMENT, tuple(f"tag_{tag}" for tag in TAGS)),
    (ELEMENT, ("depth",)),
    (CONTAINER, tuple(f"parent_{name}" for name in INSIDE)),
    (CONTAINER, tuple(f"grandparent_{name}" for name in INSIDE)),
    (LOOKS, tuple(f"looks_{name}" for name in INSIDE)),
    (CONTAINER, ("up_to_prose", "down_to_prose")),
    (WORDS, tuple(f"own_{group}" for group in CUES)),
    (WORDS, tuple(f"near_{group}" for group in CUES)),
    (WORDS, tuple(f"around_{group}" for group in CUES)),
    (CONTAINER, tuple(f"in_{tag}" for tag in AROUND)),
)
