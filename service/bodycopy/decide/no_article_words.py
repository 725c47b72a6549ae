"""What pages without an article say, in the languages of the packs, in the form of `plain`."""

import re
from functools import lru_cache
from typing import Final

_MARKS: Final = re.compile(r"[^\w']+")
_PARTS: Final = re.compile(r"\s+[-–—|·•»]\s+|\s*[|:]\s*")
#: Words of a title besides the part that says what the page is: the site's name.
MAX_NAME: Final = 4

_STATUS: Final = r"(?:40[0134]|410|429|50[0234])"
_ERROR: Final = "|".join(
    [
        rf"(?:(?:http|server|status|client|error|fehler|erreur|code|page|seite) )*{_STATUS}(?: error)?",
        rf"(?:(?:http|error|fehler|erreur) )*(?:{_STATUS} )?(?:error )?(?:"
        r"(?:this |the |oops |sorry |that |requested )*(?:page|content|file|url)(?: you requested)?"
        r" (?:was |is |could |can )?(?:not |cannot |can't |couldn't )?(?:be )?(?:found|unavailable|not "
        r"available)"
        r"|not found|(?:this |the )?page (?:doesn't|does not|no longer) exists?|nothing (?:was )?found"
        r"|internal server error|bad gateway|service unavailable|gateway timeout|forbidden|too many requests"
        r"|something went wrong|an error occurred"
        r"|(?:die )?(?:angeforderte )?(?:seite|datei) (?:wurde )?(?:leider )?nicht gefunden|interner "
        r"serverfehler"
        r"|(?:la )?page (?:non trouvée|introuvable|inexistante)|(?:la )?page n'existe (?:pas|plus)"
        r"|(?:la )?página no (?:se ha )?encontrada|no (?:se )?encontr(?:ada|ado|amos la página)"
        r"|(?:esta |la )?página no existe|error interno del servidor"
        r"|pagina non trovata|pagina niet gevonden|página não encontrada|sidan hittades inte|siden blev "
        r"ikke fundet"
        r")",
    ]
)
_CHECK: Final = (
    r"just a moment|attention required(?: cloudflare)?|access denied|access to this page has been denied"
    r"|are you a (?:robot|human)|security check|pardon our interruption|please wait|one more step"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|human verification|zugriff verweigert|accès refusé"
    r"|acceso denegado"
)
_LOGIN: Final = (
    r"(?:please |jetzt |bitte )?(?:sign in|log in|login|signin|anmelden|anmeldung|einloggen|connexion|se "
    r"connecter"
    r"|iniciar sesión|acceder|identificarse|accedi|inloggen|logga in)"
    r"(?: (?:or|to|oder|ou|o|with|mit) .*| required)?"
    r"|(?:connectez vous|identifiez vous|inicia sesión|melden sie sich an)(?: .*)?"
    r"|(?:create|register)(?: an?| your)?(?: free)?(?: account)?(?: to .*)?"
)
_CONSENT: Final = (
    r"before you continue(?: .*)?|(?:we value )?your privacy(?: .*)?|we (?:value|respect|care about) your "
    r"privacy"
    r"|(?:cookie|cookies|privacy|consent)(?: (?:consent|settings|preferences|notice|policy|and cookies"
    r"|choices))*"
    r"|manage (?:your )?(?:cookies|consent)(?: .*)?|this site uses cookies"
    r"|(?:wir schätzen )?ihre privatsphäre(?: .*)?|cookie einstellungen|datenschutz(?:einstellungen)?"
    r"|weiter mit werbung(?: .*)?|(?:le )?respect de votre vie privée(?: .*)?|votre vie privée(?: .*)?"
    r"|(?:valoramos )?(?:tu|su) privacidad(?: .*)?|gestion des cookies"
)
_ACCEPT: Final = (
    r"(?:i )?(?:accept|agree|reject|refuse|decline|allow)(?: (?:all|and continue|and close|cookies|all "
    r"cookies))*"
    r"|manage (?:options|settings|preferences|choices|cookies)|(?:alle |alles )?(?:akzeptieren|ablehnen"
    r"|zustimmen)"
    r"(?: und weiter)?|(?:tout )?(?:accepter|refuser)(?: et (?:continuer|fermer))?|continuer sans accepter"
    r"|(?:aceptar|rechazar)(?: (?:todo|todas|y continuar|cookies))*|more options|einstellungen|paramétrer"
)
_SCRIPT: Final = (
    r"\b(?:enable|activate|turn on|requires|needs|without) (?:java ?script|cookies and java ?script)\b"
    r"|\bjava ?script (?:is|must be|has been|seems to be|appears to be) "
    r"(?:disabled|required|enabled|blocked|turned off|switched off|not)\b"
    r"|\bjava ?script (?:zu )?(?:aktivieren|ist deaktiviert|ist ausgeschaltet)\b|\baktivieren sie "
    r"(?:bitte )?java ?script"
    r"|\bactiv(?:er|ez) (?:le )?java ?script\b|\bjava ?script est désactivé|\b(?:habilit\w+|activ[ae]\w*) "
    r"java ?script\b"
)
_ROBOT: Final = (
    r"\bverify(?:ing)? (?:that )?you(?: are|'re) (?:a )?(?:human|not a robot)\b|\bchecking your browser\b"
    r"|\b(?:i'm|i am|you're|you are) not a robot\b|\breview the security of your connection\b"
    r"|\bunusual (?:traffic|activity) from your\b|\bcomplete the captcha\b|\bsolve (?:this|the) captcha\b"
    r"|\bbestätigen sie dass sie (?:ein mensch|kein roboter) sind\b|\bvous n'êtes pas un robot\b"
    r"|\bno (?:eres|soy|es) un robot\b"
)
_GONE: Final = (
    r"\bpage (?:that )?(?:you(?: are|'re| were|'ve| have)? (?:look\w+|request\w+|tr\w+|asked)|cannot"
    r"|can't|could not|does)"
    r"|\b(?:moved|deleted|removed|renamed) or\b|\bor (?:been )?(?:moved|deleted|removed|renamed)\b"
    r"|\b(?:does not|doesn't|no longer) exists?\b|\bmistyped\b|\bnicht gefunden\b|\bexistiert nicht\b"
    r"|\bintrouvable\b"
    r"|\bn'existe (?:pas|plus)\b|\bno existe\b|\bno (?:se )?(?:ha )?encontrad[oa]\b|\btry again later\b"
)
_WALL: Final = (
    r"\b(?:sign in|log in|register|subscribe|join|sign up) (?:now |today )?(?:to|and) "
    r"(?:continue|read|keep|unlock|get (?:full )?access|view)\b|\bfor subscribers\b|\bsubscribers? only\b"
    r"|\b(?:only|exclusively) (?:available )?(?:to|for) (?:our )?(?:subscribers|members)\b"
    r"|\bto (?:continue|keep) reading\b|\bcontinue reading with\b|\bnur für abonnenten\b|\bmit (?:plus "
    r")?abo weiterlesen\b"
    r"|\bweiterlesen mit\b|\bréservé (?:à nos|aux) abonnés\b|\bpour lire la suite\b|\bsolo para "
    r"suscriptores\b"
    r"|\bexclusivo para suscriptores\b|\bsuscríbete para\b"
)
_COOKIES: Final = (
    r"cookie|consent|privacy|personal data|partners|einwilligung|datenschutz|personenbezogen|privatsphäre"
    r"|consentement|vie privée|données|partenaires|consentimiento|privacidad|socios|datos personales"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")


#: Titles of error pages, of checks for robots, of login pages, of cookie walls; buttons of cookie walls.
ERROR: Final = _whole(_ERROR)
CHECK: Final = _whole(_CHECK)
LOGIN: Final = _whole(_LOGIN)
CONSENT: Final = _whole(_CONSENT)
ACCEPT: Final = _whole(_ACCEPT)
#: What their sentences say.
SCRIPT: Final = re.compile(_SCRIPT)
ROBOT: Final = re.compile(_ROBOT)
GONE: Final = re.compile(_GONE)
WALL: Final = re.compile(_WALL)
COOKIES: Final = re.compile(_COOKIES)


@lru_cache(1_024)
def plain(text: str) -> str:
    """`text` in lower case with a space for everything between its words."""
    return _MARKS.sub(" ", text.replace("’", "'").casefold()).strip(" '")


def says(title: str, pattern: re.Pattern[str]) -> bool:
    """Whether `title`, or a part of it beside the site's name, is a whole phrase of `pattern`."""
    if pattern.match(plain(title)):
        return True
    parts = [plain(part) for part in _PARTS.split(title)]
    for at, part in enumerate(parts):
        others = [word for place, other in enumerate(parts) if place != at for word in other.split()]
        known = all(pattern.match(other) for place, other in enumerate(parts) if place != at)
        if pattern.match(part) and (known or len(others) <= MAX_NAME):
            return True
    return False
