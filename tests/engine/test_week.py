"""A week as a player lives it: simultaneous decisions, late consequences, follow-ups, warnings, endings."""

import pytest

from game.engine.legality import IllegalDecision, legal
from game.engine.model import Scenario, Seat
from game.engine.play import Play
from game.engine.state import Answer, Decisions, Move, SeatDecisions
from game.scenario.load import load_text

STORY = """
format: 1
title: A small story
summary: For the tests.
setting: digital agency
challenge: scope creep
weeks: 5
seats: {am: mara, pm: joss}
briefing: {am: Go., pm: Go., both: Go.}
account: {client: Brightside, value: 100_000, renewal: week 9}
people:
  dana: {name: Dana Whitfield, title: Head, side: client, influence: 3, trust: 60, satisfaction: 70}
  aisha: {name: Aisha Okafor, title: Lead, side: team, skill: development, rate: 600}
  mara: {name: Mara Lind, title: Account manager, side: house, style: balanced}
  joss: {name: Joss Adeyemi, title: Project manager, side: house, style: balanced}
project:
  budget: 30_000
  due: week 4
  status_report: never
  tasks:
    build: {work: 15 days, skill: development}
promises:
  early: {by: pm, to: dana, text: Done by week 2, due: week 2, kept_when: project.delivered > 0}
events:
  ask:
    title: An ask
    asks: pm
    weeks: 1
    from: dana
    text: More, please.
    choices:
      take:
        text: Take it on.
        skill: communication
        stance: accommodate
        reply: {dana: "Lovely."}
        effects: {dana.trust: +4, build.work: +3 days}
        later: {in: 2 weeks, effects: {aisha.morale: -7}, tells: Aisha found out.}
        follow: more
      promise:
        text: Promise week 2.
        skill: communication
        stance: accommodate
        promises: early
      go: {text: Go and see her., skill: communication, stance: investigate, takes: 1 move}
      locked:
        text: Charm her.
        skill: communication
        stance: push
        needs: dana.trust >= 90
  more:
    title: Even more
    asks: pm
    from: dana
    text: Even more, please.
    choices:
      not_now: {text: Not now., skill: communication, stance: refuse, effects: {dana.trust: -30}}
      never: {text: Never., skill: communication, stance: refuse, effects: {dana.trust: -40}}
endings:
  walked: {title: Gone, when: dana.trust < 45, early: yes, severity: 9, tone: bad, warnings: [One., Two.], text: Gone.}
  over: {title: Over, tone: mixed, text: Over.}
"""


@pytest.fixture(scope="module")
def small() -> Scenario:
    loaded = load_text(STORY, "small.yaml")
    assert loaded.scenario is not None, "\n".join(map(str, loaded.problems))
    return loaded.scenario


def answers(play: Play, *paths: tuple[str, str]) -> Decisions:
    """These answers, and the first choice for everything else that is asked."""
    wanted = dict(paths)
    mine: dict[Seat, list[Answer]] = {Seat.AM: [], Seat.PM: []}
    for index in play.state.inbox:
        event = play.scenario.events[index]
        mine[event.asks].append(Answer(event.id, (wanted.get(event.id, event.question.choices[0].id),)))
    return Decisions(SeatDecisions(tuple(mine[Seat.AM])), SeatDecisions(tuple(mine[Seat.PM])))


def lines(play: Play, week: int, name: str) -> list[tuple[str, float]]:
    index = play.scenario.quantity_index[name]
    grain = play.scenario.quantities[index].per_unit
    return [(cause, amount / grain) for _w, q, cause, amount in play.weeks[week - 1].changes if q == index]


def test_what_a_choice_does_at_once_is_in_the_ledger_with_its_cause(small: Scenario) -> None:
    play = Play(small, 1, Seat.PM)
    play.live(answers(play, ("ask", "take")))
    assert ("choice:ask/take", 4.0) in lines(play, 1, "dana.confidence")
    assert ("choice:ask/take", 3.0) in lines(play, 1, "build.work")


def test_an_answer_that_takes_a_move_ends_a_silence_and_a_mere_answer_does_not(small: Scenario) -> None:
    went, wrote = Play(small, 1, Seat.PM), Play(small, 1, Seat.PM)
    weeks = small.quantity_index["dana.silence"]
    for play, choice in ((went, "go"), (wrote, "take")):
        play.state.values[weeks] = 4
        play.live(answers(play, ("ask", choice)))
    assert (went.state.values[weeks], wrote.state.values[weeks]) == (1, 5)


@pytest.mark.parametrize("target", ["team", "aisha"])
def test_two_moves_that_undo_each_other_are_refused(small: Scenario, target: str) -> None:
    play = Play(small, 1, Seat.PM)
    decisions = answers(play)
    both = SeatDecisions(decisions.pm.answers, (Move("hours", target, "45"), Move("hours", "team", "50")))
    with pytest.raises(IllegalDecision, match="undo each other"):
        play.live(Decisions(decisions.am, both))


