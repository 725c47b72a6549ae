"""Pages that stand alone in one file: no script, nothing from elsewhere, every value escaped."""

from collections.abc import Mapping
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from bodycopy.labels import BOILERPLATE, KEPT, METADATA

#: Where the hues of a group's labels begin, and how many degrees they take.
_HUES: Final = ((KEPT, 130, 40), ((*METADATA, "dateline"), 190, 105), (BOILERPLATE, 325, 95))


def page(template: str, values: Mapping[str, object]) -> str:
    """The page that `templates/<template>` makes of `values`."""
    environment = Environment(
        loader=PackageLoader("bodycopy"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(hues=label_hues(), **values) + "\n"


def label_hues() -> dict[str, int]:
    """A hue for each label; those of a group lie side by side."""
    return {
        label: (first + width * place // len(labels)) % 360
        for labels, first, width in _HUES
        for place, label in enumerate(labels)
    }
