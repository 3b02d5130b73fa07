"""What an author writes becomes the rules the engine plays."""

from collections.abc import Callable

import pytest

from game.engine.expression import Const
from game.engine.model import KPIS, NONE, NOTHING, Choice, Event, Scenario, Seat
from game.engine.play import Play
from game.engine.state import Decisions

Build = Callable[[str], Scenario]
Extend = Callable[[str], str]


def event(scenario: Scenario, name: str) -> Event:
    return scenario.events[scenario.event_index[name]]


def choice(scenario: Scenario, name: str, number: int = 0) -> Choice:
    return event(scenario, name).question.choices[number]


def value(scenario: Scenario, quantity: str) -> tuple[float, float]:
    found = scenario.quantities[scenario.quantity_index[quantity]]
    return found.start_low, found.start_high


def moved(scenario: Scenario, chosen: Choice) -> dict[str, float]:
    """The effects of a choice: quantity name to constant amount."""
    return {
        scenario.quantities[effect.quantity].name: effect.amount.value([0] * len(scenario.quantities))
        for effect in chosen.outcome.effects
    }


def test_twenty_lines_can_be_played_to_the_end(story: str, build: Build) -> None:
    scenario = build(story)
    play = Play(scenario, seed=3, seat=Seat.BOTH)
    while play.state.reached is None:
        play.live(Decisions())
    assert play.week == 11
    assert {e.id for e in scenario.events} >= {"wishlist", "common_status_report", "common_what_they_hear"}


def test_a_start_may_be_drawn_and_trust_is_two_stocks(story: str, build: Build) -> None:
    scenario = build(story.replace("trust: 60", "trust: 55 to 65"))
    assert value(scenario, "dana.confidence") == value(scenario, "dana.relationship") == (55.0, 65.0)
    assert "dana.trust" not in scenario.quantity_index


def test_effects_on_feelings_go_where_they_belong(with_event: Extend, build: Build) -> None:
    scenario = build(
        with_event(
            "effects:\n  dana.trust: clearly down\n  dana.satisfaction: +6\n"
            "  checkout.work: +8 days\n  team.morale: a little up"
        )
    )
    assert moved(scenario, choice(scenario, "wishlist")) == {
        "dana.confidence": -5.0,
        "dana.experience": 6.0,
        "checkout.work": 8.0,
        "aisha.morale": 2.0,
    }


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("+20%", 0.2), ("strongly up", 0.1), ("-5%", -0.05), ("0.1", 0.1)],
)
def test_shares_move_by_shares(with_event: Extend, build: Build, amount: str, expected: float) -> None:
    scenario = build(with_event(f"effects: {{aisha.fatigue: {amount}}}"))
    assert moved(scenario, choice(scenario, "wishlist")) == {"aisha.fatigue": pytest.approx(expected)}


def test_an_amount_may_set_and_may_be_worked_out(with_event: Extend, build: Build) -> None:
    scenario = build(with_event("effects:\n  project.told: = max(project.reported - 1, 0)\n  aisha.hours: = 45"))
    told, hours = choice(scenario, "wishlist").outcome.effects
    assert told.sets
    assert hours.sets
    values = [0] * len(scenario.quantities)
    values[scenario.quantity_index["project.reported"]] = 2
    assert told.amount.value(values) == 1.0


def test_flags_exist_because_something_sets_them(with_event: Extend, build: Build) -> None:
    text = with_event("sets: told_dana\nlater: {in: 2 weeks, clears: told_dana}")
    scenario = build(text.replace("asks: pm", "asks: pm\n    when: not told_dana"))
    assert [scenario.quantities[q].name for q in scenario.flags] == ["told_dana"]
    assert choice(scenario, "wishlist").outcome.later[0].key == "wishlist/absorb/later1"


def test_a_taken_choice_is_remembered_only_when_somebody_asks(story: str, build: Build) -> None:
    assert choice(build(story), "wishlist").taken == NONE
    ending = "endings:\n  fine: {title: Fine, text: It was., when: wishlist.absorb}\n"
    scenario = build(story + ending)
    assert scenario.quantities[choice(scenario, "wishlist").taken].name == "wishlist.absorb"
    assert choice(scenario, "wishlist", 1).taken == NONE


CALLED = """\
  more:
    asks: pm
    text: And one more.
    choices:
      aye: {text: Aye., skill: communication, stance: accommodate}
      nay: {text: Nay., skill: communication, stance: refuse}
"""


