"""Dates in a line of text, as ISO 8601. What the line does not say is never filled in.

Forms that are usual in the languages of `months.LANGUAGES` are read here; the month's name in any
other language is asked of dateparser, which sees nothing but that one word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from bodycopy.facts.months import LANGUAGES, MONTH, MONTHS

MAX_LINE: Final = 1_000
#: A year outside this range is a number of something else.
YEARS: Final = range(1900, 2100)
_ZONES: Final[dict[str, int]] = {
    name: minutes
    for minutes, names in {
        0: "UTC GMT WET Z",
        60: "CET MEZ BST WEST WAT",
        120: "CEST MESZ EET SAST CAT",
        180: "EEST MSK EAT",
        300: "PKT",
        330: "IST",
        420: "WIB ICT",
        480: "HKT SGT AWST PHT",
        540: "JST KST",
        570: "ACST",
        600: "AEST",
        660: "AEDT",
        720: "NZST",
        780: "NZDT",
        -180: "BRT ART ADT",
        -240: "EDT AST",
        -300: "EST CDT",
        -360: "CST MDT",
        -420: "MST PDT",
        -480: "PST AKDT",
        -540: "AKST",
        -600: "HST",
    }.items()
    for name in names.split()
}
_US_ZONES: Final = {"ET": "E", "CT": "C", "MT": "M", "PT": "P"}
_ZONE: Final = (
    r"(?-i:(?:UTC|GMT)?\s?[+\-−]\d{2}:?\d{2}(?!\d)|(?:UTC|GMT)\s?[+\-−]\d{1,2}(?![\d:])|(?:"
    + "|".join(sorted([*_ZONES, *_US_ZONES], key=lambda zone: (-len(zone), zone)))
    + r")(?![A-Za-z]))"
)


#: What East Asian pages write before the hour of the twelve.
_HALF_OF_DAY: Final = "上午|午前|오전|下午|午後|오후|晚上"
_AFTERNOON: Final = ("下午", "午後", "오후", "晚上")
_WEEKDAY: Final = (
    r"(?:\s?(?:[(（][日月火水木金土一二三四五六월화수목금토일](?:曜日?|요일)?[)）]"
    r"|(?:星期|周|週)[一二三四五六日天]))?"
)


def _time(side: str) -> str:
    return (
        rf"(?P<e{side}>(?:{_HALF_OF_DAY})\s?)?(?P<h{side}>(?<![\d:])\d{{1,2}})"
        rf"(?:(?P<p{side}>[:.：]|\s?h\s?|[時时点點]|시\s?)(?P<m{side}>\d\d)"
        rf"(?:[:分](?P<s{side}>\d\d)(?:[.,]\d{{1,9}})?)?(?!\d)[分분]?)?"
        rf"(?:\s?(?P<u{side}>[ap]\.?\s?m\b\.?|uhr\b|h(?:rs?)?\b\.?))?"
        rf"(?:\s?\(?(?P<z{side}>{_ZONE})\)?)?"
        rf"(?!\s?(?:min\b|minutes?\b|ago\b))"
    )


_GLUE: Final = _WEEKDAY + r"\s*[,;·•|/@T(–—-]?\s*(?P<at>at|um|à|às|a las|alle|kl\.?|klo|om|ore)?\s*"
#: A year ends, or the page sets a time or a date right behind it (“20265:01 AM”, “202618 Feb 2026”).
_YEAR_ENDS: Final = rf"(?:(?!\d)|(?=\d{{1,2}}(?::\d\d|\s?(?:{MONTH})(?![^\W\d_]))))"
_NAME_BEGINS: Final = r"(?:(?<![^\W\d_])|(?-i:(?<=[a-zà-ÿ])(?=[A-ZÄÉ])))"
_DATE: Final = (
    r"(?<!\d)(?P<y1>\d{4})\s?[-/.年년]\s?(?P<m1>\d{1,2})\s?[-/.月월]\s?(?P<d1>\d{1,2})(?!\d)\s?(?:[日일]|\.(?=\s))?"
    r"|(?<![\d.])(?P<a2>\d{1,2})(?P<sep>[./-])\s?(?P<b2>\d{1,2})(?P=sep)\s?(?P<y2>\d{4}|\d\d)(?![\d.]\d|\d)"
    r"|(?<!\d)(?P<d3>\d{1,2})(?:st|nd|rd|th|er|e|[.ºª°])?[\s-]*(?:de |of |d['’])?"
    rf"(?P<w3>{MONTH})(?![^\W\d_])\.?[\s,-]*(?:del? )?(?P<y3>\d{{4}}){_YEAR_ENDS}"
    rf"|{_NAME_BEGINS}(?P<w4>{MONTH})(?![^\W\d_])\.?[\s-]*(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    rf"[.,]?[\s-]*(?P<y4>\d{{4}}){_YEAR_ENDS}"
)
_MOMENT: Final = re.compile(
    rf"(?:{_time('a')}\s*[,·•|–—-]?\s*(?:on |am |le |del? )?"
    rf"(?:[^\W\d_]{{2,9}}\.?,?\s+(?=\d|[^\W\d_]+\.?\s\d))?)?"
    rf"(?P<date>{_DATE})(?:{_GLUE}{_time('b')})?",
    re.IGNORECASE,
)
_WORD: Final = r"[^\s\d.,/|()•·:;–—-]{2,20}"
_OTHER: Final = re.compile(
    rf"(?<!\d)(?P<d1>\d{{1,2}})[.\s]*(?P<w1>{_WORD})[.,\s]+(?P<y1>\d{{4}})(?!\d)"
    rf"|(?P<w2>{_WORD})[.\s]+(?P<d2>\d{{1,2}})[.,\s]+(?P<y2>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<y3>\d{{4}})[.,\s]+(?P<w3>{_WORD})[.\s]+(?P<d3>\d{{1,2}})(?!\d)"
)
_TIME_AFTER: Final = re.compile(rf"[^\d:]{{0,6}}{_GLUE}{_time('b')}", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_NUMERIC: Final = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2\d{4}(?!\d)")
_OFFSET: Final = re.compile(r"(?:UTC|GMT)?\s?([+\-−])(\d{1,2}):?(\d{2})?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a line: where it stands, and what it says in ISO 8601. Where day and month can be
    told apart by custom alone, `iso` reads the month first and `day_first` the day first."""

    start: int
    end: int
    iso: str
    day_first: str | None = None


