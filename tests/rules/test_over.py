"""Folders over folders: what a later pack may do to earlier rules, and what it is told when it can't."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from tests.inputs import ARTICLE
from tests.rulesets import rule

from bodycopy import Cleaner, RuleError
from bodycopy.rules.load import load, load_over_shipped
from bodycopy.rules.ruleset import Ruleset

SHARE = "en/share-link"
"""A shipped rule that speaks for the last line of ARTICLE."""


def pack(path: Path, *rules: dict[str, Any], **keys: Any) -> Path:
    """Writes a pack and returns its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    language = {"language": "en", "rules": list(rules)} if rules else {}
    path.write_text(json.dumps(language | keys, indent=1))  # JSON is YAML
    return path.parent


def says(name: str = "own/rule", text: str = "share on facebook", **keys: Any) -> dict[str, Any]:
    return rule(name, keys.pop("label", "sponsor"), when={"equals": [text]}, **keys)


def failing(*folders: Path) -> list[str]:
    with pytest.raises(RuleError) as caught:
        load_over_shipped(folders)
    return caught.value.problems


def ids(ruleset: Ruleset) -> list[str]:
    return [rule.id for rule in ruleset.rules]


def test_a_rule_replaces_a_shipped_one(tmp_path: Path) -> None:
    folder = pack(tmp_path / "own.yaml", says(SHARE, replaces=True))
    ruleset = load_over_shipped([folder])
    assert len(ruleset.rules) == len(load().rules)
    [silenced] = ruleset.silenced
    assert (silenced.rule.label, silenced.replaced, silenced.by) == ("social", True, f"{folder}/own.yaml:4")
    last = Cleaner(ruleset).clean(ARTICLE).blocks[-1]
    assert (last.label, last.rules) == ("sponsor", (SHARE,))


@pytest.mark.parametrize("name", [SHARE, "social"])
def test_a_pack_disables_shipped_rules_by_id_and_by_label(tmp_path: Path, name: str) -> None:
    folder = pack(tmp_path / "own.yaml", disable=[name])
    ruleset, shipped = load_over_shipped([folder]), load()
    gone = [rule.id for rule in shipped.rules if name in (rule.id, rule.label)]
    assert ids(ruleset) == [rule.id for rule in shipped.rules if rule.id not in gone]
    assert [one.rule.id for one in ruleset.silenced] == gone
    assert not any(one.replaced for one in ruleset.silenced)
    assert ruleset.hash != shipped.hash


def test_ones_own_rules_of_a_disabled_label_speak(tmp_path: Path) -> None:
    folder = pack(tmp_path / "own.yaml", says(label="social"), disable=["social"])
    last = Cleaner(folder).clean(ARTICLE).blocks[-1]
    assert (last.label, last.rules) == ("social", ("own/rule",))


def test_a_later_folder_wins(tmp_path: Path) -> None:
    one = pack(tmp_path / "one" / "a.yaml", says(label="sponsor"), disable=[SHARE])
    two = pack(tmp_path / "two" / "a.yaml", says(label="player", replaces=True))
    three = pack(tmp_path / "three" / "a.yaml", disable=["own/rule"])
    assert Cleaner([one, two]).clean(ARTICLE).blocks[-1].label == "player"
    assert "own/rule" not in ids(load_over_shipped([one, two, three]))
    [problem] = failing(two, one)
    assert "no folder before this one has a rule 'own/rule'" in problem
    again = pack(tmp_path / "four" / "a.yaml", says(SHARE, replaces=True))
    assert Cleaner([one, again]).clean(ARTICLE).blocks[-1].rules == (SHARE, "own/rule")[::-1]


def test_an_id_that_is_taken_says_how_to_replace(tmp_path: Path) -> None:
    [problem] = failing(pack(tmp_path / "own.yaml", says(SHARE)))
    assert problem.startswith(f"{tmp_path}/own.yaml:4: id: {SHARE!r} is taken by rules/en/social.yaml:")
    assert problem.endswith("; `replaces: true` in this rule puts it in that one's place")


def test_within_a_folder_nothing_replaces(tmp_path: Path) -> None:
    pack(tmp_path / "a.yaml", says(SHARE, replaces=True))
    [problem] = failing(pack(tmp_path / "b.yaml", says(SHARE, replaces=True)))
    assert problem == f"{tmp_path}/b.yaml:4: id: {SHARE!r} is taken by {tmp_path}/a.yaml:4"


