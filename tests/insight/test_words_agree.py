"""What one sentence of a screen says, no other sentence or number of it denies."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.legality import decided
from game.engine.model import KPIS, NONE, Choice, Question, Scenario, Seat
from game.engine.moves import area_name
from game.engine.play import Play
from game.engine.scores import milestone_week
from game.engine.state import Decisions, Move, SeatDecisions, State
from game.engine.view import observe
from game.insight.felt import EXPERIENCE
from game.insight.pace import DONE, forecast_parts
from game.insight.preview import FELT, foreseen
from game.insight.simulate import bots_for, decide, run
from game.insight.words.beats import beats
from game.insight.words.cards import kpi_row, meters, over_budget
from game.insight.words.causes import cause_words, choices_on, entitled, quoted
from game.insight.words.chips import CLEARLY, RESTED, TIRED, chip_words, choice_chips
from game.insight.words.choosing import choose
from game.insight.words.details import kpi_detail
from game.insight.words.figures import percent, times, week_number
from game.insight.words.fill import substitute
from game.insight.words.headline_words import HEADLINES
from game.insight.words.headlines import headline, situations
from game.insight.words.largest import largest
from game.insight.words.ledger import explain, lines, parts_of
from game.insight.words.lived import Week
from game.insight.words.losses import OWN, losses
from game.insight.words.meanwhile import NEWS, REPORT_EVENTS, REPORTS, felt, meanwhile
from game.insight.words.moved import NO_DATA, meter_explained, meter_moved
from game.insight.words.people import by_id, first_name, role
from game.insight.words.points import UNSEEN, points_moved
from game.insight.words.quantities import delta_text, owner_id, trust_of
from game.insight.words.recap import recap
from game.insight.words.risks import risk_rows, shares
from game.insight.words.score_notes import score_note
from game.insight.words.sentences import MOODS, Spoken, line
from game.insight.words.taken import taken
from game.insight.words.tellings import TEAM_DOWN
from game.insight.words.topic import MUCH, on_topic
from game.insight.words.traces import trace, traces
from game.insight.words.verdict import OPENING, verdict
from game.insight.words.whys import DULL, why
from game.scenario.load import load_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def shipped(name: str) -> Scenario:
    loaded = load_scenario(SCENARIOS / f"{name}.yaml")
    assert loaded.scenario is not None
    return loaded.scenario


@pytest.fixture(scope="module")
def plays() -> list[Play]:
    names = (("first_monday", 7), ("scope_creep", 8), ("dependencies", 9))
    ways = [(shipped(name), seed, seat, bot) for name, seed in names for seat in Seat for bot in ("balanced", "random")]
    return [run(scenario, seed, seat, bots_for(scenario, seat, bot)) for scenario, seed, seat, bot in ways]


@pytest.fixture(scope="module")
def weeks(plays: list[Play]) -> list[Week]:
    return [Week(play, lived.week, play.seat) for play in plays for lived in play.weeks]


def test_in_the_first_week_nothing_is_compared_with_a_week_before_it(plays: list[Play]) -> None:
    for play in plays:
        said = recap(play, 1, play.seat)
        spoken = [said.headline, *said.moves, *(f"{each.rest} {each.why}" for each in said.lines)]
        opened = [explained.line for explained in lines(play, 1, play.seat)]
        meter = [meter_explained(play, 1, play.seat, name) for name in ("relationship", "delivery")]
        spoken += opened + [each.exact for each in meter if each is not None]
        assert not [each for each in spoken if "last week" in each or "a week ago" in each]
        assert verdict(play.back_to(1), play.seat) in OPENING


def test_who_trusts_us_more_and_is_less_content_is_not_called_happier(weeks: list[Week]) -> None:
    checked = 0
    for lived in weeks:
        for beat in beats(lived.play, lived.week, lived.viewer):
            person = lived.scenario.people[beat.person] if beat.kind == "client" else None
            if person is None or beat.quantity != trust_of(beat.person):
                continue
            if lived.change(person.satisfaction) * beat.change < 0.0:
                checked += 1
                assert not any(word in line(lived, beat, Spoken([], [])).rest for word in MOODS)
    assert checked > 5


def test_a_meter_opened_says_how_often_each_of_its_numbers_counts() -> None:
    crane = shipped("dependencies")
    play = run(crane, 3, Seat.BOTH, bots_for(crane, Seat.BOTH, "balanced"))
    for week in range(len(play.weeks) + 1):
        for name in ("relationship", "delivery"):
            opened = meter_explained(play, week, Seat.BOTH, name)
            assert opened is not None
            weights = {row.name: crane.targets[row.name].weight for row in opened.rows}
            sum_of = sum(row.now_points * weights[row.name] for row in opened.rows) / sum(weights.values())
            assert abs(sum_of - opened.meter.value) < 0.1
            assert all(bool(row.counts) == (weights[row.name] != 1.0) for row in opened.rows)
            assert "Some count more than once." in opened.meaning


def test_what_moved_a_meter_is_never_told_as_from_and_to_the_same(weeks: list[Week]) -> None:
    for lived in weeks:
        for name in ("relationship", "delivery"):
            opened = meter_explained(lived.play, lived.week, lived.viewer, name)
            for row in opened.rows if opened is not None else ():
                was, _comma, now = row.told.partition(" points, now ")
                assert not now or not row.amount or was != now.partition(",")[0], row


@pytest.mark.parametrize(("factor", "said"), [(2.0, "twice"), (3.0, "three times"), (1.5, "1.5 times")])
def test_how_often_something_counts_reads_like_speech(factor: float, said: str) -> None:
    assert times(factor) == said


def test_a_word_given_shows_no_number_that_something_else_moved(weeks: list[Week]) -> None:
    told = 0
    for lived in weeks:
        for beat in beats(lived.play, lived.week, lived.viewer):
            if beat.kind != "made" or beat.quantity == NONE or beat.cause is None:
                continue
            most = lived.cause(beat.quantity, beat.change)
            status = next(each.status for each in lived.scenario.promises if f"promise:{each.id}" == beat.cause.key)
            gave = [cause_words(lived.view, cause).key for _w, moved, cause, _a in lived.changes if moved == status]
            told += 1
            assert most is not None
            assert most.key in [beat.cause.key, *gave]
    assert told


def test_a_line_the_author_wrote_says_how_much_of_its_number_was_somebody_elses(weeks: list[Week]) -> None:
    shared = 0
    for lived in weeks:
        for beat in beats(lived.play, lived.week, lived.viewer):
            told = line(lived, beat, Spoken([], []))
            if beat.kind != "tells" or not told.label:
                continue
            found = explain(lived.play, lived.week, told.quantity, lived.viewer)
            assert found is not None
            if len(found.read) > 1:
                shared += 1
                assert " · " in told.why, told
    assert shared > 5


def test_a_date_that_moved_names_what_moved_it_most_with_its_part(weeks: list[Week]) -> None:
    named = 0
    for lived in weeks:
        for beat in beats(lived.play, lived.week, lived.viewer):
            if beat.kind == "forecast" and abs(beat.change) >= 1.0:
                parts = forecast_parts(lived.play, lived.week, beat.quantity)
                assert sum(grains for _cause, grains in parts) == round(10 * lived.change(beat.quantity))
                cause, _grains = max(parts, key=lambda part: part[1] * beat.change)
                told = line(lived, beat, Spoken([], [])).why
                if told and not cause.startswith("law:"):
                    named += cause_words(lived.view, cause).text in told
    assert named > 5


def test_a_task_that_somebody_made_larger_or_smaller_is_news_with_whose_answer_it_was(weeks: list[Week]) -> None:
    told = 0
    for lived in weeks:
        for row in recap(lived.play, lived.week, lived.viewer).lines:
            task = next((task for task in lived.scenario.tasks if task.name == row.lead), None)
            if task is not None and row.quantity == task.work:
                told += 1
                more = "more" in row.rest or "grew" in row.rest or "larger" in row.rest
                assert more is (lived.change(task.work) > 0.0)
                assert row.why
    assert told > 3


def test_a_milestone_that_will_miss_its_week_is_told_when_on_time_falls_for_it(plays: list[Play]) -> None:
    missed = 0
    for play in plays:
        for lived in (Week(play, each.week, play.seat) for each in play.weeks if play.seat is not Seat.AM):
            told = {beat.subject for beat in beats(play, lived.week, play.seat) if beat.kind == "milestone_late"}
            for task in lived.scenario.tasks:
                before = lived.value(task.forecast) - lived.change(task.forecast)
                crossed = before <= milestone_week(task) < lived.value(task.forecast)
                if task.milestone and crossed and not lived.value(task.finished):
                    missed += 1
                    assert task.name in told
    assert missed > 5


def test_a_delivery_says_how_much_went_out_broken(weeks: list[Week]) -> None:
    said = [
        line(lived, beat, Spoken([], [])).why
        for lived in weeks
        for beat in beats(lived.play, lived.week, lived.viewer)
        if beat.kind in ("delivered", "delivered_late") and lived.viewer is not Seat.AM
    ]
    assert any("of mistakes nobody had found went out with it" in why for why in said)


def test_no_week_is_quiet_in_which_a_meter_fell_by_three(weeks: list[Week]) -> None:
    quiet = [text for kind in ("quiet", "quiet_first", "quiet_last") for text in HEADLINES[kind] if "[" not in text]
    for lived in weeks:
        own = OWN[lived.viewer]
        if any(m.shown_change <= -3 for m in meters(lived.play, lived.viewer, lived.week) if m.name in own and m.live):
            assert headline(lived.play, lived.week, lived.viewer) not in quiet


def test_the_arrow_beside_a_budget_goes_the_way_of_the_amount_that_is_shown(weeks: list[Week]) -> None:
    seen = set()
    for lived in weeks:
        states = [each.values for each in lived.play.states[lived.week - 1 : lived.week + 1]]
        was, now = (over_budget(lived.scenario, values) for values in states)
        arrow = kpi_row(lived.scenario, "budget", states[1], states[0]).trend
        if arrow in ("up", "down"):  # on the other side of the budget, there was none of what is shown now
            seen.add((arrow, now > 0.0, was * now < 0.0))
            assert (arrow == "up") is (abs(now) > (abs(was) if was * now > 0.0 else 0.0))
    assert len(seen) > 3
    assert any(crossed for _arrow, _over, crossed in seen)


def test_on_time_opened_names_the_milestones_that_miss_their_week(plays: list[Play]) -> None:
    named = 0
    for play in plays:
        found = dict(kpi_detail(play, "on_time", Seat.BOTH).parts)
        late = [what for what in found if what.startswith("Milestone: ")]
        in_time, _of, all_of_them = found["Milestones in time"].partition(" of ")
        assert len(late) == int(all_of_them) - sum(map(int, re.findall(r"\d+", in_time)))
        named += len(late)
    assert named


def test_nobody_eats_lunch_over_the_keyboard_when_there_is_nothing_left_to_do(weeks: list[Week]) -> None:
    idle = 0
    for lived in weeks:
        before = lived.play.states[lived.week - 1].values
        for beat in beats(lived.play, lived.week, lived.viewer):
            if beat.kind == "team" and beat.cause is not None and beat.cause.key == "law:workload" and beat.change < 0:
                free = before[lived.scenario.people[beat.person].project] == -1
                said = line(lived, beat, Spoken([], [])).rest
                idle += free
                assert not free or said in TEAM_DOWN["idle"]
    assert idle


def test_the_week_a_date_can_no_longer_be_kept_has_a_line_for_it(plays: list[Play]) -> None:
    missed = told = 0
    for play in plays:
        if play.seat is Seat.AM:
            continue
        for lived in (Week(play, each.week, play.seat) for each in play.weeks[1:]):
            for project in lived.scenario.projects:
                now = lived.value(project.forecast)
                before = now - lived.change(project.forecast)
                if not lived.value(project.delivered) and week_number(before) <= project.due < week_number(now):
                    missed += 1
                    lines = [beat.kind for beat in choose(beats(play, lived.week, play.seat))]
                    told += "forecast" in lines
    assert missed > 3
    assert told >= 0.75 * missed


def test_of_two_answers_of_the_colleague_one_hears_of_the_one_that_is_felt(plays: list[Play]) -> None:
    two = 0
    for play in plays:
        for lived in (Week(play, each.week, play.seat) for each in play.weeks if play.seat is not Seat.BOTH):
            decisions = lived.play.weeks[lived.week - 1].decisions
            theirs = decisions.pm.answers if play.seat is Seat.AM else decisions.am.answers
            ranked = sorted(theirs, key=lambda answer: -felt(lived, answer))
            events = [lived.scenario.events[lived.scenario.event_index[answer.event]] for answer in ranked]
            heard = meanwhile(lived)
            if len(ranked) > 1 and felt(lived, ranked[0]) > felt(lived, ranked[1]) and not events[0].builtin:
                two += 1
                assert heard is not None
                assert (substitute(events[0].note, lived.scenario) or entitled(events[0])) in heard.text
    assert two


def test_an_answer_of_the_colleague_is_told_also_where_it_is_the_second_one_hears_of(plays: list[Play]) -> None:
    second = 0
    for play in plays:
        for lived in (Week(play, each.week, play.seat) for each in play.weeks if play.seat is not Seat.BOTH):
            decisions = play.weeks[lived.week - 1].decisions
            heard, told = meanwhile(lived), 0
            for answer in decisions.pm.answers if play.seat is Seat.AM else decisions.am.answers:
                event, way = choices_on(play.scenario, "/".join((answer.event, *answer.path)))
                assert event is not None
                assert heard is not None
                if event.note or felt(lived, answer) >= NEWS:
                    told += 1
                    reported = REPORTS.get(way[-1].id) if event.id.startswith(REPORT_EVENTS) else None
                    assert (reported or quoted(play.scenario, way[-1].text, lived.week)) in heard.text
            second += told > 1
    assert second


def test_what_the_colleague_answered_is_heard_of_where_it_shows_in_how_content_a_client_is(plays: list[Play]) -> None:
    """A row of the recap names such an answer; that of a quiet week as well, which came with no note."""
    shown = quiet = 0
    for play in plays:
        for lived in (Week(play, each.week, Seat.AM) for each in play.weeks if play.seat is Seat.AM):
            answers = lived.play.weeks[lived.week - 1].decisions.pm.answers
            heard = meanwhile(lived)
            moods = [person.experience for person in lived.scenario.people if person.side == "client"]
            for answer in answers if len(answers) == 1 else ():
                event = lived.scenario.events[lived.scenario.event_index[answer.event]]
                cause = f"choice:{answer.event}/"
                if any(moved in moods and why.startswith(cause) for _w, moved, why, _a in lived.changes):
                    shown += 1
                    quiet += event.builtin
                    assert heard is not None
                    assert (substitute(event.note, lived.scenario, lived.week) or entitled(event)) in heard.text
    assert shown > 5
    assert quiet


def test_what_the_colleague_answered_is_told_by_the_note_one_had_of_it_and_not_by_a_bare_title(
    weeks: list[Week],
) -> None:
    noted = 0
    for lived in weeks:
        heard = meanwhile(lived)
        for event in lived.scenario.events:
            note = substitute(event.note, lived.scenario, lived.week)
            if heard is not None and note and heard.text.startswith(note):
                noted += 1
                assert heard.text[len(note) :].startswith(f" {heard.who}")
                assert entitled(event) not in heard.text
    assert noted > 5


def test_no_task_is_called_done_to_which_the_same_week_added_days(weeks: list[Week]) -> None:
    for lived in weeks:
        left = {t.name: lived.value(t.work) - lived.value(t.done) - lived.value(t.hidden) for t in lived.scenario.tasks}
        done = [beat for beat in beats(lived.play, lived.week, lived.viewer) if beat.kind == "task_done"]
        assert all(left[beat.subject] <= 0.5 for beat in done)


def test_a_mood_a_choice_foretold_is_told_also_where_its_number_is_not_to_be_seen(weeks: list[Week]) -> None:
    clearly = told = 0
    for lived in weeks:
        named = {beat.person for beat in choose(beats(lived.play, lived.week, lived.viewer))}
        for index, person in enumerate(lived.scenario.people):
            answered = taken(lived, person)
            if answered is not None and abs(answered.points) >= CLEARLY:
                clearly += 1
                told += index in named
    assert clearly > 5
    assert told >= 0.85 * clearly


def test_how_somebody_took_an_answer_shows_no_number_the_reader_may_not_see(weeks: list[Week]) -> None:
    seen = 0
    for lived in weeks:
        for beat in beats(lived.play, lived.week, lived.viewer):
            answered = None if beat.kind not in ("client", "team") else taken(lived, lived.scenario.people[beat.person])
            if answered is not None and beat.quantity == NONE:
                seen += 1
                said = line(lived, beat, Spoken([], []))
                assert (said.label, said.delta) == ("", "")
                assert said.tone == ("good" if answered.points > 0.0 else "bad")
                assert said.why.startswith(f"{answered.cause.text}.")
                mood = "satisfaction" if beat.kind == "client" else "morale"
                assert f". It moved {beat.subject}’s {mood}: " in said.why  # and not “the number”
                talked, last = lived.view.as_of >= lived.week, lived.week == lived.scenario.weeks
                how = " showed it." if talked else " sees it." if last else " sees it until you Sync."
                assert said.why.endswith(how)
    assert seen


def test_points_of_score_and_points_of_a_percentage_are_never_called_the_same(plays: list[Play]) -> None:
    shares = 0
    for play in plays:
        for quantity, rule in enumerate(play.scenario.quantities):
            if rule.unit == "share" and not rule.name.endswith(".prepared"):
                shares += 1
                assert delta_text(play.scenario, quantity, 0.05) == "+5.0 percentage points"
        for name in KPIS[Seat.AM] + KPIS[Seat.PM]:
            assert " 100 points" in kpi_detail(play, name, Seat.BOTH).points
    assert shares


def test_of_what_the_colleague_looked_into_one_hears_only_where_one_knows_what_lies_there(plays: list[Play]) -> None:
    looked = 0
    for play in plays:
        for lived in (Week(play, each.week, play.seat) for each in play.weeks if play.seat is not Seat.BOTH):
            decisions = play.weeks[lived.week - 1].decisions
            theirs = decisions.pm if play.seat is Seat.AM else decisions.am
            heard = meanwhile(lived)
            for truth in lived.scenario.truths:
                known = truth.known_am if play.seat is Seat.AM else truth.known_pm
                if any(
                    m.kind == "look_into" and area_name(play.scenario, m.target) == truth.area for m in theirs.moves
                ):
                    looked += 1
                    assert heard is not None
                    assert lived.view.known(known) or f"looked into {truth.area}" not in heard.text
    assert looked


def test_a_chip_hides_no_half_of_what_a_choice_does_to_somebody() -> None:
    monday = shipped("first_monday")
    view = observe(monday, run(monday, 7, Seat.AM, bots_for(monday, Seat.AM, "balanced")).states[0], Seat.AM)
    mixed = [
        chip_words(view, chip)
        for event in monday.events
        for choice in event.question.choices
        for chip in foreseen(view, choice)
        if chip.kind == "person" and chip.sure and chip.mixed
    ]
    assert mixed
    assert all("mostly" in chip.text and chip.icon.endswith(("-up", "-down")) for chip in mixed)
    assert "Agnes: trust up, satisfaction down; on the whole better, a little" in [chip.spoken for chip in mixed]


def test_a_choice_says_that_more_or_less_will_reach_the_client_broken_to_whoever_counts_it() -> None:
    shop = shipped("scope_creep")
    play = Play(shop, 1, Seat.PM)
    cut, hold = (event_of("scope_creep", name).choices for name in ("cut_test", "go_no_go"))
    cut_six, fix = next(c for c in cut if c.id == "cut_six"), next(c for c in hold if c.id == "fix_first")
    view = observe(shop, play.state, Seat.PM)
    assert [chip.text for chip in choice_chips(view, cut_six)][1] == "More defects"
    assert "defects" not in [chip.kind for chip in foreseen(view, cut_six)]  # bots go by what it costs
    assert "Fewer defects" not in [chip.text for chip in choice_chips(view, fix)]  # there are none yet
    play.state.values[shop.projects[0].defects] = 300
    assert "Fewer defects" in [chip.text for chip in choice_chips(observe(shop, play.state, Seat.PM), fix)]
    assert "More defects" not in [chip.text for chip in choice_chips(observe(shop, play.state, Seat.AM), cut_six)]


def test_every_choice_has_a_label_that_says_what_is_hard_to_foresee_and_what_hangs_on_the_unknown() -> None:
    shop = shipped("scope_creep")
    view, said = observe(shop, Play(shop, 1, Seat.AM).state, Seat.AM), {}
    for event in shop.events:
        for choice in event.question.choices:
            said[event.id, choice.id] = [chip.text for chip in choice_chips(view, choice)]
    assert all(said.values())
    assert said["renewal_talk", "ten_now"] == ["The talk goes on"]
    assert said["renewal_talk", "told"] == ["Gareth", "The talk goes on"]  # beside what is foreseen of it, too
    assert said["keswick", "go"][-1] == "Stands once given"  # it may bring out what nobody has told
    assert "Stands once given" not in said["leo_by_name", "ask_leo"]  # where a maybe says as much
    assert said["common_cutting", "paper_away"] == ["Renewal 5\u00a0% readier"]
    assert said["common_cutting", "read_up"] == ["Their business +6\u00a0%"]
    look_in, sell = said["common_long_service", "look_in"], said["common_long_service", "sell"]
    assert look_in != sell  # both teach something of their business, and not as much
    even = next(choice for choice in event_of("resource_crunch", "in_writing").choices if choice.id == "range")
    crunch = shipped("resource_crunch")
    ring = next(choice for choice in event_of("resource_crunch", "mock_file").choices if choice.id == "over_his_head")
    view = observe(crunch, Play(crunch, 1, Seat.PM).state, Seat.PM)
    assert choice_chips(view, even)[0].spoken == "Henrik: trust up, satisfaction down; about even"
    assert choice_chips(view, ring)[0].text == "0.5\u00a0days less work, maybe"
    assert not [chip for chip in foreseen(view, even) if chip.kind == "person"]


def event_of(story: str, event: str) -> Question:
    scenario = shipped(story)
    return scenario.events[scenario.event_index[event]].question


def test_who_has_no_room_for_a_label_shares_that_of_those_who_take_it_alike() -> None:
    monday = shipped("first_monday")
    event = monday.events[monday.event_index["start_now"]]
    pair = next(choice for choice in event.question.choices if choice.id == "pair")
    for difficulty, texts in (("normal", 3), ("guided", 4)):
        view = observe(monday, Play(monday, 1, Seat.PM, difficulty).state, Seat.PM)
        said = choice_chips(view, pair)
        assert len(said) == texts
        assert " ".join(chip.text for chip in said).count("Sunita") == 1
    view = observe(monday, Play(monday, 1, Seat.PM).state, Seat.PM)
    assert [chip.spoken for chip in choice_chips(view, pair)][1] == "Good for Bo and Sunita, a little"


def test_a_label_tells_getting_tired_from_taking_it_badly() -> None:
    """A late night wears somebody down who does not mind it; it can also be minded."""
    shop = shipped("scope_creep")
    view = observe(shop, Play(shop, 1, Seat.PM).state, Seat.PM)
    late = next(choice for choice in event_of("scope_creep", "mara_thursday").choices if choice.id == "make_it")
    assert ("Leo, more tired too", "chevrons-down") in [(chip.text, chip.icon) for chip in choice_chips(view, late)]
    alone = [
        (chip, words)
        for event in shop.events
        for choice in event.question.choices
        for chip, words in [(each, chip_words(view, each)) for each in foreseen(view, choice)]
        if words.icon in (TIRED, RESTED)
    ]
    assert alone
    for chip, words in alone:
        assert chip.sure
        assert words.text.endswith(("more tired", "less tired"))
        assert words.spoken.partition(" tired")[0].endswith(("more", "less"))


def test_a_number_without_a_face_beside_it_says_whose_it_is(weeks: list[Week]) -> None:
    named = 0
    for lived in weeks:
        for beat in beats(lived.play, lived.week, lived.viewer):
            said = line(lived, beat, Spoken([], []))
            owner = NONE if said.quantity == NONE else by_id(lived.scenario, owner_id(lived.scenario, said.quantity))
            if said.person == NONE and owner != NONE:
                named += 1
                assert said.label.startswith(f"{first_name(lived.scenario.people[owner])}’s ")
    assert named


def test_no_headline_claims_a_loss_of_trust_that_only_the_other_seat_could_look_up(weeks: list[Week]) -> None:
    hidden = 0
    for lived in weeks:
        found = beats(lived.play, lived.week, lived.viewer)
        unseen = [b.subject for b in found if b.kind == "client" and b.quantity == NONE and b.change < 0.0]
        for way in situations(lived, found, [], largest(lived)):
            if way.slots.get("name") in unseen:
                hidden += way.kind == "client_answered"
                assert way.kind not in ("client_down", "crash")
    assert hidden


def test_a_twentieth_of_the_budget_gone_in_a_week_has_a_line(weeks: list[Week]) -> None:
    dear = told = 0
    for lived in weeks:
        for project in lived.scenario.projects if lived.week > 1 else ():
            if lived.change(project.forecast_cost) >= 0.05 * project.start_budget and not lived.value(
                project.delivered
            ):
                dear += 1
                lines = choose(beats(lived.play, lived.week, lived.viewer))
                told += any(beat.quantity == project.forecast_cost for beat in lines)
    assert dear > 3
    assert told >= 0.75 * dear


def test_a_gamble_says_beforehand_what_days_it_costs_to_lose() -> None:
    shop = shipped("scope_creep")
    event = shop.events[shop.event_index["nine"]]
    view = observe(shop, Play(shop, 1, Seat.PM).state, Seat.PM)
    texts = [[chip.text for chip in choice_chips(view, choice)] for choice in event.question.choices]
    assert "1\u00a0day less work, else 2 more" in texts[0]
    assert "3\u00a0days of work" in texts[1]


def test_a_risk_done_away_with_is_told_as_such_and_covers_more() -> None:
    shop = shipped("scope_creep")
    known, booked = (list(Play(shop, 1, Seat.PM).state.values) for _ in range(2))
    certification = next(risk for risk in shop.risks if risk.id == "certification")
    known[certification.known_pm] = booked[certification.known_pm] = 1
    booked[next(i for i, each in enumerate(shop.quantities) if each.name == "provider_booked")] = 1
    told = [what for what, _takes in risk_rows(shop, booked, known)]
    assert "Payment certification: cannot come any more, weighed at £5,000" in told
    assert sum(shares(shop, booked)) < sum(shares(shop, known))


@pytest.mark.parametrize("name", ["first_monday", "scope_creep", "dependencies", "demanding_client"])
def test_at_the_end_the_note_beside_the_risks_and_their_rows_count_what_nobody_found_alike(name: str) -> None:
    """As many, for as much; none that was done away with, and before the end no number of them."""
    scenario = shipped(name)
    for seed in range(1, 6):
        play = run(scenario, seed, Seat.BOTH, bots_for(scenario, Seat.BOTH, "random"))
        assert not [what for what, _took in kpi_detail(play, "risk", Seat.BOTH, 0).parts if "nobody found" in what]
        rows = [pair for pair in kpi_detail(play, "risk", Seat.BOTH).parts if "nobody found" in pair[0]]
        note = score_note(scenario, play.state.values, "risk")
        found = re.search(r"never found: (.+), (.+) against you", note)
        assert bool(found) == bool(rows), (note, rows)
        if found:
            assert rows[0][0].lower().startswith(f"{found[1]} risk")
            assert rows[0][1].startswith(f"{found[2]} against you")


def test_a_risk_done_away_with_before_anybody_found_it_is_not_called_never_found() -> None:
    shop = shipped("scope_creep")
    values = list(Play(shop, 1, Seat.PM).state.values)
    for risk in shop.risks:
        values[risk.known_pm] = 1 if risk.id != "certification" else 0
    booked = next(i for i, each in enumerate(shop.quantities) if each.name == "provider_booked")
    assert "never found: one, " in score_note(shop, values, "risk")
    values[booked] = 1
    assert score_note(shop, values, "risk") == ""
    assert not [what for what, _took in risk_rows(shop, values, None, over=True) if "nobody" in what]


def test_what_moved_a_meter_most_has_a_line_that_says_why(plays: list[Play]) -> None:
    """The largest number of a week is never moved behind the reader's back."""
    told = silent = 0
    for play in plays:
        for lived in (Week(play, each.week, play.seat) for each in play.weeks):
            most = largest(lived)
            if most is not None:
                first = beats(play, lived.week, play.seat)[0]
                assert first in choose(beats(play, lived.week, play.seat))
                why = line(lived, first, Spoken([], [])).why
                told += 1
                silent += not why and first.kind not in ("renewed", "lost", "left")
    assert told > 50
    assert silent == 0


