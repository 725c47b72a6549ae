"""The part of a caption that names its photographer or agency."""

import re
from typing import Final

from bodycopy.facts.agencies import is_agency
from bodycopy.facts.wordlist import words

MAX_CAPTION: Final = 4_000
_MAX_CREDIT: Final = 160
_LEAD: Final = (
    r"(?:(?:Photo(?:graph|graphy|s)?|Image|Picture|Pic|Video|Illustration|Graphic|Map|Chart)s?"
    r"(?:\s+(?:credits?|courtesy(?: of)?|source|provided by|via))?|Credits?|Courtesy(?: of)?|File photo|"
    r"Foto(?:s|graf(?:ie|ía|i|in)?)?|Bild(?:er|quelle|rechte|nachweis)?|Quelle|Source|Fuente|Fonte|"
    r"Crédits?(?:\s+photo)?|"
    r"Imagen|Imagem|Immagine|Kilde|Grafik|Infografik|Beeld|Bild[eu]?|Billede|Kuv(?:a|at|aaja)|Zdjęci[ae]|"
    r"Fotoğraf|Görsel|Фото|Picha|צילומ?(?:ים)?|צילום|Ljósmynd(?:ir|ari)?|Mynd(?:ir)?|Φωτο(?:γραφί(?:α|ες))?|Φωτό|"
    r"Fotó|Fotografija|Snimi(?:o|la)|تصوير|الصورة|ছবি|फोटो|Ảnh|写真|撮影|照片|图片|圖片|사진)"
)
_LEADS: Final = re.compile(
    rf"(?:^|(?<=[\s.(\[|（＝=。])){_LEAD}\s?(?:[:：]|by\b|\bvon\b|\bpar\b|\bpor\b|\bdi\b|\bav\b|/\s)\s*(?:by\s+)?"
    rf"|(?:^|(?<=[\s.(\[|]))(?:Photo(?:graph)?s?\s+)?[Cc]ourtesy(?: of|:)?\s+(?:the\s+)?(?=[A-Z])"
    rf"|(?:^|(?<=[\s.(\[|]))[Ff]ot\.\s+(?=[^\W\d_])"
    rf"|(?:©|\([cC]\)|Copyright\b)\s*(?:©\s*)?(?:\d{{4}}\s+)?"
)
_LEADS_CAPS: Final = re.compile(_LEAD.upper() + r"\s?:\s*")
_BRACKET: Final = re.compile(r"[(\[（]([^()\[\]（）]{2,160})[)\]）]\s*[.”\"]?$")
_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{2}[.!?”\"])\s+(?=[A-Z])|(?<=\d[.!?])\s+(?=[A-Z])|\s+[|•·–—]\s+")
_SOURCE: Final = re.compile(
    r"\b(?:AP|AFP|Reuters|REUTERS|Getty|EPA|EFE|dpa|Shutterstock|SHUTTERSTOCK|Bloomberg|PA|[Ii]mago|IMAGO|"
    r"Alamy|ZUMA|"
    r"Zuma|Anadolu|Xinhua|TASS|Sputnik|iStock(?:photo)?|Keystone|KEYSTONE|NTB|Scanpix|KCNA|UPI|Unsplash|"
    r"Pexels|Pixabay|"
    r"Associated Press|Canadian Press|Press Association|NurPhoto|Magnum|Agence France-Presse|Wikimedia|"
    r"Flickr|NASA|"
    r"Handout|[A-Z]\w+ (?:Images|Pictures|Photos?|Wire))\b|(?:\bvia|\bcourtesy(?: of)?) [A-Z]"
)
_SMALL: Final = words(
    "via of and the for by de la le du von van der den und et y e courtesy in from dpa imago"
)
_PERSON: Final = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")
_ADDRESS: Final = re.compile(r"@\w|www\.|https?:|[\w-]+\.[a-z]{2,}\b")
_UI: Final = re.compile(r"\s+(?:Vis mer|Show more|Enlarge|Read more|Buy this photo)$", re.IGNORECASE)
_EDGE: Final = " \t\n.,;:|)]([–—-"


def caption_credit(caption: str) -> str | None:
    """Who made the picture, as `caption` has it: brackets and a leading 'Photo:' are dropped."""
    text = _UI.sub("", " ".join(caption[-MAX_CAPTION:].split()))
    if _is_description(text):
        return None
    return _from_bracket(text) or _from_lead(text) or _from_last_sentence(text)


def _is_description(text: str) -> bool:
    """Whether all of `text` is brackets that tell what a picture shows: '[Image: a boat in the rain]'."""
    found = _BRACKET.match(text)
    return found is not None and sum(word.islower() and word not in _SMALL for word in found[1].split()) > 1


def _from_bracket(text: str) -> str | None:
    """'… on Sunday. (AP Photo/Jane Roe)'."""
    found = _BRACKET.search(text)
    if not found:
        return None
    inside, before = found[1], text[: found.start()].rstrip()
    lead = _LEADS.match(inside) or _LEADS_CAPS.match(inside)
    if lead and lead.end():
        return _kept(inside[lead.end() :])
    if _source_like(inside) or (before and _PERSON.fullmatch(inside)):
        return _kept(inside)
    return None


def _from_lead(text: str) -> str | None:
    """'… on Sunday. Photograph: Jane Roe/The Agency'."""
    leads = list((_LEADS_CAPS if text.isupper() else _LEADS).finditer(text))
    if not leads:
        return None
    rest = text[leads[-1].end() :].strip()
    mark = leads[-1][0].strip()[-1:] in "©)"
    if len(rest.split()) > 14 or not (
        mark or (rest[:1].isalpha() and not rest[:1].islower()) or _ADDRESS.match(rest) or _source_like(rest)
    ):
        return None
    return _kept(rest)


def _from_last_sentence(text: str) -> str | None:
    """'… on Sunday. Defense Ministry via Getty Images', or a caption that is a credit and no more."""
    last = _SENTENCE.split(text)[-1]
    return _kept(last) if _source_like(last) else None


def _source_like(part: str) -> bool:
    """Whether `part` names a source and says nothing else: short, its words capitalised."""
    words = part.replace("/", " ").split()
    if not words or len(words) > 16:
        return False
    if is_agency(part):
        return True
    if not (_SOURCE.search(part) or re.fullmatch(r"[A-Z][^/]{2,40}\s?/\s?[A-Z@][^/]{1,40}", part)):
        return False
    return all(
        word.lower() != word or not word[0].isalpha() or word in _SMALL or "." in word for word in words
    )


def _kept(part: str) -> str | None:
    part = part.strip(_EDGE)
    return part if 0 < len(part) <= _MAX_CREDIT and any(char.isalpha() for char in part) else None
