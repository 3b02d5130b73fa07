"""Words without a play: conditions, chips, moods, moves, figures, glossary."""

from __future__ import annotations

import zipfile
from importlib import resources
from pathlib import Path

import pytest

from game.engine.expression import And, Arithmetic, Compare, Const, Expr, IfElse, Named, Not, Or, Pick, Read
from game.engine.faces import MOODS
from game.engine.legality import legal
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Move
from game.engine.view import observe
from game.insight.preview import Chip
from game.insight.words import (
    cards,
    goals,
    happenings,
    headline_words,
    meanwhile,
    moods,
    promises,
    pulls,
    sentences,
    tellings,
    verdict,
)
from game.insight.words.causes import quoted
from game.insight.words.chips import chip_words
from game.insight.words.conditions import fact, sentence
from game.insight.words.figures import apportion, day_of, money, percent, signed, week_of
from game.insight.words.fill import substitute
from game.insight.words.glossary import TERMS, meaning
from game.insight.words.headline_words import HEADLINES
from game.insight.words.moods import mood
from game.insight.words.moves import VERBS, move_groups, move_words
from game.insight.words.variety import say
from game.scenario.load import load_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    loaded = load_scenario(SCENARIOS / "scope_creep.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


def _read(scenario: Scenario, name: str) -> Read:
    index = scenario.quantity_index[name]
    rule = scenario.quantities[index]
    return Read(index, rule.per_unit, rule.low, rule.high)


def _trust(scenario: Scenario) -> Named:
    parts = [_read(scenario, "dana.confidence"), _read(scenario, "dana.relationship")]
    formula = Arithmetic("+", Arithmetic("*", Const(0.6), parts[0]), Arithmetic("*", Const(0.4), parts[1]))
    return Named("dana.trust", "Dana's trust", "points", formula)


def _values(scenario: Scenario, dana: float) -> list[int]:
    values = Play(scenario, 1, Seat.PM).state.values.copy()
    for name in ("dana.confidence", "dana.relationship"):
        values[scenario.quantity_index[name]] = round(100 * dana)
    return values


def test_a_locked_choice_says_what_would_have_to_be(scenario: Scenario) -> None:
    test = Compare(">=", _trust(scenario), Const(45.0))
    said = sentence(scenario, test, _values(scenario, 38.0))
    assert said == "Dana’s trust would have to be 45. It is 38."


def test_a_miss_by_a_hair_does_not_read_as_a_contradiction(scenario: Scenario) -> None:
    test = Compare(">=", _trust(scenario), Const(45.0))
    assert sentence(scenario, test, _values(scenario, 44.8)).endswith("It is 44.8.")


def test_a_number_on_the_left_reads_the_same(scenario: Scenario) -> None:
    test = Compare("<=", Const(45.0), _trust(scenario))
    assert sentence(scenario, test, _values(scenario, 38.0)) == "Dana’s trust would have to be 45. It is 38."


def test_weeks_read_as_weeks(scenario: Scenario) -> None:
    week = Read(scenario.week, 1, 0.0, 99.0)
    assert sentence(scenario, Compare(">=", week, Const(5.0)), _values(scenario, 60.0)) == "Only from week\u00a05 on."


def test_a_flag_set_by_one_answer_quotes_that_answer(scenario: Scenario) -> None:
    values = _values(scenario, 60.0)
    flag = scenario.quantity_index["wishes_parked"]
    values[flag] = 1
    for event in scenario.events:
        values[event.seen] = 1
    said = sentence(scenario, Not(_read(scenario, "wishes_parked")), values)
    assert said.startswith("Closed ")


def test_no_tree_is_too_odd_to_be_told(scenario: Scenario) -> None:
    values = _values(scenario, 38.0)
    trust, flag = _trust(scenario), _read(scenario, scenario.quantities[scenario.flags[0]].name)
    low = Compare(">", trust, Const(90.0))
    trees: list[Expr] = [
        Const(0.0),
        flag,
        Not(flag),
        Not(low),
        Or(flag, low),
        And(Not(flag), Or(low, Or(flag, low))),
        Compare("==", Pick("min", (trust, Const(3.0))), Arithmetic("/", Const(1.0), Const(0.0))),
        Compare("!=", Const(1.0), Const(1.0)),
        IfElse(flag, low, Const(0.0)),
        Named("nobody.known", "nobody is known", "flag", Const(0.0)),
        Named("go_live.kept", "go live: kept", "flag", Const(0.0)),
        Compare(">", _read(scenario, "project.delivered"), Const(0.0)),
    ]
    for tree in trees:
        said = sentence(scenario, tree, values)
        assert said.endswith(".")
        assert said[0] == said[0].upper()


def test_every_condition_of_a_choice_can_be_told(scenario: Scenario) -> None:
    values = _values(scenario, 1.0)
    for event in scenario.events:
        for choice in event.question.choices:
            if choice.needs is not None:
                assert sentence(scenario, choice.needs, values).endswith(".")


@pytest.mark.parametrize(
    ("chip", "text", "tone"),
    [
        (Chip("money", -9600.0), "£9,600 cost", "warn"),
        (Chip("money", 9000.0), "£9,000 in", "good"),
        (Chip("days", 8.0), "8\u00a0days of work", "dlv"),
        (Chip("days", -1.0), "1\u00a0day less work", "dlv"),
        (Chip("person", 6.0, 0), "Dana", "good"),
        (Chip("person", -6.0, 0), "Dana", "bad"),
        (Chip("person", 6.0, 0, False), "Dana, maybe", "warn"),
        (Chip("person", -4.0, 0, tired=-4.0), "Dana more tired", "bad"),
        (Chip("person", -9.0, 0, tired=-9.0), "Dana much more tired", "bad"),
        (Chip("person", 4.0, 0, tired=4.0), "Dana less tired", "good"),
        (Chip("person", -9.0, 0, tired=-5.0), "Dana, more tired too", "bad"),
        (Chip("chance", 0.6), "60\u00a0% it works", "plain"),
        (Chip("move", 1.0), "Takes one move", "plain"),
        (Chip("promise", 1.0), "A promise", "rel"),
    ],
)
def test_chips_say_what_a_competent_person_foresees(scenario: Scenario, chip: Chip, text: str, tone: str) -> None:
    view = observe(scenario, Play(scenario, 1, Seat.PM).state, Seat.PM)
    words = chip_words(view, chip)
    assert (words.text, words.tone) == (text, tone)
    assert words.spoken


def test_faces_show_moods_the_portraits_can_draw(scenario: Scenario) -> None:
    for seat in Seat:
        view = observe(scenario, Play(scenario, 1, seat).state, seat)
        for index, person in enumerate(scenario.people):
            found = mood(view, index)
            assert found.face in MOODS
            assert 0.0 <= found.bar <= 1.0
            if person.side == "client":
                assert found.bar_name == "Trust"


def test_a_tired_person_looks_tired_before_they_look_low(scenario: Scenario) -> None:
    state = Play(scenario, 1, Seat.PM).state
    aisha = next(i for i, p in enumerate(scenario.people) if p.id == "aisha")
    state.values[scenario.people[aisha].fatigue] = 900
    found = mood(observe(scenario, state, Seat.PM), aisha)
    assert (found.face, found.word) == ("tired", "Stretched")


def test_every_legal_move_has_a_label_and_says_what_it_does(scenario: Scenario) -> None:
    for seat in Seat:
        state = Play(scenario, 1, seat).state
        view = observe(scenario, state, seat)
        moves = legal(scenario, state, seat).moves
        grouped = [words for group in move_groups(view, moves) for words in group.moves]
        assert sorted(words.move for words in grouped) == sorted(moves)
        for words in grouped:
            assert words.verb
            assert words.does, words
            assert "_" not in words.label, words.label


def test_a_move_for_a_colleague_names_them_and_what_is_asked(scenario: Scenario) -> None:
    view = observe(scenario, Play(scenario, 1, Seat.PM).state, Seat.PM)
    assert move_words(view, Move("sync", "", "date")).label == "Sync with Mara · ask when it will be done"
    assert move_words(view, Move("hours", "team", "45")).label == "Set the team’s hours to 45"
    assert move_words(view, Move("talk", "leo")).label == "Talk with Leo"


def test_what_nobody_did_for_weeks_is_said(scenario: Scenario) -> None:
    state = Play(scenario, 1, Seat.PM).state
    state.values[scenario.week] = 5
    view = observe(scenario, state, Seat.PM)
    assert move_words(view, Move("mitigate", "warehouse")).neglect == "Never picked so far"
    state.neglect["talk/leo"] = 1
    assert move_words(view, Move("talk", "leo")).neglect == "Last talk four weeks ago"


def test_all_icons_exist(scenario: Scenario) -> None:
    archive = resources.files("lucide") / "lucide.zip"
    with archive.open("rb") as file, zipfile.ZipFile(file) as pictures:
        names = {Path(name).stem for name in pictures.namelist()}
    used = {icon for _verb, _past, icon in VERBS.values()} | set(sentences.ICONS.values())
    used |= {icon for table in (moods.CLIENT, moods.TEAM, moods.HOUSE) for _least, _face, _word, icon, _tone in table}
    used |= {icon for table in (goals.LEVELS, promises.LEVELS, promises.DONE) for _word, icon, _tone in table.values()}
    used |= {icon for icon in cards.TREND_ICONS.values() if icon}
    view = observe(scenario, Play(scenario, 1, Seat.PM).state, Seat.PM)
    for kind in ("person", "money", "days", "chance", "promise", "report", "prepared", "known", "move"):
        for amount in (-1.0, 1.0):
            used |= {chip_words(view, Chip(kind, amount, 0, sure)).icon for sure in (True, False)}
            used.add(chip_words(view, Chip(kind, amount, 0, tired=amount)).icon)
    assert used - names == set()


def test_quotations_take_the_first_sentence_and_soften_inner_marks(scenario: Scenario) -> None:
    assert quoted(scenario, "Take them all on. It is only a few days.") == "“Take them all on”"
    assert quoted(scenario, "No. It is in the contract.") == "“No. It is in the contract”"
    assert quoted(scenario, '"Dana did." Attach her e-mail.') == "“Dana did”"
    assert quoted(scenario, 'Say "week 6" and smile.') == "“Say ‘week 6’ and smile”"


def test_placeholders_are_a_closed_list(scenario: Scenario) -> None:
    assert (
        substitute("{dana.first} of {account.client}, week {week}", scenario, 4) == "Dana of Brightside Outdoor, week 4"
    )
    assert substitute("{dana.name} {dana.__class__} {0} { {nobody.name}", scenario) == (
        "Dana Whitfield {dana.__class__} {0} { {nobody.name}"
    )


def test_figures_read_as_people_write_them() -> None:
    assert money("£", 9600.4) == "£9,600"
    assert money("CHF", -9600.0) == "−CHF\u00a09,600"
    assert percent(0.6) == "60\u00a0%"
    assert signed(-6.04) == "−6.0"
    assert signed(0.04) == "0.0"
    assert week_of(9.0) == "week\u00a09"
    assert week_of(9.4) == "week\u00a010"
    assert day_of(9.4) == "Tuesday of week\u00a010"
    assert day_of(99.0) == "no date in sight"


def test_shares_are_dealt_out_to_the_last_grain() -> None:
    assert apportion([0.5, 0.5, 0.5], 2) == [1, 1, 0]
    assert apportion([-1.2, 3.6], 2) == [-1, 3]
    assert sum(apportion([0.1] * 7, 1)) == 1


def test_slots_nobody_knows_stay_and_text_is_never_a_format() -> None:
    assert say("[a] {0} [b", {"a": "%s"}) == "%s {0} [b"
    assert say("[a] [c]", {"a": "x"}) == "x [c]"


def test_terms_are_short_and_found_in_any_spelling() -> None:
    assert len(TERMS) >= 40
    assert all(len(words.split()) <= 35 for words in TERMS.values())
    assert meaning(" Hidden Rework ") == TERMS["hidden rework"]
    assert meaning("synergy") == ""


def test_headlines_have_enough_words_and_nobody_shouts() -> None:
    every = [text for variants in HEADLINES.values() for text in variants]
    assert len(every) >= 100
    assert len(every) == len(set(every))
    for module in (headline_words, happenings, tellings, meanwhile, pulls, verdict):
        assert "!" not in Path(module.__file__ or "").read_text(encoding="utf-8").replace("!”", "").replace("!=", "")


def test_a_condition_on_what_nobody_is_shown_names_what_everybody_met(scenario: Scenario) -> None:
    project = scenario.projects[0]
    values = Play(scenario, 1, Seat.PM).state.values
    values[project.defects] = round(2.4 * scenario.quantities[project.defects].per_unit)
    rule = scenario.quantities[project.defects]
    found = fact(scenario, Compare(">=", Read(project.defects, rule.per_unit, rule.low, rule.high), Const(3.0)), values)
    assert found.label == "what reached the client broken in Web shop"
    assert (found.now, found.wanted) == ("2.4\u00a0days of repair", "3\u00a0days of repair")