def test_a_headline_is_about_what_moved_most_or_about_greater_news(weeks: list[Week]) -> None:
    judged = 0
    for lived in weeks:
        most = largest(lived)
        if most is not None and abs(most.moved.change) >= MUCH and most.moved.was != NO_DATA:
            found = beats(lived.play, lived.week, lived.viewer)
            ways = on_topic(lived, most, situations(lived, found, losses(lived), most))
            judged += 1
            assert ways
            assert not {way.kind for way in ways} & {"quiet", "rough", "truth", "colleague_down", "late_bill", "made"}
    assert judged > 30


def test_two_calls_of_a_week_do_not_end_in_the_same_words() -> None:
    play = Play(shipped("dependencies"), 3, Seat.BOTH)
    calls = tuple(Move("call", name) for name in ("philippa", "ansgar"))
    for _week in range(3):
        said = traces(Week(play, play.live(Decisions(am=SeatDecisions(moves=calls))).week, Seat.BOTH))
        assert len({told.partition(". ")[2] for told in said}) == 2


def test_every_colour_of_a_report_says_that_the_client_will_hear_it() -> None:
    shop = shipped("scope_creep")
    view = observe(shop, Play(shop, 1, Seat.PM).state, Seat.PM)
    colours = shop.events[shop.event_index["common_status_report"]].question.choices
    assert all("The client hears it" in [chip.text for chip in choice_chips(view, choice)] for choice in colours)


