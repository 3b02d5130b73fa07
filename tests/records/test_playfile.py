"""A play file verifies as it was written, and any other file is named for what it is: damaged, edited, or not ours."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game
from game.engine.legality import decided
from game.engine.model import Seat
from game.engine.play import Play
from game.engine.state import Answer, Decisions, Move, SeatDecisions
from game.insight.carry import carry
from game.records.codec import Unreadable, load_scores
from game.records.desk import HUMANS_OF_MODE, SEAT_OF_MODE, scores_of
from game.records.exporting import file_name
from game.records.opening import memory_store
from game.records.playfile import DAMAGED, DIFFERS, EDITED, MAX_BYTES, NEWER, NOT_OURS, PlayFile, read, written
from game.records.proving import Proof, prove
from tests.records.played import STORY, TEXT, exported, load, play_file, play_week, played

Alteration = Callable[[bytes, random.Random], bytes]
MODES = ("am", "pm", "both", "two")


def proved(raw: bytes) -> Proof:
    return prove(raw, load)


def filed(mode: str = "am") -> PlayFile:
    file = read(play_file(mode)).file
    assert file is not None
    return file


def fitted(text: str) -> bytes:
    """A text with the check sum made to fit, as somebody who has looked at the file would."""
    body = text[: text.rindex('"sha256": "')]
    return f'{body}"sha256": "{hashlib.sha256(body.encode()).hexdigest()}"\n}}\n'.encode()


def forged(mode: str = "am", /, **changes: object) -> Proof:
    """What is said of a file with everything in it made to fit: check sum and seals."""
    file = filed(mode)
    of_record = {name: value for name, value in changes.items() if hasattr(file.record, name) and name != "decisions"}
    of_file = {name: value for name, value in changes.items() if name not in of_record}
    return proved(written(replace(file, record=replace(file.record, **of_record), **of_file)))  # type: ignore[arg-type]


def said(proof: Proof) -> str:
    return " ".join(fault.sentence for fault in proof.faults)


# ---- as it was written -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("weeks", [0, 1, 99])
def test_a_file_of_any_seat_and_length_verifies(mode: str, weeks: int) -> None:
    proof = proved(play_file(mode, weeks))
    assert proof.faults == ()
    assert proof.file is not None
    assert proof.play is not None
    assert len(proof.play.weeks) == min(weeks, 3)
    assert (proof.play.outcome is None) == (weeks < 3)
    seats = {seat.value for seat in HUMANS_OF_MODE[mode]} if weeks > 3 else set()
    assert set(load_scores(proof.file.record.scores)) == seats


def test_what_is_read_is_what_was_written() -> None:
    file = filed("two")
    assert written(file) == play_file("two")
    assert file.text == TEXT
    assert json.loads(play_file("two"))["format"] == 1
    assert [name for name, _style in filed("am").colleagues] == ["pm"]
    assert filed("both").colleagues == file.colleagues == ()


def test_reflections_have_their_place() -> None:
    proof = forged(reflections=((2, "I said yes too early.\nAgain."), (0, "Ask first.")))
    assert proof.faults == ()
    assert proof.file is not None
    assert proof.file.reflections[1] == (0, "Ask first.")


def test_line_ends_may_be_converted_on_the_way() -> None:
    assert proved(play_file("pm").replace(b"\n", b"\r\n")).faults == ()


def test_a_branch_says_where_it_branched() -> None:
    desk = played(memory_store(), "pm", 2).step_back(2)
    play_week(desk, luck=5)
    proof = proved(exported(desk))
    assert proof.faults == ()
    assert proof.file is not None
    record = proof.file.record
    assert (record.recorded, record.parent_week, bool(record.parent)) == (0, 1, True)


def test_the_file_of_a_play_has_a_name_any_system_takes() -> None:
    record = replace(filed().record, scenario="../../CON:x", id="\x1b]0;…", created="2026-11-23T15:02:12")
    assert re.fullmatch(r"con_x-am-2026-11-23-[a-z0-9_]+\.opplay", file_name(record))


def test_a_play_that_is_too_large_is_not_written() -> None:
    with pytest.raises(Unreadable, match="at most"):
        written(replace(filed(), text="x" * MAX_BYTES))


# ---- altered on the way, or by somebody ------------------------------------------------------------------------------


def flipped(raw: bytes, luck: random.Random) -> bytes:
    place = luck.randrange(len(raw))
    return raw[:place] + bytes([raw[place] ^ 1 << luck.randrange(8)]) + raw[place + 1 :]


def cut(raw: bytes, luck: random.Random) -> bytes:
    place = luck.randrange(len(raw))
    return raw[:place] + raw[place + luck.choice((1, 1, 7, 200, len(raw))) :]


def added(raw: bytes, luck: random.Random) -> bytes:
    place = luck.randrange(len(raw) + 1)
    return raw[:place] + luck.choice((b" ", b"0", b"\n", b"}", b"\0", b'"x": 1, ')) + raw[place:]


def lines_exchanged(raw: bytes, luck: random.Random) -> bytes:
    lines = raw.split(b"\n")
    one, two = (0, 0)
    while lines[one] == lines[two]:
        one, two = luck.randrange(len(lines)), luck.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def decision_swapped(raw: bytes, luck: random.Random) -> bytes:
    """A move or an answer of one week put into the place of one of another, the check sum made to fit."""
    text = raw.decode()
    found = list(re.finditer(r'\["\w+", "\w*"(, "\w*")?\]', text[: text.index('"end"')]))
    one, two = luck.sample(found, 2)
    while one[0] == two[0]:
        one, two = luck.sample(found, 2)
    return fitted(text[: one.start()] + two[0] + text[one.end() :])


def digest_changed(raw: bytes, luck: random.Random) -> bytes:
    text = raw.decode()
    place = luck.choice([m.end() for m in re.finditer('"(digest|seal)": "', text)]) + luck.randrange(16)
    return fitted(text[:place] + ("0" if text[place] != "0" else "1") + text[place + 1 :])


def head_changed(raw: bytes, luck: random.Random) -> bytes:
    text = raw.decode()
    seed = f'"seed": {luck.randrange(8, 10**9)}'
    old, new = luck.choice([('"seed": 7', seed), ("normal", "stormy"), ("true", "false"), ("2026", "2027")])
    return fitted(text.replace(old, new, 1))


def result_changed(raw: bytes, luck: random.Random) -> bytes:
    return fitted(re.sub(r'(am|pm|both)": \d\d', rf'\1": {luck.randrange(80, 99)}', raw.decode(), count=1))


def rules_changed(raw: bytes, luck: random.Random) -> bytes:
    """A sign of the scenario's text changed, its hash and the check sum made to fit."""
    text = raw.decode()
    start = text.index('"text": [')
    place = luck.choice([m.start() for m in re.finditer(r"[a-z0-9]", text[start + 20 : -120])]) + start + 20
    text = text[:place] + luck.choice("qxz") + text[place + 1 :]
    rules = "\n".join(json.loads(text)["text"])
    new = hashlib.sha256(rules.encode()).hexdigest()
    return fitted(re.sub(r'"text_sha256": "\w+"', f'"text_sha256": "{new}"', text))


