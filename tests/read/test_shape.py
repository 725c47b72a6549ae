"""Measures of blocks: the vectorised counts must say what a plain reading of each block says."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodycopy.columns import COMMAS, MARKS, QUOTED, SENTENCES, read_columns
from bodycopy.folding import bullet_length, matchable, phrase, printable
from bodycopy.shape import measure

LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80).map(printable), max_size=12
)


@settings(deadline=None)
@given(LINES)
def test_words_and_capitals_are_counted_as_reading_each_block_counts_them(lines: list[str]) -> None:
    for line, shape in zip(lines, measure(lines), strict=True):
        tokens = matchable(line)[bullet_length(line) :].split()
        unspaced = len(re.findall(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]", line))
        assert shape.words == len(tokens) + unspaced // 2
        low = sum(1 for token in tokens if not (token[0].isupper() or token[0].isdigit()))
        beyond = any(ord(token[0]) > 0xFFFF for token in tokens)  # measured as one class
        kana = re.search("[\u3041-\u30ff]", line)  # counted by their hiragana
        assert beyond or kana or shape.lower * max(1, shape.words) == pytest.approx(low + unspaced // 2)


@settings(deadline=None)
@given(LINES)
def test_a_block_measures_the_same_alone_and_among_others(lines: list[str]) -> None:
    for line, shape in zip(lines, measure(lines), strict=True):
        (alone,) = measure([line])
        assert shape[:-1] == alone[:-1]
        assert shape.content.tolist() == alone.content.tolist()


def test_content_words_are_told_apart_and_found_again() -> None:
    words = ["bridge", "bridges", "council", "councillor", "river", "rivers", "naïve", "größer", "größte"]
    alone = [shape.content.tolist() for shape in measure(words)]
    assert all(len(content) == 1 for content in alone)
    assert len({content[0] for content in alone}) == len(words)
    (together,) = measure(["Bridge, councillor: the RIVER and the bridge"])
    assert set(together.content.tolist()) == {alone[0][0], alone[3][0], alone[4][0]}


def test_japanese_prose_has_more_small_words_than_a_headline() -> None:
    prose, headline, menu, chinese = measure(
        [
            "町は来年の春までに古い橋を閉じることを決め、トラックは谷を通る長い道を走ることになると述べた。",
            "古い橋、来春閉鎖へ　町議会が全会一致で可決",
            "トップニュース",
            "镇议会周一决定关闭这座老桥至少一年",
        ]
    )
    assert prose.prose
    assert menu.lower < headline.lower < prose.lower <= chinese.lower == 1.0


def test_japanese_without_a_full_stop_is_no_prose_whatever_it_ends_with() -> None:
    offer, speech, paragraph = measure(
        [
            "春の新生活を応援するお得なキャンペーンを実施中、この機会にぜひお申し込みください！",
            "「橋を閉じれば町の店は客を失うことになるが、それでもほかに道はなかった」と町長は話した。",
            "橋はなぜ閉じられるのか？　町は来年の春までに工事を終えるとしているが、反対の声も多い。",
        ]
    )
    assert (offer.prose, speech.prose, paragraph.prose) == (False, True, True)


def test_sentences_end_with_the_stops_of_their_script() -> None:
    hindi = " ".join(["नगर परिषद ने सोमवार को पुराने पुल को बंद करने का फैसला किया।"] * 3)
    thai = " ".join(["สภาเทศบาลมีมติให้ปิดสะพานเก่าในวันจันทร์", "รถบรรทุกต้องอ้อมไปทางหุบเขา"] * 2)
    for line in (hindi, thai):
        shape = measure([line])[0]
        assert shape.prose
        assert read_columns([shape.columns])[SENTENCES][0] > 1
    assert read_columns([measure([hindi])[0].columns])[MARKS][0] < 0.05  # vowel signs are none


def test_commas_and_quotes_of_other_scripts_count() -> None:
    rows = read_columns(
        [shape.columns for shape in measure(["「橋」、川、町", "سوق، جسر، نهر", "bridge, river"])]
    )
    assert (rows[COMMAS] > 0).all()
    assert rows[QUOTED].tolist() == [1, 0, 0]


def test_unspaced_texts_share_pairs_of_letters() -> None:
    one, other, none, korean, particle = (
        set(shape.content.tolist())
        for shape in measure(["古い橋を閉鎖する", "橋の閉鎖は来春", "する", "시의회가 다리를", "다리는"])
    )
    assert len(one & other) == 1  # 閉鎖
    assert not none
    assert len(korean & particle) == 1


def test_wide_letters_are_matched_as_narrow_ones() -> None:
    assert matchable("ＡＢＣ１２３！（例）") == "ABC123!(例)"
    assert measure(["ＳＮＳでシェアする＞"])[0].phrase == measure(["SNSでシェアする"])[0].phrase


def test_nothing_is_measured_for_no_blocks() -> None:
    assert measure([]) == []


def test_a_phrase_is_the_same_in_turkish_capitals() -> None:
    assert phrase("GİRİŞ YAP") == phrase("Giriş yap")
    assert phrase("YAZDIR") == phrase("Yazdır")


def test_repeated_openings_and_endings_are_told_apart() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    turned = "ten eleven twelve four five six seven eight nine one two three"
    (first, last), (other_first, other_last) = (shape.ends for shape in measure([words, turned]))
    assert not {first, last} & {other_first, other_last}
    assert measure([f"{words} and more"])[0].ends[0] == first
    assert measure([f"more than {words}"])[0].ends[1] == last