def test_a_danger_that_turns_out_to_be_none_is_told_as_none() -> None:
    """What was looked into and cannot come could not still happen."""
    shop = shipped("scope_creep")
    told = []
    for seed in range(1, 9):
        play = run(shop, seed, Seat.PM, bots_for(shop, Seat.PM, "balanced"))
        found = [beat for week in range(1, len(play.states)) for beat in beats(play, week, Seat.PM)]
        told += [(play, beat) for beat in found if beat.kind in ("risk_found", "risk_harmless")]
    assert {beat.kind for _play, beat in told} == {"risk_found", "risk_harmless"}
    assert all("Checkout" not in beat.subject for _play, beat in told if beat.kind == "risk_found")


def test_who_comes_to_know_of_a_danger_reads_when_it_may_come_and_as_likely_as_where_it_is_counted(
    plays: list[Play],
) -> None:
    told = 0
    for play in plays:
        for lived in (Week(play, each.week, play.seat) for each in play.weeks):
            values = play.states[lived.week].values
            rows = [text for text, _share in risk_rows(play.scenario, values, None)]
            for beat in beats(play, lived.week, play.seat):
                chance = re.search(r"It may come in weeks? (\d+)( to \d+)?: (.*)$", beat.detail)
                if beat.kind in ("risk_found", "risk_told") and chance and play.seat is not Seat.AM:
                    told += 1
                    row = next(row for row in rows if f"“{row.partition(':')[0]}”" == beat.subject)
                    assert f": {chance[3]}" in row
                    assert int(chance[1]) > lived.week
                    assert beat.detail in line(lived, beat, Spoken([], [])).why
    assert told > 3