ALTERATIONS = (
    flipped,
    cut,
    added,
    lines_exchanged,
    decision_swapped,
    digest_changed,
    head_changed,
    result_changed,
    rules_changed,
)


def caught(alter: Alteration, times: int) -> None:
    """Each is caught by the file alone, before it is lived again."""
    luck = random.Random(alter.__name__)
    for number in range(times):
        raw = other = play_file(MODES[number % 4])
        while other == raw:  # a sign may be replaced by itself
            other = alter(raw, luck)
        found = read(other)
        assert found.fault is not None, other
        assert found.fault.sentence.endswith(".")


@pytest.mark.parametrize("alter", ALTERATIONS)
def test_a_hundred_random_alterations_are_all_caught(alter: Alteration) -> None:
    caught(alter, 12)


@pytest.mark.bulk
@pytest.mark.parametrize("alter", ALTERATIONS)
def test_thousands_of_random_alterations_are_all_caught(alter: Alteration) -> None:
    caught(alter, 1_000)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_other_bytes_are_caught(data: st.DataObject) -> None:
    raw = play_file("am")
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 40)))
    put = data.draw(st.binary(max_size=40))
    other = raw[:start] + put + raw[end:]
    if other.replace(b"\r\n", b"\n") != raw:
        assert read(other).fault is not None