def test_one_apologises_once_for_each_time_somebody_was_let_down(small: Scenario) -> None:
    play = Play(small, 1, Seat.AM)
    failures, sorry = small.quantity_index["dana.failures"], Move("repair", "dana")
    play.state.values[failures] = 1
    for made, possible in (((), True), ((sorry,), False)):
        decisions = answers(play)
        play.live(Decisions(SeatDecisions(decisions.am.answers, made), decisions.pm))
        assert (sorry in legal(small, play.state, Seat.AM).moves) is possible
    play.state.values[failures] = 2
    assert sorry in legal(small, play.state, Seat.AM).moves


def test_a_late_consequence_arrives_in_its_week_and_names_where_it_comes_from(small: Scenario) -> None:
    play = Play(small, 1, Seat.PM)
    for _week in range(3):
        play.live(answers(play, ("ask", "take")))
    assert ("later:ask/take@1", -7.0) not in lines(play, 2, "aisha.morale")
    assert ("later:ask/take@1", -7.0) in lines(play, 3, "aisha.morale")


def test_a_follow_up_arrives_next_week_and_only_when_called(small: Scenario) -> None:
    called, not_called = Play(small, 1, Seat.PM), Play(small, 1, Seat.PM)
    called.live(answers(called, ("ask", "take")))
    not_called.live(answers(not_called, ("ask", "promise")))
    more = small.event_index["more"]
    assert more in called.state.inbox
    assert more not in not_called.state.inbox


def test_a_locked_choice_is_refused(small: Scenario) -> None:
    play = Play(small, 1, Seat.PM)
    with pytest.raises(IllegalDecision, match="not open"):
        play.live(answers(play, ("ask", "locked")))


def test_a_broken_promise_costs_four_times_what_a_kept_one_is_worth(small: Scenario) -> None:
    play = Play(small, 1, Seat.PM)
    play.live(answers(play, ("ask", "promise")))
    play.live(answers(play))
    (broken,) = [amount for cause, amount in lines(play, 2, "dana.confidence") if cause == "promise:early"]
    assert broken == pytest.approx(-4 * 2.5)


def test_a_promise_can_be_moved_before_it_breaks(small: Scenario) -> None:
    play = Play(small, 1, Seat.PM)
    play.live(answers(play, ("ask", "promise")))
    decisions = answers(play)
    moved = SeatDecisions(decisions.pm.answers, (Move("renegotiate", "early"),))
    play.live(Decisions(decisions.am, moved))
    due = small.promises[0].due_week
    assert play.state.values[due] == 4
    assert [c for c, _a in lines(play, 2, "early.status")] == []


def test_what_must_hold_until_a_week_is_given_no_more_time() -> None:
    held = "week >= 4 and aisha.fatigue < 3%"
    text = STORY.replace("project.delivered > 0}", held + ", open: yes}", 1)
    scenario = load_text(text, "held.yaml").scenario
    assert scenario is not None
    assert not [
        move for move in legal(scenario, Play(scenario, 1, Seat.PM).state, Seat.PM).moves if move.target == "early"
    ]
    done = load_text(text.replace(held, "project.delivered > 0"), "done.yaml").scenario
    assert done is not None
    assert Move("renegotiate", "early") in legal(done, Play(done, 1, Seat.PM).state, Seat.PM).moves


def test_an_early_ending_comes_only_after_two_warnings(small: Scenario) -> None:
    play = Play(small, 1, Seat.PM)
    play.live(answers(play, ("ask", "take")))
    warned = small.endings[0].warned
    counts = []
    while play.outcome is None:
        play.live(answers(play))
        counts.append(play.state.values[warned])
    assert counts == [1, 2, 3]
    assert play.outcome.ending == "walked"
    assert play.outcome.early


def test_the_state_given_is_never_changed(small: Scenario) -> None:
    play = Play(small, 1, Seat.PM)
    before = play.state.digest()
    play.live(answers(play, ("ask", "take")))
    assert play.states[0].digest() == before


def test_of_work_that_is_reported_done_no_part_is_traded_away(small: Scenario) -> None:
    """What is still wrong in it nobody sees, and a client gives up nothing they have."""
    play = Play(small, 1, Seat.PM)
    task = play.scenario.tasks[0]
    swap = Move("trade", task.id)
    assert swap in legal(play.scenario, play.state, Seat.PM).moves
    day = play.scenario.quantities[task.work].per_unit
    play.state.values[task.done], play.state.values[task.hidden] = 10 * day, 5 * day
    assert swap not in legal(play.scenario, play.state, Seat.PM).moves


@pytest.mark.parametrize(("chance", "learnt"), [("100%", 1), ("0%", 0)])
def test_an_answer_lets_somebody_learn_a_truth_only_where_it_holds(chance, learnt):
    """“Go, and talk to people”, which reveals what the board knows: where it knows nothing, nothing is to be learnt."""
    truth = f"truths:\n  board: {{chance: {chance}, tells: The board looks in week 3., area: the board}}\n"
    story = STORY.replace("promises:\n  early", f"{truth}promises:\n  early", 1)
    loaded = load_text(story.replace("takes: 1 move}", "takes: 1 move, reveals: board}"), "story.yaml")
    assert loaded.scenario is not None, loaded.problems
    play = Play(loaded.scenario, 1, Seat.BOTH)
    play.live(Decisions(am=SeatDecisions((Answer("ask", ("go",)),))))
    assert play.state.values[loaded.scenario.truths[0].known_pm] == learnt