def test_a_talk_that_shows_the_other_meter_anew_says_what_moved_it_since(plays: list[Play]) -> None:
    told = []
    for play in plays:
        for week in range(2, len(play.states)):
            for meter in meters(play, play.seat, week):
                said = meter_moved(play, week, play.seat, meter.name)
                if not meter.live and " was " in said:
                    told.append(said)
                    opened = meter_explained(play, week, play.seat, meter.name)
                    assert opened is not None
                    assert f"is {opened.meter.shown}, " in said
    assert told
    assert all("mostly by" in said for said in told)


def test_a_re_estimate_says_what_it_did_to_the_date_itself(plays: list[Play]) -> None:
    """Where an answer of the same week moved the date as well, that is not what the estimate found."""
    told = 0
    for play in plays:
        for lived in (Week(play, each.week, play.seat) for each in play.weeks if play.seat is not Seat.AM):
            for project in lived.scenario.projects:
                said = trace(lived, Move("re_estimate", project.id))
                parts = dict(forecast_parts(play, lived.week, project.forecast))
                days_later = parts.get(f"move:re_estimate/{project.id}", 0) / 2
                assert ("sooner" in said, "later" in said) == (days_later < 0, days_later > 0)
                told += days_later != 0
    assert told > 3


def test_a_quality_that_fell_for_the_readers_own_answers_is_not_put_down_to_moods(weeks: list[Week]) -> None:
    own = 0
    for lived in weeks:
        found = points_moved(lived.play, lived.week, "quality", lived.viewer)
        row = next((row for row in recap(lived.play, lived.week, lived.viewer).lines if row.lead == "Quality"), None)
        if row is not None and found is not None and lived.viewer is not Seat.AM:
            most = max(found.rows, key=lambda each: each.amount * found.change)
            own += most.key != UNSEEN
            assert ("changed their minds" in row.why) is (most.key == UNSEEN)
    assert own


