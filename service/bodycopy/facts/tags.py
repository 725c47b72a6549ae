"""Tags, from the blocks that list them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

MAX_TAG: Final = 80
#: What has more words is a sentence or a headline below the tags.
MAX_WORDS: Final = 7
_LEAD: Final = re.compile(
    r"(?:tag[iy]|tematy|słowa kluczowe|(?:související )?témata|štítky|klíčová slova|etiketler|"
    r"anahtar kelimeler|тэги|метки|ключевые слова|"
    r"(?:popular |article |related |post )?(?:tags?|topics?|keywords?|subjects?|categor(?:y|ies)|themes?)|"
    r"(?:filed|posted|more) (?:under|in|on)|in|explore more|read more about|more about|labels?|"
    r"(?:weitere |mehr zum )?them(?:a|en)|themen (?:des|in diesem|zu diesem) artikels?|"
    r"schlag(?:worte|wörter)(?: zu diesem artikel)?|stichworte|mehr zu|"
    r"mots[- ]cl[ée]s|th[èe]mes?|sujets?|étiquettes?|etiquetas|temas?|archivado en|m[áa]s sobre|"
    r"palabras clave|"
    r"תגיות|תגים|efnisorð|raktiniai žodžiai|žymos|temos|tagovi|oznake|ključne riječi|ključne reči|mada|lebo|"
    r"topik(?: terkait)?|kata kunci|ετικέτες|θέματα|etichete|cuvinte cheie|címkék?|témák|ключові слова|мітки|"
    r"الكلمات المفتاحية|كلمات مفتاحية|الوسوم|وسوم|مواضيع|"
    r"برچسب‌?\s?ها|موضوعات مرتبط|کلیدواژه‌?\s?ها|ট্যাগ|বিষয়|टैग्?स?|từ khóa|chủ đề|"
    r"タグ|キーワード|関連キーワード|标签|標籤|关键词|關鍵字|關鍵詞|태그|키워드|"
    r"argomenti|assuntos|tópicos|mer om|emner|emneord|onderwerpen|ämnen|теги|темы)\s*(?:[:：]\s*|(?=#)|$)"
    r"|tagged(?: (?:as|in|with))?(?:\s*[:：]\s*|\s+|$)",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s*[,;|•·،、，；]\s*|\s+/\s+")
_HASH: Final = re.compile(r"#([^\s#,;|]+)")
_EDGE: Final = " \t*•·-–—:.,#"


def read_tags(lines: Iterable[str]) -> list[str]:
    """The tags that `lines` name, each once, without their hashes and without 'Tags:'."""
    tags: dict[str, str] = {}
    for line in lines:
        for tag in _tags(line):
            tags.setdefault(tag.casefold(), tag)
    return list(tags.values())


def _tags(line: str) -> Iterator[str]:
    line = line.strip(" *•·-–—")
    lead = _LEAD.match(line)
    if lead:
        line = line[lead.end() :]
    hashes = _HASH.findall(line)
    if hashes and line.lstrip().startswith("#") and " #" in f" {line}" and not _SPLIT.search(line):
        yield from (tag.strip(_EDGE) for tag in hashes if tag.strip(_EDGE))
        return
    for part in _SPLIT.split(line):
        tag = part.strip(_EDGE)
        if tag and len(tag) <= MAX_TAG and tag.count(" ") < MAX_WORDS and any(char.isalnum() for char in tag):
            yield tag
