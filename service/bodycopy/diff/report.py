"""What a rule change does, as a page."""

from bodycopy.diff.summary import Summary, with_f1
from bodycopy.diff.table import change_title, headlines, score_changes, spoken
from bodycopy.pages import page


def summary_page(summary: Summary, old: str, new: str, corpus: str) -> str:
    """`summary` as one HTML file; `old`, `new` and `corpus` are what the user called them."""
    quality = summary.quality
    return page(
        "diff.html",
        {
            "headlines": list(headlines(summary, old, new, corpus)),
            "summary": summary,
            "scores": [("old", with_f1(quality.old)), ("new", with_f1(quality.new))] if quality else [],
            "score_changes": score_changes(quality) if quality else [],
            "tables": [
                ("Newly dropped, as", summary.dropped.by_label),
                ("Newly dropped, by rule", summary.dropped.by_rule),
                ("Newly kept, before", summary.kept.by_label),
                ("Newly kept, before by rule", summary.kept.by_rule),
                ("Other label only", {f"{a} → {b}": tally for (a, b), tally in summary.relabelled.items()}),
            ],
            "title": change_title,
            "spoken": spoken,
        },
    )
