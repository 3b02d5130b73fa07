"""How everything stands, as blocks: meters, goals, promises, scorecard, people, the colleague's side."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import NONE, Person, Scenario, Seat
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.words.cards import Card, KpiRow, Meter, card, meters
from game.insight.words.goals import goals
from game.insight.words.moods import mood
from game.insight.words.moved import SEATS, meter_explained
from game.insight.words.people import as_known, client_label, colleague_of, first_name, last_talk, other_seat, seat_name
from game.insight.words.promises import PromiseWords, promises
from game.insight.words.verdict import verdict
from game.terminal.blocks import Bar, Bars, Block, Fact, Facts, Heading, Para, Title

TRENDS = {"up": "rising", "down": "falling", "flat": "steady", "none": ""}
CARD_NAMES = {Seat.AM: "Relationship", Seat.PM: "Delivery"}


def short(play: Play, seat: Seat) -> tuple[Block, ...]:
    """What a week opens with: the meters, the line under them, goals, promises, then numbers and people in a line."""
    view = observe(play.scenario, play.state, seat)
    return (
        *meter_bars(play, seat),
        Para(verdict(play, seat), quiet=True),
        *_goals(play, seat),
        *_promises(play, seat),
        Heading("In short"),
        Para(_numbers(play, seat), indent=1),
        Para(_faces(view), indent=1),
    )


def full(play: Play, seat: Seat) -> tuple[Block, ...]:
    """Everything this seat knows of how it stands."""
    view = observe(play.scenario, play.state, seat)
    return (
        Title("How you stand", f"week {view.week}, {seat_name(seat)}"),
        *meter_bars(play, seat),
        Para(verdict(play, seat), quiet=True),
        *_goals(play, seat),
        *_promises(play, seat),
        *own_cards(play, seat),
        Heading("The people"),
        Facts(tuple(_person(view, index) for index in cast(view.scenario, seat))),
    )


def meter_bars(play: Play, seat: Seat, week: int | None = None) -> tuple[Block, ...]:
    """The meters the scenario shows; `week` as in `cards.meters`."""
    shown = meters(play, seat, week)
    return (Bars(tuple(_meter(each, seat) for each in shown)),) if shown else ()


def _meter(meter: Meter, seat: Seat) -> Bar:
    said = meter.shown
    if not meter.live:
        said += f", {as_known(meter.as_of)}"
    elif meter.way:
        said += f", {meter.way}"
    return Bar(meter.label, meter.value, said, meter.tone)


def moved_by(shown: Sequence[Meter]) -> tuple[Block, ...]:
    """For each meter that moved in a lived week, the KPI that moved it most."""
    return tuple(Para(each.why, quiet=True, indent=1) for each in shown if each.why)


def meter_opened(play: Play, seat: Seat, week: int, wanted: str) -> tuple[Block, ...]:
    """A meter opened: the KPIs it is the mean of, and what each did to it in the last lived week."""
    opened = meter_explained(play, week, seat, wanted.lower())
    if opened is None:
        return ()
    rows = [kpi_fact(row) for row in card(play, SEATS[opened.meter.name], seat).rows]
    if opened.moves:
        rows = [Fact(each.label, each.now, f"{each.now_points:.0f} points", "plain", each.why) for each in opened.rows]
    return (
        Heading(opened.meter.label, _meter(opened.meter, seat).text),
        Para(f"{opened.exact} {opened.meaning}".strip(), indent=1),
        Facts(tuple(rows)),
    )


def boss_of(scenario: Scenario, seat: Seat) -> str:
    """The first name of whoever set the goals, or ""."""
    boss = scenario.rules(Seat.PM if seat is Seat.PM else Seat.AM).boss
    return first_name(scenario.people[boss]) if boss != NONE else ""


def _goals(play: Play, seat: Seat) -> tuple[Block, ...]:
    boss = boss_of(play.scenario, seat)
    rows = tuple(Fact(goal.text, "", goal.word, goal.tone, goal.detail) for goal in goals(play, seat))
    return (Heading(f"What {boss} asked of you" if boss else "What is asked of you"), Facts(rows)) if rows else ()


def _promises(play: Play, seat: Seat) -> tuple[Block, ...]:
    found = promises(play, seat)
    if not found:
        return (Heading("Open promises"), Para("None. Nobody has your word for anything.", indent=1))
    return (Heading("Open promises"), Facts(tuple(_promise(play, seat, each) for each in found)))


def _promise(play: Play, seat: Seat, promise: PromiseWords) -> Fact:
    colleague = colleague_of(play.scenario, seat)
    whose = "" if promise.mine or colleague is None else f"{first_name(colleague)}’s: "
    line = " ".join(filter(None, (f"Due {promise.due}.", f"{promise.estimate}.", promise.keeps)))
    return Fact(f"{whose}{promise.text}, {promise.who}", "", promise.word, promise.tone, line)


def own_cards(play: Play, seat: Seat) -> tuple[Block, ...]:
    """The scorecard of a seat, both of them in the both seat."""
    seats = (Seat.AM, Seat.PM) if seat is Seat.BOTH else (seat,)
    found: list[Block] = []
    for each in seats:
        rows = card(play, each, seat).rows
        found += [Heading(f"Scorecard: {CARD_NAMES[each]}"), Facts(tuple(kpi_fact(row) for row in rows))]
    return tuple(found)


def kpi_fact(row: KpiRow) -> Fact:
    """One KPI."""
    trend = TRENDS[row.trend]
    return Fact(row.label, row.value, f"{row.status}, {trend}" if trend else row.status, row.tone)


def _numbers(play: Play, seat: Seat) -> str:
    seats = (Seat.AM, Seat.PM) if seat is Seat.BOTH else (seat,)
    told = [f"{row.label} {row.value}" for each in seats for row in card(play, each, seat).rows]
    return "Scorecard: " + "; ".join(told) + "."


def cast(scenario: Scenario, seat: Seat) -> tuple[int, ...]:
    """The people with a face worth reading: the client's, the team, the colleague; one's own side first."""
    sides = ("team", "client") if seat is Seat.PM else ("client", "team")
    found = [i for side in sides for i, person in enumerate(scenario.people) if person.side == side]
    colleague = colleague_of(scenario, seat)
    return (*found, scenario.people.index(colleague)) if colleague is not None else tuple(found)


def _called(scenario: Scenario, person: Person) -> str:
    return client_label(scenario, person) if person.side == "client" else first_name(person)


def _faces(view: View) -> str:
    told = []
    for index in cast(view.scenario, view.seat):
        look = mood(view, index)
        if look.word and (view.seat is not Seat.AM or view.scenario.people[index].side != "team"):
            told.append(f"{_called(view.scenario, view.scenario.people[index])}: {look.word.lower()}")
    return "People: " + "; ".join(told) + "."


def _person(view: View, index: int) -> Fact:
    person, look = view.scenario.people[index], mood(view, index)
    bar = look.bar_text
    if bar and not _live(view, person):
        bar += f", {as_known(view.as_of)}"
    return Fact(f"{person.name}, {person.title}" if person.title else person.name, bar, look.word, look.tone)


def _live(view: View, person: Person) -> bool:
    known = next((q for q in (person.confidence, person.morale, person.rapport) if q != NONE), NONE)
    return known == NONE or view.live(known)


def colleague(play: Play, seat: Seat) -> tuple[Block, ...]:
    """The other seat's five numbers as they were when the two last talked."""
    person = colleague_of(play.scenario, seat)
    if person is None:
        return (Para("You sit in both seats: there is no other side."),)
    view = observe(play.scenario, play.state, seat)
    theirs: Card = card(play, other_seat(seat), seat)
    look = mood(view, play.scenario.people.index(person))
    name = first_name(person)
    felt = f"{name} is {look.word.lower()} with you. {look.bar_text}." if look.word else ""
    return (
        Title(f"{name}’s side", as_known(theirs.as_of)),
        Para(f"{person.name}, {person.title or seat_name(other_seat(seat))}. {felt}".strip()),
        Facts(tuple(kpi_fact(row) for row in theirs.rows)),
        Para(
            f"{last_talk(view.week, theirs.as_of)}. A move called Sync brings this up to date.",
            quiet=True,
        ),
    )
