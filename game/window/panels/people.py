"""The people of the story: a strip of faces, and a card about one of them."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.constants import NORMAL_HOURS
from game.engine.model import NONE, Person, Scenario, Seat
from game.engine.play import Play
from game.engine.view import View
from game.insight.words.figures import NBSP, capital
from game.insight.words.fill import substitute
from game.insight.words.glossary import meaning
from game.insight.words.hands import Hands, of_person
from game.insight.words.ledger import Explanation, explain
from game.insight.words.moods import complaint, drift, mood
from game.insight.words.moves import HOURS_DO
from game.insight.words.people import first_name, other_seat, role
from game.insight.words.quantities import exact_text, short, trust_of
from game.window.chrome import icon_line
from game.window.kit import (
    Bar,
    Button,
    Card,
    CardButton,
    Column,
    Divider,
    Fixed,
    Flex,
    Grid,
    Icon,
    Popover,
    Row,
    Text,
    Widget,
)
from game.window.panels.faces import face
from game.window.panels.messages import Close, Open

_NAMES = 30  # characters on two lines of the last cell
_BAR_NAME, _BAR = 48, 96  # units: the longest name of a bar, so that all bars are equally long, and the longest bar
_CELLS = 6  # faces side by side; with more people the last cell holds the rest


def cast(scenario: Scenario, seat: Seat) -> tuple[int, ...]:
    """Who a seat has to do with, in the order of the strip: main clients, the colleague, the team, other clients."""
    main = [i for i, p in enumerate(scenario.people) if p.side == "client" and _main(scenario, p)]
    others = [i for i, p in enumerate(scenario.people) if p.side == "client" and not _main(scenario, p)]
    team = [i for i, p in enumerate(scenario.people) if p.side == "team"] if seat is not Seat.AM else []
    house = [] if seat is Seat.BOTH else [scenario.rules(other_seat(seat)).person]
    return (*main, *house, *team, *(others if seat is not Seat.PM else []))


def _main(scenario: Scenario, person: Person) -> bool:
    return person.account == NONE or scenario.accounts[person.account].main


def in_strip(view: View) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who has a cell of their own, and who shares the last one."""
    everybody = cast(view.scenario, view.seat)
    most = _CELLS if len(everybody) <= _CELLS else _CELLS - 1
    return everybody[:most], everybody[most:]


def people_strip(play: Play, view: View) -> Widget:
    """Faces with mood, word and bar; each opens a card."""
    shown, rest = in_strip(view)
    tight = len(shown) + bool(rest) >= _CELLS
    cells: list[Widget] = [_cell(play, view, index, "person", tight) for index in shown]
    if rest:
        cells.append(_rest(view, rest))
    return Card(Grid(cells, _CELLS, least=150 if tight else 176, gap=4, divided=True), 6, 4)


def side_colour(person: Person) -> str:
    """Blue for whoever belongs to the relationship, orange for the delivery."""
    if person.side == "house":
        return "dlv" if person.seat is Seat.PM else "rel"
    return "dlv" if person.side == "team" else "rel"


def _cell(play: Play, view: View, index: int, prefix: str, tight: bool, hands: Hands | None = None) -> Widget:
    """A face with a few words; with `hands`, also what somebody works on this week."""
    person, felt = view.scenario.people[index], mood(view, index)
    went = drift(play, view, index)
    ink = "ink2" if felt.tone == "plain" else felt.tone
    name = Fixed(Text(felt.bar_name, 13, "r", "ink2", leading=1.3), _BAR_NAME)
    bar = Row([name, Flex(Bar(felt.bar, side_colour(person), most=_BAR), least=24)], gap=6, wrap=False)
    hours = unusual_hours(view, person)
    over = Text(f"{hours}{NBSP}h", 13, "s", "warn", leading=1.3) if hours else None
    arrow = Icon(went.icon, 14, went.tone) if went else None  # before the word, as behind it it stood over the bar
    sign = None if arrow and tight else Icon(felt.icon, 14, ink)  # the face and the word say the same
    felt_so: list[Widget | None] = [sign, arrow, Flex(Text(felt.word, 13, "s", ink, leading=1.3))]
    called: Widget = Text(first_name(person) if tight else person.name, 15, "s", leading=1.2)
    if over is not None and tight:  # beside a first name there is room
        called = Row([Flex(called), over], gap=4, wrap=False)
    elif over is not None:
        felt_so.append(over)
    works = "" if hands is None else of_person(view, hands, person)
    words = Column(
        [
            called,
            Row(felt_so, gap=4, wrap=False) if felt.word else None,
            bar if felt.bar_name else None,
            Text(works, 13, "r", "ink2", leading=1.25) if works else None,
        ],
        gap=1,
    )
    row = Row([face(person, felt.face, 42 if tight else 48), Flex(words, least=70)], gap=8 if tight else 10, wrap=False)
    worked = f"{hours} hours a week" if hours else ""
    felt_word = f"{felt.word}, {went.word}" if went else felt.word
    label = ". ".join(part for part in (person.name, person.title, felt_word, felt.bar_text, worked) if part)
    strain = f"{worked}: {HOURS_DO.get(str(hours), '')}".removesuffix(": ") if hours else ""
    bar_means = f"The bar is {felt.bar_name.lower()}. {meaning(felt.bar_name)}" if felt.bar_name else ""
    return CardButton(
        row,
        Open("person", index),
        id=f"{prefix}/{index}",
        label=label,
        help=" ".join(part for part in (capital(went.word) + "." if went else "", strain, bar_means) if part),
        style="flat",
        x=5 if tight else 8,
        y=5,
        corner=8,
    )