def test_what_each_number_did_to_a_meter_adds_up_to_its_change_as_it_is_told(weeks: list[Week]) -> None:
    """“58.4 before, 60.6 now”, and rows that come to 2.1: nobody should have to wonder about the tenth."""
    added = 0
    for lived in weeks:
        for name in ("relationship", "delivery"):
            opened = meter_explained(lived.play, lived.week, lived.viewer, name)
            told = re.findall(r"[\d.]+", opened.exact.removesuffix(".")) if opened is not None else []
            if opened is not None and told:
                rows = [float(row.amount.replace("−", "-")) for row in opened.rows if row.amount]
                assert round(sum(rows), 2) == round(float(told[1].removesuffix(".")) - float(told[0]), 2)
                added += 1
    assert added > 50


def test_a_date_without_a_row_of_its_own_is_told_with_the_bill_it_moved(weeks: list[Week]) -> None:
    told = 0
    for lived in weeks:
        rows = recap(lived.play, lived.week, lived.viewer).lines
        for row in rows:
            if "Go-live " in row.why:
                told += 1
                project = next(each for each in lived.scenario.projects if each.forecast_cost == row.quantity)
                assert ("later" in row.why.rpartition(". ")[2]) is (lived.change(project.forecast) > 0)
                assert not any(other.quantity == project.forecast for other in rows)
    assert told


