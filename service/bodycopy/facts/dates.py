"""When an article was published and last changed, from its date lines and bylines."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

from bodycopy.facts.hosts import host_name
from bodycopy.facts.moments import YEARS, Moment, find_moments, shows_day_first
from bodycopy.facts.wordlist import words

Role = Literal["published", "modified", "other"]

_ROLE: Final = re.compile(
    r"(?P<other>\b(?:reviewed|next review|review due|retrieved|accessed|expires?|event|fact[- ]check(?:ed)?|"
    r"recorded|filmed|joined|member since|born|abgerufen|gültig)\b)"
    r"|(?P<modified>\b(?:updat(?:ed?|e on)|modified|revised|amended|last (?:edited|changed)|stand|"
    r"aktualisiert|"
    r"aktualisierung|geändert|bearbeitet|mise? à jour|m[àa]j|modifiée?|actuali[sz]ad[oa]|actualizaci[oó]n|"
    r"atuali[sz]ad[oa]|modificad[oa]|aggiornat[oa]|modificato|oppdatert|uppdatera[dt]|opdateret|bijgewerkt|"
    r"gewijzigd|laatste update|ultimo aggiornamento|ultima modifica|última (?:atualização|modificação)|"
    r"endr[ae]t?|ändra[dt]|ændret|päivitetty|muokattu|zaktualizowano|aktualizacja|modyfikacja|"
    r"aktualizován[oa]|aktualizované|upraveno|güncelle(?:n?me|ndi)?(?: tarihi)?|updated date|frissítve|"
    r"módosítva|aktualizovali|"
    r"обновлено|последнее обновление|изменено|оновлено)\b|обновлен|оновлен|обновена|"
    r"ενημ[εέ]ρωση|ενημερ[ωώ]θηκε|cập nhật|diperbarui|diperbaharui|dikemas ?kini|"
    r"(?:آخر |تاريخ ال|تم ال)?تحديث|به‌روز|آخرین تغییر|עודכן|עדכון אחרון|अपडेट|আপডেট|"
    r"更新|수정|업데이트|최종)"
    r"|(?P<published>\b(?:publi(?:shed|cation date|sh date)|posted|created|veröffentlicht|erstellt|"
    r"erschienen|"
    r"publiée?|publication|mise? en ligne|publicad[oa]|publicación|pubblicat[oa]|publisert|publicera[dt]|"
    r"udgivet|publiceret|offentliggjort|gepubliceerd|geplaatst|julkaistu|opublikowano|data publikacji|dodano|"
    r"publikováno|zveřejněno|vydáno|yay[ıi][nm]lanma(?: tarihi)?|"
    r"oluşturulma(?: tarihi)?|giriş(?: tarihi)?|"
    r"megjelen(?:t|és)|közzétéve|publikované|vydané|diterbitkan|tayang|"
    r"опубликован[оа]|дата публикации|опубліковано)\b|публикувана|"
    r"δημοσ[ιί]ευση|δημοσιε[υύ]θηκε|đăng lúc|"
    r"تاريخ النشر|نشر|تاریخ انتشار|منتشر شده|פורסם|प्रकाशित|প্রকাশ(?:িত)?|"
    r"発行|公開|掲載|配信|发布|發布|发表|發表|입력|등록|게재)",
    re.IGNORECASE,
)
_LAST_WORDS: Final = re.compile(
    r"[\s:.,|•·–—-]*(?:on|at|am|um|vom|le|el|den|date|em|il)?[\s:|•·–—-]*", re.IGNORECASE
)
_RELATIVE: Final = re.compile(
    r"\b(?:ago|yesterday|today|hours?|minutes?|mins?|days?|gestern|heute|vor|hier|hace|ayer|hoy|siden|"
    r"geleden)\b"
    r"|il y a",
    re.IGNORECASE,
)
_SECONDS: Final = re.compile(r":\d\d:\d\d|T\d{6}")
_SAID_AFTER: Final = re.compile(
    r"\s*[,|]?\s*(?:\(([^()]{3,40})\)|(aktualisiert|veröffentlicht))\s*$", re.IGNORECASE
)
#: Top-level domains.
_DAY_FIRST_HOSTS: Final = words("uk ie au nz in za ng ke gh sg my pk lk bd mt zw ug tz jm tt hk")
_MONTH_FIRST_REGIONS: Final = frozenset(("us", "ph", "ca"))


class Dates(NamedTuple):
    """ISO 8601, or None where nothing was found."""

    published: str | None
    modified: str | None


def read_dates(
    lines: Sequence[str], language: str | None = None, url: str | None = None, others: Iterable[str] = ()
) -> Dates:
    """The dates that `lines` (date lines and bylines in reading order) state. `language`, `url` and the
    unambiguous dates of `lines` and `others` settle the order of day and month."""
    stated: list[tuple[Role | None, Moment]] = []
    pending: Role | None = None
    for line in lines:
        moments = find_moments(line, language)
        end = 0
        for moment in moments:
            role = _role(line[end : moment.start]) or (pending if not end else None)
            stated.append((role, moment))
            end = moment.end
        said_after = _SAID_AFTER.match(line, end) if moments else None
        if said_after and stated[-1][0] is None:
            stated[-1] = (_role(said_after[1] or said_after[2]), stated[-1][1])
        pending = _opens(line[end:])
    if not stated:
        return Dates(None, None)
    day_first: bool | None = None
    if any(moment.day_first for _, moment in stated):
        day_first = _puts_day_first([*lines, *others], language, url)
    return Dates(
        _first(stated, "published", day_first) or _first(stated, None, day_first),
        _first(stated, "modified", day_first),
    )


def normalise_date(text: str | None, language: str | None = None, url: str | None = None) -> str | None:
    """One date that markup stated, as ISO 8601; None where `text` holds no full date."""
    if not text:
        return None
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        return next(filter(None, read_dates([text], language, url)), None)
    if read.year not in YEARS:
        return None
    if len(text.strip()) <= 10:
        return read.date().isoformat()
    return read.isoformat(timespec="seconds" if _SECONDS.search(text) else "minutes")


def _role(lead: str) -> Role | None:
    """What the words before a date say it is."""
    said = list(_ROLE.finditer(lead))
    if not said or _RELATIVE.search(lead, said[-1].end()):
        return None
    return _named(said[-1])


def _opens(tail: str) -> Role | None:
    """The role that the end of a line announces for the date in the next one."""
    for match in _ROLE.finditer(tail):
        if _LAST_WORDS.fullmatch(tail, match.end()):
            return _named(match)
    return None


def _named(match: re.Match[str]) -> Role:
    if match["other"]:
        return "other"
    return "modified" if match["modified"] else "published"


def _first(stated: list[tuple[Role | None, Moment]], role: Role | None, day_first: bool | None) -> str | None:
    for said, moment in stated:
        if said == role and not (moment.day_first and day_first is None):
            return moment.day_first if moment.day_first and day_first else moment.iso
    return None


def _puts_day_first(texts: Iterable[str], language: str | None, url: str | None) -> bool | None:
    """Whether numeric dates of this document put the day first; None where nothing tells."""
    for text in texts:
        shown = shows_day_first(text)
        if shown is not None:
            return shown
    primary, _, region = (language or "").casefold().partition("-")
    if host_name(url).rstrip(".").rpartition(".")[2] in _DAY_FIRST_HOSTS:
        return True
    if primary == "en":
        return len(region) == 2 and region not in _MONTH_FIRST_REGIONS
    return True if primary else None
