"""Rules of a language are asked of documents in it, and of those whose language is not told."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_all_start_methods, get_context
from threading import Barrier, Event
from typing import Any

import pytest
from tests.rulesets import PROSE, blocks, rule, ruleset

from bodycopy.document import Block, Element, Markup
from bodycopy.match.compiled import compile_rule
from bodycopy.match.engine import Engine
from bodycopy.match.languages import spoken
from bodycopy.rules.ruleset import Ruleset

GERMAN = [
    "Der Gemeinderat beschloss am Montag, die alte Brücke für ein Jahr für alle Lastwagen zu sperren.",
    "Die Lastwagen müssen nun den längeren Weg durch das Tal nehmen, was eine halbe Stunde kostet.",
    "Niemand, der an dieser Straße wohnt, sei gefragt worden, was er davon halte, schrieb die Zeitung.",
    "Im Frühjahr sollen die Arbeiten beginnen, sobald der Fluss gefallen und das Eis verschwunden ist.",
]
SWAHILI = [
    "Baraza la mji liliamua siku ya Jumatatu kufunga daraja la zamani kwa malori yote kwa mwaka mmoja.",
    "Malori yatapita kwenye barabara ndefu inayopita bondeni, na safari itaongezeka nusu saa, walisema.",
    "Hakuna mtu anayeishi kando ya barabara hiyo aliyeulizwa maoni yake, gazeti liliandika Jumanne.",
    "Kazi kwenye daraja itaanza wakati wa majira ya kuchipua, mara tu maji ya mto yatakapopungua.",
]
MALAY = [
    "Majlis bandaran memutuskan pada Isnin untuk menutup jambatan lama kepada semua lori selama setahun.",
    "Lori kini perlu melalui jalan yang lebih jauh, kata pihak majlis, dan ia mengambil masa setengah jam.",
    "Tiada sesiapa yang tinggal di tepi jalan itu ditanya apa pendapat mereka, tulis akhbar pada Selasa.",
    "Kerja di jambatan itu akan bermula pada musim kemarau, sebaik sahaja paras air sungai sudah turun.",
]
CROATIAN = [
    "Gradsko vijeće odlučilo je u ponedjeljak da se stari most na godinu dana zatvori za sve kamione.",
    "Kamioni sada moraju voziti dužim putem kroz dolinu, kažu iz općine, a to traje pola sata više.",
    "Nitko od onih koji žive uz cestu nije bio upitan što o tome misli, napisale su novine u utorak.",
    "Radovi na mostu trebali bi početi u proljeće, čim se rijeka povuče i čim se led u dolini otopi.",
]
SERBIAN = [
    "Gradsko veće odlučilo je u ponedeljak da se stari most na godinu dana zatvori za sve kamione.",
    "Kamioni sada moraju da voze dužim putem kroz dolinu, kažu iz opštine, a to traje pola sata više.",
    "Niko od onih koji žive pored puta nije bio upitan šta o tome misli, napisale su novine u utorak.",
    "Radovi na mostu trebalo bi da počnu na proleće, čim se reka povuče i čim se led u dolini otopi.",
]
KNOWN = frozenset(("any", "en", "de", "da", "nb"))


def both() -> Ruleset:
    """A rule of a German pack, one of an English pack, and one of a Danish one."""
    packs = [
        ruleset(rule("de/menu", when={"regex": ["^mehr"]}), language="de"),
        ruleset(rule("en/menu", when={"equals": ["mehr davon"]})),
        ruleset(rule("da/menu", when={"equals": ["mehr davon"]}), language="da"),
    ]
    return replace(
        packs[0],
        rules=sum((pack.rules for pack in packs), ()),
        sources=sum((pack.sources for pack in packs), ()),
    )


@pytest.mark.parametrize(
    ("lines", "languages"),
    [
        (PROSE, {"any", "en"}),
        (GERMAN, {"any", "en", "de"}),
        (GERMAN[:2] + PROSE, {"any", "en", "de"}),
        (SWAHILI, None),
        (GERMAN[:2], None),
        ([], None),
        (["1 2 3 4 5 6 7 8 9"] * 60, None),
    ],
    ids=["English", "German", "mixed", "no pack", "short", "empty", "no words"],
)
def test_the_longest_lines_tell(lines: list[str], languages: set[str] | None) -> None:
    assert spoken(["Menu", "Home", *lines], KNOWN) == languages


def test_languages_that_are_taken_for_one_another_go_together() -> None:
    danish = [
        "Byrådet besluttede mandag at lukke den gamle bro for al tung trafik i mindst et år frem i tiden.",
        "Lastbilerne må tage den længere vej gennem dalen, siger kommunen, og det tager en halv time mere.",
        "Ingen af dem, der bor langs vejen, er blevet spurgt, hvad de mener om det, skrev avisen tirsdag.",
        "Arbejdet på broen skal begynde til foråret, så snart åen er faldet, og isen er forsvundet igen.",
    ]
    assert spoken(danish, KNOWN) == {"any", "en", "da", "nb"}


@pytest.mark.parametrize(
    ("lines", "language"),
    [(MALAY, "id"), (CROATIAN, "hr"), (SERBIAN, "hr")],
    ids=["Malay", "Croatian", "Serbian"],
)
def test_one_pack_serves_languages_that_are_written_alike(lines: list[str], language: str) -> None:
    assert spoken(lines, KNOWN | {"id", "hr"}) == {"any", "en", language}


def test_without_packs_of_other_languages_nothing_is_told() -> None:
    assert spoken(GERMAN, frozenset(("any", "en"))) is None


@pytest.mark.parametrize(
    ("lines", "rules"),
    [(PROSE, ["en/menu"]), (GERMAN, ["de/menu", "en/menu"]), ([], ["de/menu", "en/menu", "da/menu"])],
    ids=["English", "German", "untold"],
)
def test_rules_of_other_languages_are_not_asked(lines: list[str], rules: list[str]) -> None:
    matched = Engine(both()).match(blocks([*lines, "Mehr davon"]), frozenset(), {})
    assert [entry.rule for entry in matched.evidence[-1]] == rules


def test_what_one_document_taught_does_not_hold_for_another_language() -> None:
    engine = Engine(both())
    for lines, count in ((GERMAN, 2), (PROSE, 1), ([], 3), (PROSE, 1), (GERMAN, 2)):
        matched = engine.match(blocks([*lines, "Mehr davon"]), frozenset(), {})
        assert len(matched.evidence[-1]) == count


LATE = [
    rule("de/short", when={"max_words": 2}),
    rule("de/box", when={"css": [".kasten"]}),
    rule("de/bar", when={"css": [".bar"]}),
    rule("de/phrase", when={"equals": ["mehr davon"]}),
    rule("de/both", when={"regex": ["davon$"], "css": [".kasten"]}),
]


def late() -> Ruleset:
    """German rules of all kinds of conditions, which wait for a German document, and English ones."""
    german = ruleset(*LATE, language="de")
    english = ruleset(rule("en/menu", when={"regex": ["^mehr"]}), rule("en/bar", when={"css": [".bar"]}))
    return replace(german, rules=english.rules + german.rules, sources=english.sources + german.sources)


def page(lines: list[str], *cues: str) -> list[Block]:
    """These lines and a last one, in a box of these classes."""
    box = Element("div", cues, None, 0, 0)
    return [one._replace(markup=Markup(box, 0.0)) for one in blocks([*lines, "Mehr davon"])]


def said(engine: Engine, lines: list[str], *cues: str) -> set[str]:
    return {entry.rule for entry in engine.match(page(lines, *cues), frozenset(), {}).evidence[-1]}


@pytest.mark.parametrize(
    ("cue", "german"),
    [
        ("kasten", {"de/short", "de/box", "de/phrase", "de/both"}),
        ("bar", {"de/short", "de/bar", "de/phrase"}),
    ],
)
def test_what_was_looked_at_before_a_language_came_is_looked_at_again(cue: str, german: set[str]) -> None:
    engine = Engine(late())
    for lines in (PROSE, GERMAN, PROSE, []):
        assert said(engine, lines, cue) - {"en/menu", "en/bar"} == (set() if lines is PROSE else german)


@pytest.mark.parametrize("attempt", range(20))
def test_threads_that_bring_a_language_at_once_find_all_its_rules(attempt: int) -> None:
    engine, together = Engine(late()), Barrier(8)

    def ask(number: int) -> set[str]:
        together.wait()
        return said(engine, PROSE if number % 2 else GERMAN, "kasten", "bar")

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, range(8)))
    german = {one["id"] for one in LATE}
    assert found == [{"en/menu", "en/bar"} | (set() if number % 2 else german) for number in range(8)]


def copies(language: str) -> Ruleset:
    """A rule of a pack in `language` that calls copies so."""
    copy = rule(f"{language}/copy", label="duplicate", repeat={"similarity": 0.9, "min_words": 3})
    return ruleset(copy, language=language)


@pytest.mark.parametrize("first", [[], PROSE, GERMAN])
def test_rules_speak_in_loading_order_whichever_language_came_first(first: list[str]) -> None:
    danish, english, german = map(copies, ("da", "en", "de"))
    rules = danish.rules + english.rules + german.rules
    engine = Engine(replace(danish, rules=rules, sources=danish.sources + english.sources + german.sources))
    engine.match(blocks(first), frozenset(), {})
    evidence = engine.match(blocks(["Mehr davon hier"] * 2), frozenset(), {}).evidence
    assert [entry.rule for entry in evidence[1]] == ["da/copy", "en/copy", "de/copy"]


@pytest.mark.parametrize("number", range(len(LATE) + 1))
def test_what_an_alarm_broke_off_is_compiled_again_once(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    rules, german = late(), copies("de")
    rules = replace(rules, rules=german.rules + rules.rules, sources=german.sources + rules.sources)
    document = page([*GERMAN, "Mehr davon hier", "Mehr davon hier"], "kasten")
    engine = Engine(rules)
    calls = 0

    def broken_off(*what: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > number:
            raise TimeoutError
        return compile_rule(*what)

    with monkeypatch.context() as patched:
        patched.setattr("bodycopy.match.engine.compile_rule", broken_off)
        with pytest.raises(TimeoutError):
            engine.match(document, frozenset(), {})
    unbroken = Engine(rules).match(document, frozenset(), {})
    assert engine.match(document, frozenset(), {}).evidence == unbroken.evidence


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.skipif("fork" not in get_all_start_methods(), reason="processes are not forked here")
def test_a_process_forked_while_another_thread_compiles_does_so_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine, parent, begun, go_on = Engine(late()), os.getpid(), Event(), Event()

    def compile_slowly(*what: Any) -> Any:
        if os.getpid() == parent:
            begun.set()
            go_on.wait()
        return compile_rule(*what)

    def ask() -> None:
        assert "de/both" in said(engine, GERMAN, "kasten")

    monkeypatch.setattr("bodycopy.match.engine.compile_rule", compile_slowly)
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(ask)
        begun.wait()
        process = get_context("fork").Process(target=ask)
        process.start()
        process.join(20)
        go_on.set()
        asking.result()
    process.kill()
    assert process.exitcode == 0