def test_damage_says_where() -> None:
    text = play_file("am").decode()
    week = text.index('{"week": 2')
    assert said(proved((text[:week] + text[week:].replace('"digest": "', '"digest": "f', 1)).encode())) == (
        "Week 2 is not as it was written."
    )
    assert said(proved(text.replace("title: Your", "title: Your own").encode())) == (
        "The scenario’s text is not as it was written."
    )
    assert said(proved(text.replace('"seed": 7', '"seed": 6').encode())) == (
        "What its first lines say of the play is not as it was written."
    )
    assert said(proved(text[:-100].encode())).startswith("It cannot be read from line ")
    assert said(proved(text.replace('"weeks": [\n', '"weeks": [\n\n').encode())) == "Line 6 is not as it was written."


# ---- forged: check sum and seals made to fit, so that only living it again can tell ----------------------------------


def other_choice(file: PlayFile, week: int) -> tuple[Decisions, ...]:
    """The decisions with the first answer of a week taken otherwise."""
    scenario = load(TEXT, STORY).scenario
    assert scenario is not None
    mine = file.decisions[week - 1].am
    event = next(event for event in scenario.events if event.id == mine.answers[0].event)
    path = next((choice.id,) for choice in event.question.choices if choice.id != mine.answers[0].path[0])
    swapped = replace(mine, answers=(Answer(event.id, path), *mine.answers[1:]))
    return tuple(replace(d, am=swapped) if n == week else d for n, d in enumerate(file.decisions, 1))


@pytest.mark.parametrize("week", [1, 2, 3])
def test_a_forged_choice_is_named_by_its_week(week: int) -> None:
    proof = forged(decisions=other_choice(filed(), week))
    assert [fault.kind for fault in proof.faults] == [EDITED]
    assert re.search(rf"\b[Ww]eek {week}\b", said(proof))


def test_a_forged_choice_that_was_not_open_is_named_as_such() -> None:
    file = filed()
    mine = replace(file.decisions[1].am, moves=(Move("call", "nobody"),))
    proof = forged(decisions=(file.decisions[0], replace(file.decisions[1], am=mine), file.decisions[2]))
    assert said(proof) == (
        "A decision of week 2 was not possible there: The move “call nobody ” is not possible this week."
    )


@pytest.mark.bulk
@pytest.mark.parametrize("mode", MODES)
def test_no_other_choice_of_a_whole_story_can_be_forged(mode: str) -> None:
    """Every other choice of every week. (Moves in another order, or one that a second overrules, are the same week.)"""
    file = read(exported(played(memory_store(), mode, story="scope_creep"))).file
    assert file is not None
    play = proved(written(file)).play
    assert play is not None
    seat = HUMANS_OF_MODE[mode][-1]
    part = "pm" if seat is Seat.PM else "am"
    for week, lived in enumerate(play.weeks):
        mine = decided(lived.decisions, seat)
        for answer in mine.answers:
            event = next(event for event in play.scenario.events if event.id == answer.event)
            for choice in event.question.choices:
                other = Answer(event.id, (choice.id,))
                if other != answer:
                    answers = tuple(other if each == answer else each for each in mine.answers)
                    forged_week = replace(lived.decisions, **{part: replace(mine, answers=answers)})
                    log = (*file.decisions[:week], forged_week, *file.decisions[week + 1 :])
                    assert proved(written(replace(file, decisions=log))).faults, other


@pytest.mark.parametrize("seed", range(8, 18))
def test_a_forged_seed_is_caught(seed: int) -> None:
    assert forged(seed=seed).faults


