"""What a competent person foresees of a choice: money and days as numbers, people as a direction, `?` where it depends.

Late and hidden effects are not shown at all. Screens show at most three chips; bots weigh the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from game.engine.expression import Expr
from game.engine.model import NONE, Choice, Effect, Outcome, Scenario, Seat
from game.engine.view import View

MONEY_GOOD = ("value", "upsell", "budget")  # quantities where more is welcome
MONEY_BAD = ("spent", "credits")
PROJECT_MONEY = ("budget", "spent")
CHIPS = {"guided": 4, "normal": 3, "stormy": 2}
OPEN = 1  # how a promise stands that is neither kept nor broken
LEFT = 2  # how an account stands that is no longer ours
FELT = 0.5  # points below which nobody would mention it
CLEARLY = 3.5  # points from which a reaction is clear


class Chip(NamedTuple):
    """One foreseeable thing. `kind`: person, money, days, defects, chance, promise, keeps, breaks, report, prepared,
    known, move.

    `person` is an index for people, and for whom an open promise was given to; `amount` is points, money (positive:
    ours), days of work added, or a share.
    `sure` is false for an uncertain reaction, for money or days that hang on what one does not know, and for a chance
    nobody can name. Where money or days hang on a chance,
    `amount` is what to expect on average and `named` what it is if things go well, which is the number people say;
    `failed` are the days if they do not, where those are others (0: nothing to add).
    """

    kind: str
    amount: float
    person: int = NONE
    sure: bool = True
    named: float = 0.0
    better: int = NONE  # for a person of whom part goes the other way than the whole: the number that rises most
    worse: int = NONE  # and the one that falls most
    failed: float = 0.0
    tired: float = 0.0  # of the points of a person, those of getting tired, or of resting

    @property
    def mixed(self) -> bool:
        """Whether it is good for somebody in one way and bad in another."""
        return self.better != self.worse and self.better != NONE and self.worse != NONE


@dataclass(frozen=True)
class Preview:
    """Every chip, most telling first; `shown` are the ones a screen has room for."""

    chips: tuple[Chip, ...]
    room: int = 3

    @property
    def shown(self) -> tuple[Chip, ...]:
        """The few a screen shows (three; fewer when it is stormy), with the odds of a gamble and the move it takes.

        One more for somebody who is hit as hard as anybody shown, and the other way.
        """
        odds = tuple(c for c in self.chips if c.kind == "chance")
        takes = tuple(c for c in self.chips if c.kind == "move")
        others = tuple(c for c in self.chips if c.kind not in ("chance", "move"))
        return odds + others[: self.room] + self._felt_most(others) + takes

    def _felt_most(self, others: tuple[Chip, ...]) -> tuple[Chip, ...]:
        """Who there is no room for, though nobody shown feels it as clearly in that way: a guided play has the room."""
        hidden = next((chip for chip in others[self.room :] if chip.kind == "person"), None)
        if self.room != CHIPS["normal"] or hidden is None or abs(hidden.amount) < CLEARLY:
            return ()
        felt = [chip.amount for chip in others[: self.room] if chip.kind == "person"]
        more = [amount for amount in felt if abs(amount) > abs(hidden.amount) or amount * hidden.amount > 0.0]
        return () if more else (hidden,)


_NEITHER: Final = [(0.0, NONE), (0.0, NONE)]


class _Sums:
    """Running totals while an outcome is read."""

    def __init__(self) -> None:
        self.people: dict[int, float] = {}
        self.tired: dict[int, float] = {}
        self.unsure: dict[int, bool] = {}
        self.both_ways: dict[
            int, list[tuple[float, int]]
        ] = {}  # what is best for them, what is worst: (points, quantity)
        self.money = 0.0
        self.days = 0.0
        self.named_account = 0.0  # yearly value, extra business, credits
        self.named_project = 0.0  # budget, spending
        self.named_days = 0.0
        self.failed_days = 0.0
        self.defects = 0.0  # if things go well
        self.waits = 0.0  # days that hand-overs wait longer
        self.chance = -1.0
        self.gamble = False  # a chance that hangs on what this seat does not know
        self.promises = 0
        self.prepares = self.learns = 0.0  # by how much a renewal gets readier, and how much one learns of a business
        self.reports = False  # whether the client will hear how the work stands

    def purse(self, seat: Seat) -> float:
        """The sum people would name: a sale that also raises the budget is said once, to a project manager as what of
        it is theirs."""
        one, other = self.named_account, self.named_project
        if one * other > 0.0:
            return other if seat is Seat.PM or abs(other) > abs(one) else one
        return one + other


def preview(view: View, choice: Choice) -> Preview:
    """What the seat that is asked foresees of one choice, and how much of it there is room for."""
    return Preview(tuple(foreseen(view, choice, True)), CHIPS[view.difficulty])


def foreseen(view: View, choice: Choice, told: bool = False) -> list[Chip]:
    """The chips of one choice, most telling first. `told`: as people read them, with what nobody weighs: what will be
    broken, who likes and minds it as much, and whether money and days may not come at all."""
    sums = _Sums()
    _read(view, choice.outcome, 1.0, True, sums, True)
    chips: list[Chip] = []
    if sums.chance >= 0.0:
        chips.append(Chip("chance", sums.chance))
    elif sums.gamble:
        chips.append(Chip("chance", 0.5, NONE, False))
    asked = told and not chips  # with a chance of its own it says already that it may not work
    if sums.money != 0.0:
        sure = not asked or _comes(view, choice.outcome, MONEY_GOOD + MONEY_BAD)
        chips.append(Chip("money", sums.money, NONE, sure, sums.purse(view.seat) or sums.money))
    if sums.days != 0.0:
        chips.append(_days(sums)._replace(sure=not asked or _comes(view, choice.outcome, ("work",))))
    if told and sums.defects != 0.0:
        chips.append(Chip("defects", sums.defects, NONE, not asked or _comes(view, choice.outcome, ("defects",))))
    if told and sums.waits != 0.0:
        chips.append(Chip("waits", sums.waits))
    if sums.reports:
        chips.append(Chip("report", 1.0))
    if told:
        chips += _settled_by(view, choice)
    for person, amount in sorted(sums.people.items(), key=_strongest_first):
        unsure = person in sums.unsure
        best, worst = sums.both_ways.get(person, _NEITHER)
        chip = Chip("person", amount, person, not unsure, 0.0, best[1], worst[1], 0.0, sums.tired.get(person, 0.0))
        if unsure or amount >= FELT or amount <= -FELT or (told and chip.mixed):
            chips.append(chip)
    if sums.promises:
        chips.append(Chip("promise", float(sums.promises)))
    if sums.prepares:
        chips.append(Chip("prepared", sums.prepares))
    if sums.learns:
        chips.append(Chip("known", sums.learns))
    if choice.takes:
        chips.append(Chip("move", float(choice.takes)))
    return chips


def _settled_by(view: View, choice: Choice) -> list[Chip]:
    """The open promises that a choice keeps, or breaks, whatever else comes of it: by being that answer."""
    given = [promise for promise in view.scenario.promises if view.known(promise.status) == OPEN]
    if not given:
        return []
    found: list[Chip] = []
    before, after = list(view.values), list(view.values)
    _answer(view, choice, after)
    for promise in given:
        if all(view.live(name) for name in promise.kept_when.names()):
            for values in (before, after):  # as they will be judged
                values[view.scenario.week] = max(view.week, round(view.known(promise.due_week)))
            was, now = (promise.kept_when.value(values) != 0.0 for values in (before, after))
            if was is not now:
                found.append(Chip("keeps" if now else "breaks", 1.0, promise.to))
    return found


def _answer(view: View, choice: Choice, values: list[int]) -> None:
    """Note in `values` what a choice settles for certain: that it was given, and the flags it sets."""
    if choice.taken != NONE:
        values[choice.taken] = 1
    outcome: Outcome | None = choice.outcome
    while outcome is not None:
        for effect in outcome.effects:
            rule = view.scenario.quantities[effect.quantity]
            if rule.unit == "flag" and effect.sets and _readable(view, effect.amount):
                values[effect.quantity] = round(effect.amount.value(view.values) * rule.per_unit)
        branch = outcome.branch
        known = branch is not None and not hangs_open(view, outcome)
        outcome = (branch.then if branch.test.value(view.values) > 0.0 else branch.other) if branch and known else None


def _days(sums: _Sums) -> Chip:
    """The days of work: those a success brings, and where a failure brings others, those too."""
    if sums.failed_days and sums.failed_days != sums.named_days:
        return Chip("days", sums.days, NONE, True, sums.named_days, failed=sums.failed_days)
    return Chip("days", sums.days, NONE, True, sums.named_days or sums.days)


def _read(
    view: View, outcome: Outcome, share: float, sure: bool, sums: _Sums, named: bool, failed: bool = True
) -> None:
    """Add an outcome up; `named` is false below the unhappy half of a chance, `failed` below the happy one."""
    for effect in outcome.effects:
        _add(view, effect, share, sure, sums, named, failed)
    sums.promises += len(outcome.promises)
    branch = outcome.branch
    if branch is None:
        return
    known = _readable(view, branch.test)
    chance = min(1.0, max(0.0, branch.test.value(view.values))) if branch.is_chance and known else 0.5
    if branch.is_chance and known and share == 1.0:
        sums.chance = chance
    elif branch.is_chance and share == 1.0:
        sums.gamble = True
    elif not branch.is_chance and known:
        chance = 1.0 if branch.test.value(view.values) != 0.0 else 0.0
    settled = known and chance in (0.0, 1.0)
    gamble = branch.is_chance  # a branch on what is hidden is told as the way that is hoped for, both ways would tell
    if chance > 0.0:
        _read(view, branch.then, share * chance, sure and settled, sums, named, failed and (settled or not gamble))
    if chance < 1.0:
        other = failed and (settled or gamble)
        _read(view, branch.other, share * (1.0 - chance), sure and settled, sums, named and settled, other)


def _comes(view: View, outcome: Outcome, words: tuple[str, ...]) -> bool:
    """Whether such an effect comes with every way an outcome may turn out, as far as this seat knows."""
    if any(view.scenario.tables.last_word[effect.quantity] in words for effect in outcome.effects):
        return True
    branch = outcome.branch
    if branch is None:
        return False
    ways = [branch.then, branch.other]
    if not branch.is_chance and _readable(view, branch.test):
        ways = ways[:1] if branch.test.value(view.values) != 0.0 else ways[1:]
    return all(_comes(view, way, words) for way in ways)


def hangs_open(view: View, outcome: Outcome) -> bool:
    """Whether nobody in this seat could know which way an outcome goes: by chance, or by what it does not see."""
    branch = outcome.branch
    if branch is None:
        return False
    number = branch.test.value(view.values) if _readable(view, branch.test) else 0.5
    if branch.is_chance:
        number = min(1.0, max(0.0, number))
    elif _readable(view, branch.test):
        number = 1.0 if number != 0.0 else 0.0
    return number not in (0.0, 1.0) or hangs_open(view, branch.then if number else branch.other)


def _strongest_first(felt: tuple[int, float]) -> tuple[float, int]:
    return (-abs(felt[1]), felt[0])


def _readable(view: View, expr: Expr) -> bool:
    for name in expr.names():  # noqa: SIM110 - asked too often for a generator
        if not view.live(name):
            return False
    return True


def _add(view: View, effect: Effect, share: float, sure: bool, sums: _Sums, named: bool, failed: bool) -> None:
    quantity = effect.quantity
    person = person_of(view.scenario, quantity)
    if person != NONE and (_is_me(view, person) or _past_caring(view, person, quantity)):
        return
    if not _readable(view, effect.amount):
        if person != NONE:
            sums.unsure[person] = True
            sums.people.setdefault(person, 0.0)
        return
    change = effect.amount.value(view.values)
    if effect.sets:
        change -= view.known(quantity)
    if person != NONE:
        tires = quantity == view.scenario.people[person].fatigue
        if tires and change < 0.0:
            change = _with_room(view, quantity, change)  # nobody gets less tired than not at all
        felt = share * _points(view.scenario, person, quantity, change)
        if tires:
            sums.tired[person] = sums.tired.get(person, 0.0) + felt
        sums.people[person] = sums.people.get(person, 0.0) + felt
        if felt >= FELT or felt <= -FELT:
            extremes = sums.both_ways.setdefault(person, _NEITHER.copy())
            place = 1 if felt < 0.0 else 0
            if abs(felt) > abs(extremes[place][0]):
                extremes[place] = (felt, quantity)
        if not sure:
            sums.unsure[person] = True
        return
    word = view.scenario.tables.last_word[quantity]
    sums.reports = sums.reports or word == "reported"
    if word == "prepared":
        sums.prepares = max(sums.prepares, _with_room(view, quantity, change))
    if word == "understanding":
        sums.learns = max(sums.learns, _with_room(view, quantity, change))
    if word == "work" and failed:
        sums.failed_days += change
    if word == "defects" and named and view.live(quantity):
        sums.defects += _with_room(view, quantity, change)
    if word == "waiting" and named and view.live(quantity):
        sums.waits += _with_room(view, quantity, change)
    _add_to_purse(sums, word, change, share, named)


def _with_room(view: View, quantity: int, change: float) -> float:
    """What a change comes to where the number cannot go much further, up or down."""
    rule, now = view.scenario.quantities[quantity], view.known(quantity)
    return min(max(change, rule.low - now), rule.high - now)


def _points(scenario: Scenario, person: int, quantity: int, change: float) -> float:
    """What a change means to a person: tiredness and hours are bad for them."""
    who = scenario.people[person]
    if quantity == who.fatigue:
        return -change * 100.0
    return -change if quantity == who.hours else change


def _add_to_purse(sums: _Sums, word: str, change: float, share: float, named: bool) -> None:
    if word == "work":
        sums.days += share * change
        sums.named_days += change if named else 0.0
    elif word in MONEY_GOOD or word in MONEY_BAD:
        ours = change if word in MONEY_GOOD else -change
        sums.money += share * ours
        if named and word in PROJECT_MONEY:
            sums.named_project += ours
        elif named:
            sums.named_account += ours


def _is_me(view: View, person: int) -> bool:
    """Whether this is somebody whose chair the player sits in: nobody foresees their own face."""
    seat = view.scenario.people[person].seat
    return seat is not None and (view.seat is Seat.BOTH or seat is view.seat)


def _past_caring(view: View, person: int, quantity: int) -> bool:
    """Whether this is what somebody lives through whose house has left: it makes them no more content, and no less."""
    who = view.scenario.people[person]
    return quantity == who.experience and view.values[view.scenario.accounts[who.account].signed] == LEFT


def person_of(scenario: Scenario, quantity: int) -> int:
    """The person whose feelings a quantity is, or NONE."""
    return scenario.tables.feelings[quantity] if quantity != NONE else NONE