def test_the_id_of_a_disabled_rule_is_not_free(tmp_path: Path) -> None:
    [problem] = failing(pack(tmp_path / "own.yaml", says(SHARE), disable=[SHARE]))
    assert "is the id of a rule that" in problem
    assert "own.yaml:" in problem.partition("disables")[0]


@pytest.mark.parametrize(
    ("rules", "keys", "message"),
    [
        ([], {"disable": ["en/share-lnk"]}, "own.yaml:3: disable.0: 'en/share-lnk' is no label and no rule"),
        ([], {"disable": ["en/share-lnk"]}, "; did you mean 'en/share-link'?"),
        ([], {"disable": ["socail"]}, "; did you mean 'social'?"),
        ([says()], {"disable": ["own/rule"]}, "disable.0: 'own/rule' is no label and no rule of the folders"),
        ([], {"disable": []}, "own.yaml:2: disable: "),
        ([], {"disable": "social"}, "own.yaml:2: disable: "),
        ([], {"disable": [1]}, "own.yaml:3: disable.0: "),
        ([], {"language": "en"}, "own.yaml:1: `rules` is needed, or `disable`, or both"),
        ([says("en/share-lnk", replaces=True)], {}, "rules.0.replaces: no folder before this one has a rule"),
        ([says(replaces="yes")], {}, "rules.0.replaces: "),
        ([says(replaces=False)], {}, "rules.0.replaces: "),
        ([says()], {"sites": ["example.com"]}, "own.yaml:1: sites: a pack of some sites stands below"),
    ],
)
def test_problems(tmp_path: Path, rules: list[dict[str, Any]], keys: dict[str, Any], message: str) -> None:
    problems = failing(pack(tmp_path / "own.yaml", *rules, **keys))
    assert any(message in problem for problem in problems), problems
    assert all(problem.startswith(f"{tmp_path}/own.yaml:") for problem in problems)


def test_terms_of_the_folders_before(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "terms.yaml").write_text("when: 'at {clock}'\nmonth: nomonth\n")
    one = pack(tmp_path / "one" / "a.yaml", rule("one/a", when={"regex": ["^on air {when}$", "^{month}$"]}))
    two = pack(tmp_path / "two" / "a.yaml", rule("two/a", when={"regex": ["^back {when}$"]}))
    ruleset = load_over_shipped([one, two])
    clock = load().terms["clock"]
    assert ruleset.rules[-2].when is not None
    assert ruleset.rules[-2].when.regex == [f"^on air (?:at (?:{clock}))$", "^(?:nomonth)$"]
    assert ruleset.rules[-1].when is not None
    assert ruleset.rules[-1].when.regex == [f"^back (?:at (?:{clock}))$"]


def test_only_the_rules_of_a_folder(tmp_path: Path) -> None:
    folder = pack(tmp_path / "own.yaml", says(SHARE, replaces=True), disable=["legal"])
    ruleset = load_over_shipped([folder])
    assert ids(ruleset.only(folder)) == [SHARE]
    assert len(ruleset.only(folder).sources) == 1


SITE = {"sites": ["gazette.example", "news.co.example"]}
URL = "https://www.gazette.example/a/story.html"


@pytest.mark.parametrize(
    ("url", "speaks"),
    [
        ("https://gazette.example/a", True),
        (URL, True),
        ("HTTP://WWW.Gazette.Example.:8443/?x", True),
        ("https://a.b.news.co.example", True),
        ("https://user:word@gazette.example/", True),
        ("https://mygazette.example/", False),
        ("https://gazette.example.com/", False),
        ("https://co.example/", False),
        ("https://example.com/?u=https://gazette.example/", False),
        ("gazette.example", False),
        ("//gazette.example/", True),
        ("https://[::1", False),
        ("https://" + "a." * 200 + "gazette.example/", False),
        ("https://münchen.gazette.example/", True),
        ("https://\udcff.gazette.example/", False),
        ("", False),
        (None, False),
    ],
)
def test_a_pack_of_sites_speaks_on_its_hosts(tmp_path: Path, url: str | None, speaks: bool) -> None:
    folder = pack(tmp_path / "sites" / "own.yaml", says("sites/rule", label="social"), **SITE).parent
    assert ("sites/rule" in Cleaner(folder).clean(ARTICLE, url=url).blocks[-1].rules) is speaks