@pytest.mark.parametrize(
    ("extra", "expected"), [("", True), ("    weeks: 2-4\n", False), ("    follow_up: no\n", False)]
)
def test_an_event_somebody_calls_only_comes_when_called(
    with_event: Extend, build: Build, extra: str, expected: bool
) -> None:
    scenario = build(
        with_event("follow: {event: more, in: 3 weeks}") + CALLED.replace("    text: And", extra + "    text: And")
    )
    assert event(scenario, "more").follow_up is expected
    assert choice(scenario, "wishlist").outcome.follow == ((3, scenario.event_index["more"]),)


def test_a_branch_of_luck_and_a_branch_of_truth(with_event: Extend, build: Build) -> None:
    lucky = build(with_event("chance: 60%\nthen: {effects: {dana.trust: +2}}\nelse: {reply: No.}"))
    branch = choice(lucky, "wishlist").outcome.branch
    assert branch is not None
    assert branch.is_chance
    assert branch.key == "wishlist/absorb"
    assert branch.test == Const(0.6, "share")
    text = with_event("if: board_date\nthen: {later: {in: 1 week, tells: Well.}}")
    known = build(text + "truths:\n  board_date: {chance: 50%, tells: The board looks in week 8.}\n")
    branch = choice(known, "wishlist").outcome.branch
    assert branch is not None
    assert not branch.is_chance
    assert branch.then.later[0].key == "wishlist/absorb/then/later1"
    assert branch.other is NOTHING


def test_a_scene_inherits_who_speaks_and_how(with_event: Extend, build: Build) -> None:
    scenario = build(
        with_event(
            "scene:\n  text: And who pays?\n  choices:\n"
            "    us: {text: We do.}\n    you: {text: You do., stance: refuse}"
        )
    )
    scene = choice(scenario, "wishlist").scene
    assert scene is not None
    assert scene.who == 0
    assert [(c.skill, c.stance) for c in scene.choices] == [
        ("communication", "accommodate"),
        ("communication", "refuse"),
    ]


def test_promises_are_made_released_and_read(with_event: Extend, build: Build) -> None:
    text = with_event("promises: {promise: go_live, due: week + 3}\nreleases: old_word")
    promises = (
        "promises:\n"
        "  go_live: {by: pm, to: dana, text: Live by then, kept_when: project.delivered > 0}\n"
        "  old_word: {by: pm, to: dana, text: A call a week, due: week 9, kept_when: dana.silence < 2, open: yes}\n"
        "endings:\n  broke: {title: Broke, text: It., when: old_word.broken or go_live.broken}\n"
    )
    scenario = build(text + promises)
    outcome = choice(scenario, "wishlist").outcome
    assert outcome.promises[0].promise == 0
    values = [0] * len(scenario.quantities)
    values[scenario.week] = 2
    assert outcome.promises[0].due is not None
    assert outcome.promises[0].due.value(values) == 5.0
    release = outcome.effects[0]
    for status, after in ((1, 5.0), (2, 2.0), (0, 0.0)):
        values[scenario.quantity_index["old_word.status"]] = status
        assert release.amount.value(values) == after


def test_hidden_things_are_seen_by_nobody(story: str, build: Build) -> None:
    extra = (
        "truths:\n  board_date: {chance: 50%, tells: The board looks in week 8.}\n"
        "risks:\n  provider: {chance: 8%, cost: 9_000, effects: {project.spent: +9_000}}\n"
        "  known_one: {chance: 8%, known: [pm]}\n"
    )
    scenario = build(story + extra)
    seen = {q.name: q.seen_by for q in scenario.quantities}
    assert seen["board_date"] == seen["provider.struck"] == seen["checkout.hidden"] == seen["checkout.days_done"] == 0
    assert seen["known_one.struck"] == 2
    assert seen["board_date.known_am"] == 1
    assert seen["dana.satisfaction"] == 1
    assert seen["dana.confidence"] == seen["project.told"] == 3


def test_the_plan_ends_when_it_is_due(story: str, build: Build) -> None:
    checkout_line = "    checkout: {work: 30 days, skill: development}\n"
    launch_line = "    launch: {work: 10 days, skill: development, after: checkout}\n"
    scenario = build(story.replace(checkout_line, checkout_line + launch_line))
    checkout, launch = scenario.tasks
    assert (checkout.planned_start, checkout.planned_end) == (0.0, pytest.approx(6.75))
    assert (launch.planned_start, launch.planned_end) == (pytest.approx(6.75), 9.0)
    planned = scenario.projects[0].planned_value
    assert planned[0] == 0.0
    assert planned[9] == planned[10] == 1.0
    assert list(planned) == sorted(planned)
    assert scenario.projects[0].milestones == (1,)