def find_moments(line: str, language: str | None = None) -> list[Moment]:
    """Every full date (day, month and year) of `line`, in order. `language` is the document's."""
    if not _DIGIT.search(line):
        return []
    line = line[:MAX_LINE]
    found = [moment for match in _MOMENT.finditer(line) for moment in _read(match)]
    primary = (language or "").partition("-")[0]
    if found or not primary or primary in LANGUAGES:
        return found
    return list(_in_other_languages(line, primary))


def shows_day_first(text: str) -> bool | None:
    """Whether the numeric dates of `text` that can be read one way only put the day first."""
    for first, separator, second in _NUMERIC.findall(text):
        if separator != "." and (int(first) > 12) != (int(second) > 12):
            return int(first) > 12
    return None


def _read(match: re.Match[str]) -> Iterator[Moment]:
    part = match.groupdict()
    swapped: date | None = None
    if part["y1"]:
        day = _date(part["y1"], int(part["m1"]), part["d1"])
    elif part["y2"]:
        day, swapped = _numeric(part["y2"], part["sep"], part["a2"], part["b2"])
    elif part["y3"]:
        day = _date(part["y3"], MONTHS[part["w3"].casefold()], part["d3"])
    else:
        day = _date(part["y4"], MONTHS[part["w4"].casefold()], part["d4"])
    if day is None:
        return
    start, end = match.span("date")
    clock, zone = "", None
    for side, limits in (("b", (start, match.end())), ("a", (match.start(), end))):
        read = _clock(part, side)
        if read:
            (start, end), (clock, zone) = limits, read
            break
    yield Moment(start, end, _iso(day, clock, zone), _iso(swapped, clock, zone) if swapped else None)