def test_a_headline_of_what_is_on_offer_names_it_and_speaks_of_no_order() -> None:
    """A pitch is out and nothing is signed: that is no order book."""
    shop, told = shipped("scope_creep"), 0
    for seed in range(1, 13):
        play = Play(shop, seed, Seat.AM)
        bots = decide(play, bots_for(shop, Seat.AM, "balanced"))
        play.live(Decisions(SeatDecisions(bots.am.answers, (Move("pitch", "subscription"),)), bots.pm))
        lived = Week(play, 1, Seat.AM)
        ways = situations(lived, beats(play, 1, Seat.AM), [], largest(lived))
        for way in (each for each in ways if each.kind == "upsell_up"):
            told += 1
            assert way.slots["offer"] == "“Coffee by subscription”"
    assert told
    assert all("order book" not in each for each in HEADLINES["upsell_up"] + HEADLINES["upsell_down"])


def test_what_a_label_foretold_of_a_renewal_or_a_business_can_be_read_on_friday(plays: list[Play]) -> None:
    told = 0
    for play in (each for each in plays if each.seat is not Seat.PM):
        for lived in play.weeks:
            said = recap(play, lived.week, play.seat).answers
            prepared = [account.prepared for account in play.scenario.accounts]
            for _week, moved, cause, grains in lived.changes:
                if moved in prepared and cause.startswith("choice:"):
                    told += 1
                    share = percent(abs(grains) / play.scenario.quantities[moved].per_unit)
                    how = "readier" if grains > 0 else "less ready"
                    assert any(f" is {share} {how}, " in line for line in said)
        assert not recap(play, 1, Seat.PM).answers
    assert told