def test_a_pack_of_sites_disables_there_alone(tmp_path: Path) -> None:
    folder = pack(tmp_path / "sites" / "own.yaml", disable=[SHARE], **SITE).parent
    cleaner = Cleaner(folder)
    assert SHARE not in cleaner.clean(ARTICLE, url=URL).blocks[-1].rules
    assert cleaner.clean(ARTICLE).blocks[-1].rules == (SHARE,)
    assert cleaner.ruleset.silenced == ()
    assert cleaner.ruleset.hash != load().hash


def test_a_pack_of_sites_may_disable_rules_of_its_own_folder(tmp_path: Path) -> None:
    pack(tmp_path / "own.yaml", says(), disable=[SHARE])
    folder = pack(tmp_path / "sites" / "own.yaml", disable=["own/rule"], **SITE).parent
    assert "own/rule" in Cleaner(folder).clean(ARTICLE).blocks[-1].rules
    assert "own/rule" not in Cleaner(folder).clean(ARTICLE, url=URL).blocks[-1].rules


def test_a_sites_rule_that_a_later_folder_replaces_speaks_everywhere(tmp_path: Path) -> None:
    one = pack(tmp_path / "one" / "sites" / "a.yaml", says("sites/a"), **SITE).parent
    two = pack(tmp_path / "two" / "a.yaml", says("sites/a", replaces=True), disable=[SHARE])
    assert Cleaner([one, two]).clean(ARTICLE).blocks[-1].rules == ("sites/a",)


def test_sites_change_the_hash_and_travel(tmp_path: Path) -> None:
    site = says("sites/a", label="social")
    hashes = set()
    for hosts in (["gazette.example"], ["gazette.example", "b.example"]):
        folder = pack(tmp_path / "sites" / "a.yaml", site, sites=hosts).parent
        hashes.add(load_over_shipped([folder]).hash)
    assert len(hashes) == 2
    copy: Cleaner = pickle.loads(pickle.dumps(Cleaner(folder)))
    assert "sites/a" in copy.clean(ARTICLE, url=URL).blocks[-1].rules
    assert "sites/a" not in copy.clean(ARTICLE).blocks[-1].rules


@pytest.mark.parametrize(
    "host",
    [
        "https://a.example",
        "a.example/x",
        "a.example:80",
        "*.a.example",
        "A.example",
        "localhost",
        "10.0.0.1",
        "münchen.example",
        "a..example",
        "-a.example",
        "a.example.",
        "",
        "a" * 64 + ".example",
        "a." * 127 + "ab",
    ],
)
def test_what_is_no_host(tmp_path: Path, host: str) -> None:
    folder = pack(tmp_path / "sites" / "own.yaml", says(), sites=["a.example", host]).parent
    [problem] = failing(folder)
    assert problem.startswith(f"{folder}/sites/own.yaml:")
    assert ": sites.1: " in problem
    assert "is not a host name such as example.com" in problem


@pytest.mark.parametrize(
    ("rules", "keys", "message"),
    [
        ([says()], {}, "own.yaml:1: sites: is needed in a pack below sites/"),
        ([says()], {"sites": []}, "sites: "),
        (
            [says(SHARE, replaces=True)],
            SITE,
            "rules.0.replaces: a rule of some sites can't take another's place",
        ),
        ([], SITE, "`rules` is needed"),
    ],
)
def test_problems_of_packs_of_sites(
    tmp_path: Path, rules: list[dict[str, Any]], keys: dict[str, Any], message: str
) -> None:
    problems = failing(pack(tmp_path / "sites" / "own.yaml", *rules, **keys).parent)
    assert any(message in problem for problem in problems), problems


def test_the_shipped_packs_of_sites_are_silent_elsewhere(cleaner: Cleaner) -> None:
    line = "Discussion about this post"
    text = ARTICLE.replace("Share on Facebook", line)
    for url, speaks in (("https://orne.substack.com/p/bridge", True), (None, False)):
        rules = cleaner.clean(text, url=url).blocks[-1].rules
        assert ("sites/substack-discussion" in rules) is speaks
