"""Words of bylines that are no part of a name: roles, desks, outlets, and what opens a byline."""

import re
from typing import Final

from bodycopy.facts.wordlist import words

#: Nouns that name a role; what stands from them on, and their adjectives before them, is no name.
ROLES: Final = words(
    """
    writer editor director correspondent reporter columnist journalist producer contributor analyst
    chief fellow professor critic photographer photojournalist videographer freelancer author manager
    marketer founder cofounder co-founder ceo cto president lecturer researcher intern trainee blogger
    specialist strategist historian economist commentator presenter host anchor lead head expert
    consultant attorney advisor adviser coordinator redakteur redakteurin reporterin korrespondent
    korrespondentin autor autorin volontär volontärin chefredakteur chefredakteurin ressortleiter
    ressortleiterin journalistin journaliste rédacteur rédactrice correspondant correspondante envoyé
    envoyée redactor redactora periodista corresponsal reportero reportera enviado enviada editora
    giornalista inviato jornalista repórter redacteur verslaggever verslaggeefster journalistiek
    editor-in-chief editors writers reporters correspondents columnists chefreporter gardener
    horticulturist horticulturalist educator nutritionist dietitian dietician physician therapist trainer
    engineer developer designer scientist nurse pharmacist psychologist veterinarian realtor planner
    researchers instructor grader photojournalists copywriter contributing dziennikarz dziennikarka redaktor
    redaktorka reporterka korespondent korespondentka publicysta publicystka novinář novinářka reportér
    reportérka komentátor komentátorka redaktorica muhabiri muhabir editörü корреспондент корреспондентка
    журналист журналистка редактор обозреватель журналістка журналіст кореспондент кореспондентка редакторка
    újságíró újságírója szerkesztő szerkesztője wartawan jurnalis
    """
)
#: Roles that are family names as well: behind a first name alone they are one.
SURNAMES: Final = words("head lead host anchor fellow chief president author")
#: Words that go before a role.
ROLE_ADJECTIVES: Final = words(
    """
    deputy senior junior staff political politics content hub lifestyle sport sports business science
    health tech technology education environment environmental foreign national diplomatic defense
    defence security economics economic economy crime court courts legal religion religious royal
    entertainment culture cultural arts art film music food travel news digital social media assistant
    associate executive managing general special investigative investigations breaking data audience
    features feature community local regional us uk u.s. u.k. white house europe european asia africa
    middle east eastern western northern southern washington berlin london paris moscow brussels beijing
    jerusalem kyiv delhi city hall state county freelance guest contributing multimedia video visual
    photo online web product marketing world global international chief group acting former military
    energy climate consumer affairs money personal finance financial markets market motoring property
    transport home showbiz celebrity football cricket rugby tennis boxing racing fashion beauty style
    history research policy opinion column editorial leitender leitende freier freie stellvertretender
    stellvertretende politischer and & of the overnight weekend night industry tv trends real estate
    live certified licensed registered garden master arabica practice principal staff clinical nutrition
    """
)
#: Words that make a name the name of an organisation.
ORGANISATION: Final = words(
    """
    news newsroom staff team desk editorial redaktion redaktionsnetzwerk onlineredaktion redacción
    redaccion rédaction redazione redação redactie redaksjonen redaksjon agency agencies agenturen
    agentur agencias agences network media online magazine inc inc. ltd ltd. llc gmbh wire wires
    newswire service services institute university foundation association company council committee blog
    website zeitung tribune herald gazette chronicle journal tips admin administrator webmaster editors
    board bureau department ministry studio studios publishing reports press-release pressemitteilung
    contributors correspondents reporters writers today daily clinic hospital coalition forum college
    alliance society software solutions administration authority commission nachrichten ajansı
    """
)
#: Words that no name holds: labels, buttons and link texts.
NOT_NAMES: Final = words(
    """
    published posted updated read more share follow about comments comment image photo advertisement
    sponsored opinion analysis exclusive interview modified minutes minute views view subscribe
    newsletter listen watch save print email bookmark copyright reviewed edited author authors byline
    uhr stand kommentar analyse jan. feb. january february monday tuesday wednesday thursday friday
    saturday sunday this that our your my his her their click here continue all rights reserved contact
    profile bio biography website twitter facebook instagram unknown anonymous everyone category
    categories tags filed under in on at from see latest unserer unserem notre nuestra nuestro nossa
    onze last login catalog insights strategy official member name disclosure güncelleme
    tarihi oluşturulma publish date frissítve
    פורסם לראשונה עודכן آخرین
    تحديث آخر প্রতিবেদক নিজস্ব संवाददाता
    カテゴリー カテゴリ タグ 公開日 更新日 投稿日 会員登録 登録 ログイン 登录 退出 注册
    """
)
#: Particles that stand in lower case inside names.
PARTICLES: Final = words(
    """
    de da do dos das di du del della dela la le van von der den het ter ten te zu zum zur vom af av bin
    ibn al el abu ben y e i st. o'
    """
)
#: What follows a comma and still belongs to the name before it.
SUFFIX: Final = re.compile(
    r"(?:ph\.?\s?d|m\.?\s?d|m\.?a|b\.?a|d\.?d\.?s|d\.?o|r\.?n|r\.?d|j\.?d|mba|msc|bsc|mph|ma|esq|cfp|cpa|"
    r"cfa|jr|sr|"
    r"ii|iii|iv|obe|mbe|cbe|frs)\.?®?",
    re.IGNORECASE,
)
#: What opens a byline, at the head of a part of it.
OPENERS: Final = re.compile(
    r"(?:(?:written|words|story|stories|text|article|post(?:ed)?|published|authored|report(?:ed|ing)?|"
    r"analysis|opinion|"
    r"commentary|column|essay|interview|exclusive|review|created|compiled|submitted|"
    r"additional reporting)\s+)?by\b\s*:?|by-?line\s*:\s*(?:by\b)?"
    r"|(?:ein[e]?\s+)?(?:(?:interview|analyse|kommentar|gastbeitrag|kolumne|bericht|reportage|glosse|"
    r"essay|text|artikel|"
    r"geschrieben|verfasst|beitrag)\s+)?von\b\s*:?"
    r"|(?:(?:article|propos recueillis|publié|écrit|rédigé|texte|reportage)\s+)?par\b\s*:?"
    r"|(?:(?:escrito|publicado|texto|redactado|reportaje)\s+)?por\b\s*:?"
    r"|(?:(?:geschreven|tekst|text|tekst|skrevet|skriven|scritto|pubblicato)\s+)?(?:door|di|da|av|af)\b\s*:?"
    r"|authors?(?:\s+of\s+(?:the\s+|this\s+)?article)?\s*(?::|$)|about the authors?\s*:?$"
    r"|(?:autor(?:in|en|innen|a|es)?|auteure?s?|autore|texte?|texto|tekst|words|story|journalist|"
    r"de redacción)\s*:"
    r"|(?:автор(?:ка|ы|и)?|текст|höfundur|autorius|autorė|penulis|oleh|piš[eu]|napisa(?:o|la)|συντάκτ(?:ης|ρια)|"
    r"γράφ(?:ει|ουν)|scris de|szerzők?|írta|yazan|tác giả|מאת|כתב[הו]?|بقلم|كتبت?|कथाकार|लेखक|লেখক|লিখেছেন|"
    r"نویسنده|خبرنگار|گزارشگر|執筆|取材・文|文|글)\s*[:：]|written\s*:",
    re.IGNORECASE,
)
#: What opens a part that names somebody who is not an author.
OTHER_CREDIT: Final = re.compile(
    r"(?:(?:medically |expert |fact[- ])?(?:reviewed|checked|edited|translated|illustrated|photographed|"
    r"filmed|produced|"
    r"sponsored|presented|approved|verified)\b"
    r"|شغل\s*[،:]"
    r"|(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|摄影|攝影)(?:\s|[:：/／])"
    r"|(?:photo(?:graph|graphy)?s?|photos and video|images?|pictures?|illustrations?|graphics?|video|editing|"
    r"translation|foto(?:s|grafie|grafía|grafias)?|bilder?|illustration(?:en)?|redigert|foto)\s*(?::|by\b|"
    r"von\b|par\b|"
    r"por\b|av\b))",
    re.IGNORECASE,
)