def test_a_blow_that_moved_nothing_one_sees_says_where_one_hears_of_it() -> None:
    shop, unseen = shipped("scope_creep"), 0
    for seed in range(1, 7):
        play = run(shop, seed, Seat.AM, bots_for(shop, Seat.AM, "balanced"))
        for lived in (Week(play, each.week, Seat.AM) for each in play.weeks):
            for beat in (each for each in beats(play, lived.week, Seat.AM) if each.kind == "struck"):
                why = line(lived, beat, Spoken([], [])).why
                if beat.quantity == NONE and lived.view.as_of < lived.week and not beat.value:
                    unseen += 1
                    assert why == "What it comes to you hear in your next talk with Joss."
                else:
                    assert "next talk" not in why
    assert unseen


def test_whom_a_label_calls_better_or_worse_off_the_ledger_has_a_line_for(plays: list[Play]) -> None:
    """Also where another answer made up for it in the same week."""
    foretold = evened = 0
    for play in plays:
        for lived in play.weeks:
            before = observe(play.scenario, play.states[lived.week - 1], play.seat)
            for cause, choice in answered(play, lived.week):
                for chip in foreseen(before, choice):
                    if chip.kind == "person" and chip.sure and not choice.outcome.branch and abs(chip.amount) >= FELT:
                        foretold += 1
                        assert any(moved * chip.amount > 0.0 for moved in felt_by(play, lived.week, cause, chip.person))
            evened += len([p for p in play.scenario.people if made_up_for(play, lived.week, p.experience)])
    assert foretold > 100
    assert evened


def answered(play: Play, week: int) -> list[tuple[str, Choice]]:
    """The choices the reader took in a week, each with its cause."""
    found = []
    for answer in decided(play.weeks[week - 1].decisions, play.seat).answers:
        way = choices_on(play.scenario, "/".join((answer.event, *answer.path)))[1]
        paths = ["/".join((answer.event, *answer.path[: end + 1])) for end in range(len(way))]
        found += [(f"choice:{path}", choice) for path, choice in zip(paths, way, strict=True)]
    return found


def felt_by(play: Play, week: int, cause: str, person: int) -> list[float]:
    """What a cause did to somebody as the ledger has it; more is better for them."""
    who, view = play.scenario.people[person], observe(play.scenario, play.states[week], Seat.BOTH)
    good = [who.satisfaction, who.morale, who.rapport, trust_of(person) if who.confidence != NONE else NONE]
    signs = [(number, 1.0) for number in good] + [(who.fatigue, -1.0), (who.hours, -1.0)]
    parts = [(part, sign) for number, sign in signs if number != NONE for part in parts_of(play, week, number, view)]
    return [sign * part.grains for part, sign in parts if part.words.key == cause]


def made_up_for(play: Play, week: int, experience: int) -> bool:
    """Whether what somebody lived through in a week came to nothing together."""
    lived = [(cause, grains) for _w, moved, cause, grains in play.weeks[week - 1].changes if moved == experience]
    return bool(lived) and EXPERIENCE not in dict(lived) and not sum(grains for _cause, grains in lived)


def test_nobody_is_foretold_to_be_more_content_whose_house_has_left() -> None:
    crunch = shipped("resource_crunch")
    state = Play(crunch, 1, Seat.AM).state
    cards = next(choice for choice in event_of("resource_crunch", "common_two_cards").choices if choice.id == "back")
    assert "Ingrid" in [chip.text for chip in choice_chips(observe(crunch, state, Seat.AM), cards)]
    ingrid = crunch.people[by_id(crunch, "ingrid")]
    state.values[crunch.accounts[ingrid.account].signed] = 2
    assert "Ingrid" not in [chip.text for chip in choice_chips(observe(crunch, state, Seat.AM), cards)]


def test_a_choice_that_keeps_or_breaks_an_open_promise_says_so() -> None:
    shop = shipped("scope_creep")
    state = Play(shop, 1, Seat.AM).state
    pay = next(choice for choice in event_of("scope_creep", "goat_waits").choices if choice.id == "pay")
    half = next(choice for choice in event_of("scope_creep", "thirteen").choices if choice.id == "half")
    assert not [chip for chip in texts(shop, state, pay) + texts(shop, state, half) if "promise" in chip]
    for promise in shop.promises:
        state.values[promise.status] = 1
        state.values[promise.due_week] = promise.due
    assert "Keeps a promise" in texts(shop, state, pay)
    assert "Breaks a promise" in texts(shop, state, half)
    said = [chip.spoken for chip in choice_chips(observe(shop, state, Seat.AM), pay)]
    assert "It keeps an open promise to Dana" in said


def texts(scenario: Scenario, state: State, choice: Choice) -> list[str]:
    return [chip.text for chip in choice_chips(observe(scenario, state, Seat.AM), choice)]


def test_who_trusts_us_more_and_is_less_content_is_said_to_be_both_over_the_week(plays: list[Play]) -> None:
    """No headline of a loss stands over a row of a gain of the same person."""
    checked = 0
    for lived in [Week(play, week.week, play.seat) for play in plays for week in play.weeks]:
        found = beats(lived.play, lived.week, lived.viewer)
        up = {beat.subject for beat in found if beat.kind == "client" and beat.change > 0.0}
        ways = situations(lived, found, losses(lived), None)
        assert not [way for way in ways if way.kind in ("client_down", "crash") and way.slots.get("name") in up]
        checked += len([way for way in ways if way.kind == "less_content" and way.slots["name"] in up])
    assert checked