def test_wording_names_people_and_things(story: str, build: Build) -> None:
    text = story.replace(
        "text: Eleven tiny changes.",
        'text: "{dana.first} of {account.client}, {project.name}, {client.name}, week {week}.',
    ).replace("The price is fixed.", '"')
    scenario = build(text)
    said = event(scenario, "wishlist").question.text
    assert said.startswith("Dana of Brightside Outdoor, the project, Dana Whitfield, week {week}.")


def test_everything_has_a_default(story: str, build: Build) -> None:
    scenario = build(story)
    assert [p.seat for p in scenario.people if p.seat] == [Seat.AM, Seat.PM]
    assert len(scenario.am.goals) == len(scenario.pm.goals) == len(scenario.both_goals) == 3
    assert set(scenario.targets) == set(KPIS[Seat.AM] + KPIS[Seat.PM])
    assert scenario.endings[-1].when == Const(1.0)
    assert scenario.minutes == 30
    assert scenario.status_every == 3


def test_each_seat_has_quiet_events_enough(story: str, build: Build) -> None:
    scenario = build(story.replace("people:\n", "boss: helena\npeople:\n  helena: {name: Helena Roy, side: house}\n"))
    for seat, bit in ((Seat.AM, 1), (Seat.PM, 2)):
        quiet = [e for e in scenario.events if e.builtin and e.asks is seat and e.plays & bit]
        assert len(quiet) >= 4


def test_every_built_in_event_names_somebody_or_something_of_the_story(story: str, build: Build) -> None:
    scenario = build(story)
    names = [person.name.split()[0] for person in scenario.people] + [each.name for each in scenario.accounts]
    for event in scenario.events:
        if event.builtin:
            words = " ".join((event.question.text, *(choice.text for choice in event.question.choices)))
            assert event.question.who != NONE or any(name in words for name in names), event.id


def test_built_in_events_that_lack_somebody_stay_away(story: str, build: Build) -> None:
    start, rest = story.split("project:\n")
    scenario = build(start + rest[rest.index("events:") :])
    names = set(scenario.event_index)
    assert "common_status_report" not in names
    assert "common_day_off" in names or "common_tidy_desk" not in names
    assert "common_ten_minutes" in names


def test_every_quantity_is_named_once_and_starts_in_its_range(story: str, build: Build) -> None:
    scenario = build(story)
    assert len(scenario.quantity_index) == len(scenario.quantities)
    for name, index in scenario.quantity_index.items():
        quantity = scenario.quantities[index]
        assert quantity.name == name
        assert quantity.low <= quantity.start_low <= quantity.start_high <= quantity.high
        assert quantity.label


def test_people_can_be_sent_to_another_project(with_event: Extend, build: Build) -> None:
    text = with_event("effects: {aisha.project: = portal}\nneeds: aisha.project != portal")
    one = text[text.index("project:\n") : text.index("events:")]
    body = one.split("\n", 1)[1].replace("\n", "\n  ")
    two = f"projects:\n  shop:\n  {body.rstrip()}\n  portal:\n  {body.rstrip().replace('checkout', 'forms')}\n"
    scenario = build(text.replace(one, two))
    assert moved(scenario, choice(scenario, "wishlist")) == {"aisha.project": 1.0}
    needs = choice(scenario, "wishlist").needs
    assert needs is not None
    assert needs.value([0] * len(scenario.quantities)) == 1.0


def test_the_report_is_about_the_first_project_that_has_one(story: str, build: Build) -> None:
    one = story[story.index("project:\n") : story.index("events:")]
    body = one.split("\n", 1)[1].replace("\n", "\n  ").rstrip()
    silent = f"  shop:\n    status_report: never\n  {body}\n"
    spoken = f"  portal:\n    status_report: every 2 weeks\n  {body.replace('checkout', 'forms')}\n"
    scenario = build(story.replace(one, f"projects:\n{silent}{spoken}"))
    assert [project.reports for project in scenario.projects] == [False, True]
    assert scenario.status_every == 2
    report = scenario.events[scenario.event_index["common_status_report"]]
    green = next(choice for choice in report.question.choices if choice.id == "green")
    assert moved(scenario, green)["portal.reported"] == 0.0