def _iso(day: date, clock: str, zone: str | None) -> str:
    return f"{day.isoformat()}{clock}{_offset(zone, day)}" if clock else day.isoformat()


def _date(year: str, month: int, day: str) -> date | None:
    if int(year) not in YEARS:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _numeric(year: str, separator: str, first: str, second: str) -> tuple[date | None, date | None]:
    """The date with its month first, and with its day first where that is another date."""
    if len(year) == 2:
        if separator == "-":
            return None, None
        year = f"20{year}" if int(year) < 69 else f"19{year}"
    month_first, day_first = _date(year, int(first), second), _date(year, int(second), first)
    if month_first is None or (separator == "." and day_first is not None):
        return day_first, None
    return month_first, None if day_first == month_first else day_first


def _clock(part: dict[str, str | None], side: str) -> tuple[str, str | None] | None:
    """'THH:MM[:SS]' and the zone as written, or None where the digits are no time of day."""
    hour_text, minute, second = part["h" + side], part["m" + side], part["s" + side]
    unit, zone = (part["u" + side] or "").casefold(), part["z" + side]
    if not hour_text or not (minute or unit):
        return None
    if part["p" + side] == "." and not (unit or zone or (side == "b" and part["at"])):
        return None
    hour = int(hour_text)
    if unit[:1] in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if unit[0] == "p" else 0)
    elif (part["e" + side] or "").strip() in _AFTERNOON and hour < 12:
        hour += 12
    if hour > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        return None
    return f"T{hour:02d}:{int(minute or 0):02d}" + (f":{int(second):02d}" if second else ""), zone


def _offset(zone: str | None, day: date) -> str:
    """'+HH:MM' for a zone as it was written; nothing where there was none."""
    if not zone:
        return ""
    numeric = _OFFSET.match(zone)
    if numeric:
        hours, minutes = int(numeric[2]), int(numeric[3] or 0)
        return (
            f"{numeric[1].replace('−', '-')}{hours:02d}:{minutes:02d}" if hours < 15 and minutes < 60 else ""
        )
    if zone in _US_ZONES:
        if day.year < 2007:  # the rule below is in force since then
            return ""
        zone = f"{_US_ZONES[zone]}{'D' if _us_summer(day) else 'S'}T"
    minutes = _ZONES[zone]
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _us_summer(day: date) -> bool:
    def sunday(month: int, nth: int) -> date:
        first = date(day.year, month, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))

    return sunday(3, 2) <= day < sunday(11, 1)


def _in_other_languages(line: str, language: str) -> Iterator[Moment]:
    for match in _OTHER.finditer(line):
        form = match.lastgroup[-1] if match.lastgroup else "1"
        month = _month(match["w" + form], language)
        day = _date(match["y" + form], month, match["d" + form]) if month else None
        if day is None:
            continue
        after = _TIME_AFTER.match(line, match.end())
        clock, zone = (_clock(after.groupdict(), "b") if after else None) or ("", None)
        end = after.end() if after and clock else match.end()
        yield Moment(match.start(), end, _iso(day, clock, zone))


@lru_cache(maxsize=512)
def _month(word: str, language: str) -> int | None:
    """The number of the month that `word` names in `language`.

    Only the word goes in, between a day and a year of our own, and both must come out again. dateparser
    reads the clock for its own ends (the year before `strptime`); no part of it can reach the answer.
    """
    import dateparser  # slow to import, and seldom needed

    settings = {"STRICT_PARSING": True, "RELATIVE_BASE": datetime(2001, 1, 1), "PARSERS": ["absolute-time"]}
    known = {"no": "nb", "iw": "he"}.get(language, language)
    try:
        read = dateparser.parse(
            f"15 {word} 2001",
            languages=[known],
            settings=settings,
        )
    except (ValueError, TypeError, OverflowError, KeyError, AttributeError, re.error):
        return None  # a language or a word that dateparser does not know
    return read.month if read and (read.year, read.day) == (2001, 15) else None