@pytest.mark.parametrize("mode", MODES)
def test_forged_facts_are_caught(mode: str) -> None:
    file = filed(mode)
    higher = file.record.scores.replace(".", "1.")
    for changes in (
        {"difficulty": "stormy"},
        {"difficulty": "easy"},
        {"scores": higher},
        {"ending": "nobody_minds"},
        {"ending": "", "scores": "{}"},
        {"digests": (*file.digests[:2], "0" * 16)},
        {"decisions": file.decisions[:2], "digests": file.digests[:2]},
        {"decisions": file.decisions[::-1]},
        {"decisions": (*file.decisions, file.decisions[2]), "digests": (*file.digests, file.digests[2])},
        {"mode": MODES[MODES.index(mode) - 1]},
        {"title": "Nobody’s first Monday"},
        {"scenario": "../first_monday"},
        {"colleagues": (("pm", "balanced"), ("am", "balanced"))},
    ):
        assert forged(mode, **changes).faults, changes


def test_a_forged_colleague_is_caught() -> None:
    """A play lived with a colleague who did what suited the player: every week is possible, but not by that style."""
    file = filed()
    scenario = load(TEXT, STORY).scenario
    assert scenario is not None
    play = Play(scenario, 7, SEAT_OF_MODE["am"])
    for decisions in file.decisions:
        lazy = replace(decisions.pm, moves=()) if play.week == 2 else decisions.pm
        try:
            play.live(replace(decisions, pm=lazy))
        except Exception:  # what came after no longer fits
            break
    assert len(play.weeks) >= 2
    ended = play.outcome
    proof = forged(
        decisions=tuple(lived.decisions for lived in play.weeks),
        digests=tuple(lived.digest for lived in play.weeks),
        ending=ended.ending if ended else "",
        scores=scores_of(ended, HUMANS_OF_MODE["am"]) if ended else "{}",
    )
    assert said(proof) == "In week 2 the colleague decides otherwise than the file says."


def test_forged_rules_are_caught_where_they_matter() -> None:
    assert "Week 1 " in said(forged(text=re.sub(r"budget: [\d_]+", "budget: 99_000", TEXT, count=1)))
    assert forged(text=TEXT.replace("weeks: 3", "weeks: 4")).faults
    assert said(forged(text="title: [")) == "Its scenario cannot be played with this version of the game."
    assert forged(text=TEXT.replace("a kettle", "a kettle and a half")).faults == ()  # another story, but truly played


def test_another_version_is_tried_and_named() -> None:
    same = forged(engine="0.0.9")
    assert (same.faults, same.other_engine) == ((), "0.0.9")
    other = forged(engine="0.0.9", digests=(filed().digests[0], "0" * 16, "0" * 16))
    assert [fault.kind for fault in other.faults] == [DIFFERS]
    assert said(other) == "Week 2 is the first that comes out otherwise than the file says."
    assert forged(engine=game.__version__).other_engine == ""


def test_a_play_carried_over_keeps_what_its_colleague_had_decided() -> None:
    """Weeks taken over from another play were decided there, perhaps on other rules."""
    file = filed()
    scenario = load(TEXT, STORY).scenario
    assert scenario is not None
    play = Play(scenario, 7, SEAT_OF_MODE["am"])
    play.live(replace(file.decisions[0], pm=replace(file.decisions[0].pm, moves=())))
    carried = carry(play, scenario, HUMANS_OF_MODE["am"]).play
    changes = {
        "decisions": tuple(lived.decisions for lived in carried.weeks),
        "digests": tuple(lived.digest for lived in carried.weeks),
        "ending": "",
        "scores": "{}",
    }
    assert forged(**changes).faults
    assert forged(**changes, parent="x", parent_week=1, recorded=0).faults == ()