def test_what_the_one_who_asks_has_told_is_no_discovery() -> None:
    monday = shipped("first_monday")
    told = []
    for seed in range(12):
        play = run(monday, seed, Seat.AM, bots_for(monday, Seat.AM, "balanced"))
        for lived in [Week(play, week.week, Seat.AM) for week in play.weeks]:
            asked = [each.event for each in play.weeks[lived.week - 1].decisions.am.answers]
            for beat in beats(play, lived.week, Seat.AM):
                if beat.kind in ("truth", "truth_told"):
                    assert (beat.kind == "truth_told") == ("the_paper" in asked)
                    told.append(line(lived, beat, Spoken([], [])).lead)
    assert "It is so:" in told


def test_who_came_over_is_named_beside_what_they_cost() -> None:
    crunch = shipped("resource_crunch")
    play = run(crunch, 11, Seat.PM, bots_for(crunch, Seat.PM, "balanced"))
    reasons = [each.why for week in play.weeks for each in recap(play, week.week, Seat.PM).lines]
    assert [why for why in reasons if why.startswith("Tomasz, Sami and Beatriz came over +€")]


def test_the_house_of_a_client_is_named_once() -> None:
    shop, monday = shipped("scope_creep"), shipped("first_monday")
    nils, rosa = (shop.people[by_id(shop, name)] for name in ("nils", "rosa"))
    assert role(shop, nils) == "Owner and roaster, Fjell Coffee"
    assert role(shop, rosa).endswith(", Quint Pianos")
    assert role(monday, monday.people[by_id(monday, "agnes")]) == "Owner"


def test_nobody_is_left_out_of_a_label_who_gets_as_tired_as_the_others() -> None:
    """Leo is glad of the pay and as tired as they are: for the pay there is no room."""
    shop = shipped("scope_creep")
    view = observe(shop, Play(shop, 1, Seat.PM).state, Seat.PM)
    weekend = {choice.id: choice_chips(view, choice) for choice in event_of("scope_creep", "weekend").choices}
    for answer in ("accept", "paid"):
        tired = [chip for chip in weekend[answer] if chip.icon == TIRED]
        assert [chip.text for chip in tired] == ["The whole team more tired"]
        assert all(name in tired[0].spoken for name in ("Aisha", "Leo", "Minh", "Priya"))


def gone(play: Play, name: str) -> list[int]:
    """The weeks in which a client of this name did not sign."""
    account = next(each for each in play.scenario.accounts if each.name == name)
    signed = [state.values[account.signed] for state in play.states]
    return [week for week in range(1, len(signed)) if signed[week] == 2 != signed[week - 1]]


def with_a_talk(play: Play) -> Play:
    """The same play, in whose last week the project manager sits down with the colleague."""
    again = Play(play.scenario, play.seed, play.seat)
    for lived in play.weeks[:-1]:
        again.live(lived.decisions)
    last = play.weeks[-1].decisions
    again.live(replace(last, pm=replace(last.pm, moves=(Move("sync", ""),))))
    return again


def test_a_client_who_does_not_sign_is_the_news_of_the_week_with_how_likely_it_was_and_that_luck_decided() -> None:
    """To who sits beside the account as well: with the odds where they talked that week, else with who knows them."""
    monday, bakery = shipped("first_monday"), "Pell Street Bakery"
    alone, sold = (run(monday, 29, seat, bots_for(monday, seat, "by-the-book")) for seat in (Seat.PM, Seat.AM))
    told = []
    for play in (sold, alone, with_a_talk(alone)):
        assert gone(play, bakery) == [3]
        found = recap(play, 3, play.seat)
        assert found.headline in [each.replace("[name]", bakery) for each in HEADLINES["lost"]]
        assert "Does not renew" in [each.fact for each in lines(play, 3, play.seat) if each.title == bakery]
        told.append(next(each.why for each in found.lines if each.lead == bakery))
    drawn = "Luck decided it, once, on the day."
    assert re.fullmatch(f"On Monday it was [0-9]+\u00a0% likely that they would sign. {drawn}", told[0])
    assert told[1] == f"Nora knows how likely it was. {drawn}"
    assert told[2].startswith("On Monday it was ")


def test_who_delivers_hears_in_its_week_that_a_smaller_client_went() -> None:
    shop, weeks = shipped("scope_creep"), 0
    for seed in range(1, 25):
        play = run(shop, seed, Seat.PM, bots_for(shop, Seat.PM, "balanced"))
        for week in gone(play, "Fjell Coffee"):
            weeks += 1
            told = next(each for each in recap(play, week, Seat.PM).lines if each.lead == "Fjell Coffee")
            due = week == next(each for each in shop.accounts if each.name == "Fjell Coffee").renewal_week
            assert told.why.endswith("once, on the day." if due else "this week.")
    assert weeks


def test_two_people_of_one_style_begin_with_other_words() -> None:
    """Nora of the first story and Mara of the next one please everybody, and not in the same sentences."""
    said = []
    for name in ("first_monday", "scope_creep"):
        story = shipped(name)
        play = run(story, 1, Seat.PM, bots_for(story, Seat.PM, "balanced"))
        told = [meanwhile(Week(play, week, Seat.PM)) for week in (1, 2, 3)]
        said.append({each.says for each in told if each is not None and each.says})
    assert all(said)
    assert not said[0] & said[1]


def test_a_milestone_that_was_met_names_what_did_most_for_it(weeks: list[Week]) -> None:
    """It credited the week's work with what had been traded away, and opened said otherwise."""
    named = 0
    for lived in weeks:
        told = beats(lived.play, lived.week, lived.viewer)
        for beat in [each for each in told if each.kind in ("milestone_met_done", "milestone_late_done")]:
            found = explain(lived.play, lived.week, beat.quantity, lived.viewer)
            along = [] if found is None else [row for row in found.read if row.amount * found.change > 0.0]
            most = max(along, key=lambda row: abs(row.amount), default=None)
            if most is not None and most.key not in (DONE, *DULL):
                named += 1
                assert most.text in why(lived, beat, "")[0], most
    assert named
