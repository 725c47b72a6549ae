"""Names of months and days of the week, for telling dates from the words around them."""

from typing import Final

from bodycopy.facts.wordlist import words

_NAMES: Final = (
    "january jan januar jänner jaenner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar feber février fevrier févr fevr fév fev febrero febbraio fevereiro februari febr",
    "march mar märz maerz mrz mär mars marzo março marco maart mrt marts",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei maj",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus augusti",
    "september sept sep septembre septiembre setiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des",
)

#: Every spelling of a month that is read without help, folded, with its number.
MONTHS: Final[dict[str, int]] = {
    name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()
}
#: The languages whose months stand in `MONTHS`.
LANGUAGES: Final = words("en de fr es it pt nl no nb nn da sv")
#: Alternatives for a regular expression, the longest first.
MONTH: Final = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
WEEKDAY: Final = (
    "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    "(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
)