def _rest(view: View, others: Sequence[int]) -> Widget:
    faces = Row([face(view.scenario.people[i], mood(view, i).face, 26) for i in others[:4]], gap=4, wrap=False)
    by_hours = sorted(others, key=lambda i: not unusual_hours(view, view.scenario.people[i]))  # they must not go unseen
    names = few_names([_with_hours(view, view.scenario.people[i]) for i in by_hours])
    told = "; ".join(f"{_with_hours(view, view.scenario.people[i])}: {mood(view, i).word}" for i in others)
    child = Column([faces, Text(names, 13, "r", "ink2", leading=1.25)], gap=3)
    return CardButton(
        child, Open("people"), id="person/more", label=f"More people. {told}", style="flat", x=8, y=5, corner=8
    )


def _with_hours(view: View, person: Person) -> str:
    """A first name, and the hours where they are not the normal ones."""
    hours = unusual_hours(view, person)
    return f"{first_name(person)} {hours}{NBSP}h" if hours else first_name(person)


def few_names(names: Sequence[str]) -> str:
    """As many names as fit on two short lines, and how many more there are."""
    shown = list(names)
    while len(shown) > 1 and len(", ".join(shown)) > _NAMES:
        shown.pop()
    more = len(names) - len(shown)
    return ", ".join(shown) + (f", +{more}" if more else "")


def unusual_hours(view: View, person: Person) -> int:
    """The hours of a week of one of the team, where this seat sees them and they are not the normal ones; else 0."""
    if person.hours == NONE or not view.live(person.hours):
        return 0
    hours = round(view.known(person.hours))
    return 0 if hours == NORMAL_HOURS else hours


def everybody_card(play: Play, view: View) -> Popover:
    """All faces, for a strip too short for them."""
    hands = view.hands()
    cells = [_cell(play, view, index, "anyone", False, hands) for index in cast(view.scenario, view.seat)]
    return Popover(Grid(cells, 2, least=200, gap=4), Close(), id="people", anchor="person/more", width=520, padding=12)


# ---- one person ------------------------------------------------------------------------------------------------------


def person_card(play: Play, view: View, index: int, anchor: str) -> Popover:
    """Who somebody is, and every number of theirs this seat sees, each opening what moved it."""
    person, felt, went = view.scenario.people[index], mood(view, index), drift(play, view, index)
    ink = "ink2" if felt.tone == "plain" else felt.tone
    head = Column(
        [
            Text(person.name, 18, "b", leading=1.25),
            Text(role(view.scenario, person), 14, "r", "ink2"),
            Row([Icon(felt.icon, 15, ink), Text(felt.word, 14, "s", ink)], gap=6) if felt.word else None,
            Row([Icon(went.icon, 15, went.tone), Flex(Text(capital(went.word), 14, "r", "ink2"))]) if went else None,
        ],
        gap=1,
    )
    close = Button("Close", Close(), id="person/close", kind="icon", icon="x")
    intro = substitute(person.intro, view.scenario, view.week)
    works, held = of_person(view, view.hands(), person), complaint(view, index)
    rows: list[Widget | None] = [
        Row([face(person, felt.face, 72, 16), Flex(head, least=160), close], gap=14, align="start"),
        Text(intro, 15, "i") if intro else None,
        Text(works, 15) if works else None,
        icon_line("circle-alert", held, "warn") if held else None,
    ]
    numbers = [_number(play, view, quantity) for quantity in numbers_of(view, person)]
    if numbers:
        rows += [Divider(2), *numbers]
    return Popover(
        Column(rows, gap=6), Close(), id="person", anchor=anchor, width=400, padding=18, sides=("below", "above")
    )


def numbers_of(view: View, person: Person) -> list[int]:
    """The quantities of a person a card shows: what this seat sees live."""
    found = [trust_of(view.scenario.people.index(person))] if person.confidence != NONE else []
    each = (
        person.satisfaction,
        person.expectation,
        person.morale,
        person.fatigue,
        person.hours,
        person.ramp,
        person.rapport,
        view.scenario.accounts[person.account].understanding if person.side == "client" else NONE,
    )
    return found + [quantity for quantity in each if quantity != NONE and view.live(quantity)]


def _number(play: Play, view: View, quantity: int) -> Widget:
    scenario = view.scenario
    change = last_change(play, view, quantity)
    text = exact_text(scenario, quantity, amount(view, quantity))
    moved: list[Widget] = []
    if change is not None and change.change != 0.0:
        ink = "ink2" if change.tone == "plain" else change.tone
        moved = [Text(change.text_change, 14, "s", ink), Icon("chevron-right", 14)]
    row = Row([Flex(Text(short(scenario, quantity), 15), least=100), Text(text, 15, "s"), *moved], gap=8)
    label = f"{short(scenario, quantity)} {text}" + (f", {change.text_change} last week" if change and moved else "")
    on = Open("ledger", quantity, "number") if moved else None
    return CardButton(row, on, id=f"number/{quantity}", label=label, style="flat", x=8, y=4, corner=8)


def amount(view: View, quantity: int) -> float:
    """A number as this seat knows it; trust is read from its two stocks."""
    for index, person in enumerate(view.scenario.people):
        if quantity == trust_of(index):
            return 0.6 * view.known(person.confidence) + 0.4 * view.known(person.relationship)
    return view.known(quantity)


def last_change(play: Play, view: View, quantity: int) -> Explanation | None:
    """What moved a number in the week before this one."""
    return explain(play, view.week - 1, quantity, view.seat) if play.weeks else None