# ---- hostile ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"seed": 7', '"seed": ' + "9" * 1_000_000),
        ('"seed": 7', '"seed": 9223372036854775808'),
        ('"seed": 7', '"seed": -1'),
        ('"seed": 7', '"seed": 7.0'),
        ('"seed": 7', '"seed": true'),
        ('"seed": 7', '"seed": null'),
        ('"seed": 7', '"seed": NaN'),
        ('"seed": 7', '"seed": 7, "seed": 7'),
        ('"scores": {', '"scores": {"pm": 1e999, '),
        ('"scores": {', '"scores": {"pm": Infinity, '),
        ('"scores": {', '"scores": {"pm": ' + "9" * 400 + ".0, "),
        ('"scores": {', '"scores": {"ceo": 99.0, '),
        ('"reflections": []', '"reflections": ' + "[" * 100_000 + "]" * 100_000),
        ('"reflections": []', '"reflections": [[1, "x", "y"]]'),
        ('"reflections": []', '"reflections": [' + ", ".join(['[0, "x"]'] * 101) + "]"),
        ('"mode": "am"', '"mode": "ceo"'),
        ('"mode": "am"', '"mode": {"am": {}}'),
        ('"weeks": 3', '"weeks": 1000000000'),
        ('"branched_after_week": 0', '"branched_after_week": 99999999999'),
        ('"title": "', '"title": "' + "x" * 30_000),
        ('"week": 2', '"week": 3'),
        ('"text": [', '"text": [7,'),
        ('"text": [', '"more": [], "text": ['),
        ('"format": 1', '"format": 0'),
        ('"format": 1', '"format": true'),
        ('"format": 1', '"format": "1"'),
        ('"first_run": true', '"first_run": 1'),
        ('{"week": 1', '{"week": "\ud800"'),
    ],
    ids=lambda value: value[:28],
)
def test_hostile_values_are_answered_in_a_sentence(old: str, new: str) -> None:
    text = play_file("am").decode()
    assert old in text
    proof = proved(fitted(text.replace(old, new, 1).encode("utf-8", "surrogatepass").decode("utf-8", "replace")))
    assert [fault.kind for fault in proof.faults] == [DAMAGED]
    assert len(said(proof)) < 200


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0" * 100,
        b"\x89PNG\r\n\x1a\n",
        b"[]",
        b"null",
        b"7",
        b"{}",
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"x" * (MAX_BYTES + 1),
        TEXT.encode(),
        b'{"format": {}, "play": [], "weeks": 7}',
    ],
    ids=lambda raw: repr(raw[:12]),
)
def test_other_files_are_told_from_ours(raw: bytes) -> None:
    proof = proved(raw)
    assert proof.file is None
    assert proof.faults[0].kind in (NOT_OURS, DAMAGED)


def test_a_newer_format_is_named() -> None:
    proof = proved(play_file("am").replace(b'"format": 1', b'"format": 2'))
    assert [fault.kind for fault in proof.faults] == [NEWER]
    assert said(proof) == "It is written in format 2; this version of the game reads format 1."


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_value_anywhere_raises(data: st.DataObject) -> None:
    """Any value in the place of any other, the check sum made to fit."""
    document = json.loads(play_file("two"))
    node = document
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(st.booleans()):
            break
        node = node[key]
    node[key] = data.draw(JSON)
    whole = json.dumps(document)
    assert read(whole.encode("utf-8", "replace")).fault is not None


WORDS = st.sampled_from(
    ["the_queue", "range", "learn", "account", "talk", "bo", "idris", "nora", "card_reader", "call", "sync", "", "x"]
)
SEAT_DECISIONS = st.builds(
    SeatDecisions,
    st.lists(st.builds(Answer, WORDS, st.tuples(WORDS)), max_size=3, unique_by=lambda a: a.event).map(tuple),
    st.lists(st.builds(Move, WORDS, WORDS, WORDS), max_size=3).map(tuple),
)


@given(st.sampled_from(MODES), st.integers(0, 2), st.builds(Decisions, SEAT_DECISIONS, SEAT_DECISIONS))
@settings(max_examples=40, deadline=None)
def test_no_decision_raises_when_lived_again(mode: str, week: int, decisions: Decisions) -> None:
    file = filed(mode)
    mine = (*file.decisions[:week], decisions, *file.decisions[week + 1 :])
    proof = forged(mode, decisions=mine)
    assert proof.faults
    assert "cannot be lived again" not in said(proof)
