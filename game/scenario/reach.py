"""What can happen in a story at all: which events may come and when, and which values flags and sums may ever have.

Found by growing: at first nothing has happened; whatever is possible then may happen, and makes more possible, until
nothing is added. A number that the laws move may have its whole range at any time; `_held` lists those they do not, or
move one way only. So what is not reached here cannot be reached in any play.
"""

from __future__ import annotations

from game.engine.model import NONE, Choice, Event, Outcome, Person, Question, Scenario
from game.scenario.reasoning import Alternative, Range, Ranges, alternatives, both, bounds, possible

Swing = dict[int, Range]  # by quantity: how far down and up something may move it
Window = tuple[int, int]
ENDLESS = float("inf")
LONGEST_CHAIN = 60  # calls one after another; each takes a week, and no story has more than 52


class Reach:
    """What can happen. `windows`: by event, the weeks it may be on the desk; events without one can never come."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.windows: dict[int, Window] = {}
        self.promised = {i for i, promise in enumerate(scenario.promises) if promise.opens}
        self._held = _held(scenario)
        self._when = [_without_own(event, alternatives(event.when)) for event in scenario.events]
        self._needs: dict[int, list[Alternative]] = {}
        self._open: set[int] = set()
        self._at: dict[int, Ranges] = {}
        self._times: dict[int, float] = {}
        self._calls: dict[int, dict[int, float]] = {}  # by event, by caller (NONE: a risk): how many times at once
        self.ranges: Ranges = _fixed(scenario) | {i: held[:2] for i, held in self._held.items()}
        for event in scenario.events:
            self.ranges[event.seen] = (0.0, 0.0)
        while self._grow():
            pass

    # answers

    def may_choose(self, event: int, choice: Choice) -> bool:
        """Whether a choice of an event that may come can be open."""
        if choice.needs is None or id(choice) in self._open:
            return True
        if not possible(self.open_when(event, choice), self.at(event)):
            return False
        self._open.add(id(choice))  # what is reached only grows, so it stays open
        return True

    def open_when(self, event: int, choice: Choice) -> list[Alternative]:
        """The ways in which the event has come and the choice is open."""
        if choice.needs is None:
            return self._when[event]
        if id(choice) not in self._needs:
            self._needs[id(choice)] = alternatives(choice.needs)
        return both(self._when[event], self._needs[id(choice)])

    def when(self, event: int) -> list[Alternative]:
        """The ways in which an event's condition holds, as far as that lasts until it is answered."""
        return self._when[event]

    def at(self, event: int) -> Ranges:
        """The ranges while an event that may come is on the desk."""
        if event not in self._at:
            self._at[event] = self.at_weeks(event, self.windows[event])
        return self._at[event]

    def at_weeks(self, event: int, window: Window) -> Ranges:
        """The ranges while an event would be on the desk in these weeks."""
        scenario, asked = self.scenario, self.scenario.events[event]
        first, last = window
        ranges = self.ranges | {scenario.week: (float(first), float(last))}
        if asked.plays == 4 or not asked.plays & 4:
            ranges[scenario.both] = (1.0, 1.0) if asked.plays == 4 else (0.0, 0.0)
        if asked.question.who != NONE and not asked.builtin:  # quiet weeks are filled without asking who is left
            ranges |= _still_here(scenario, asked, scenario.people[asked.question.who])
        del ranges[asked.seen]
        return ranges

    def times(self, event: int, on_way: tuple[int, ...] = ()) -> float:
        """How often an event may come at most in one play; ENDLESS where events call each other in a circle."""
        if event == NONE:
            return 1.0
        if event in on_way or len(on_way) > LONGEST_CHAIN or self.scenario.events[event].repeats:
            return ENDLESS
        if event not in self._times:
            found = 0.0 if self.scenario.events[event].follow_up else 1.0
            for caller, count in self._calls.get(event, {}).items():
                found += count * self.times(caller, (*on_way, event))
            self._times[event] = found
        return self._times[event]

    # growing

    def _grow(self) -> bool:
        """One round; whether it added anything."""
        before = (dict(self.windows), dict(self.ranges), set(self.promised))
        total: Swing = {}
        sets: Swing = {}
        self._calls = {}
        self._times = {}
        self._at = {}  # a round may work with the ranges of its beginning: if it widens any, another follows
        for index, event in enumerate(self.scenario.events):
            if not event.follow_up and event.first_week <= event.last_week:
                last = min(event.last_week + event.expires - 1, self.scenario.weeks)
                self._may_come(index, (event.first_week, last))
            if index in self.windows:
                self._happen(index, total, sets)
        self._beside(total, sets)
        for quantity in self._held:
            self.ranges[quantity] = self._reached(quantity, total, sets)
        self._note_promises()
        return before != (self.windows, self.ranges, self.promised)

    def _may_come(self, index: int, window: Window) -> None:
        """Open an event's window, or widen it, if its condition and chance allow it then."""
        event, known = self.scenario.events[index], self.windows.get(index)
        if known is not None:
            window = (min(window[0], known[0]), max(window[1], known[1]))
            if window == known:
                return
        ranges = self.at_weeks(index, window)
        if event.chance is not None and not event.follow_up and bounds(event.chance, ranges)[1] <= 0.0:
            return
        if possible(self._when[index], ranges):
            self.windows[index] = window
            self.ranges[event.seen] = (0.0, float(window[1]))

    def _happen(self, index: int, total: Swing, sets: Swing) -> None:
        event = self.scenario.events[index]
        ways = self._question(index, event.question, sets)
        ways.append(self._outcome(event.ignored, index, self.windows[index], sets))
        times = self.times(index)
        for quantity, (down, up) in _either(ways).items():
            _add(total, quantity, down * times if down else 0.0, up * times if up else 0.0)

    def _question(self, index: int, question: Question, sets: Swing) -> list[Swing]:
        """What each choice that can be open may move."""
        found: list[Swing] = []
        for choice in question.choices:
            if not self.may_choose(index, choice):
                continue
            swing = self._outcome(choice.outcome, index, self.windows[index], sets)
            if choice.taken != NONE:
                sets[choice.taken] = (1.0, 1.0)
            if choice.scene is not None:
                for quantity, (down, up) in _either(self._question(index, choice.scene, sets)).items():
                    _add(swing, quantity, down, up)
            found.append(swing)
        return found

    def _outcome(self, outcome: Outcome, caller: int, window: Window, sets: Swing) -> Swing:
        """How far an outcome may move the held numbers; notes what it sets, promises and calls."""
        swing: Swing = {}
        for effect in outcome.effects:
            if effect.quantity in self._held:
                low, high = bounds(effect.amount, self.ranges)
                if effect.sets:
                    known = sets.get(effect.quantity, (low, high))
                    sets[effect.quantity] = (min(low, known[0]), max(high, known[1]))
                else:
                    _add(swing, effect.quantity, min(0.0, low), max(0.0, high))
        for made in outcome.promises:
            self.promised.add(made.promise)
        for weeks, event in outcome.follow:
            self._call(event, caller, (window[0] + weeks, window[1] + weeks))
        parts = [self._outcome(late.outcome, caller, _after(window, late.weeks), sets) for late in outcome.later]
        if outcome.branch is not None:
            parts.append(_either(self._branch(outcome, caller, window, sets)))
        for part in parts:
            for quantity, (down, up) in part.items():
                _add(swing, quantity, down, up)
        return swing

    def _branch(self, outcome: Outcome, caller: int, window: Window, sets: Swing) -> list[Swing]:
        branch = outcome.branch
        assert branch is not None
        low, high = bounds(branch.test, self.ranges | {self.scenario.week: (float(window[0]), float(window[1]))})
        found = []
        if high > 0.0 or low < 0.0:
            found.append(self._outcome(branch.then, caller, window, sets))
        if low < 1.0 if branch.is_chance else low <= 0.0 <= high:
            found.append(self._outcome(branch.other, caller, window, sets))
        return found

    def _call(self, index: int, caller: int, window: Window) -> None:
        event = self.scenario.events[index]
        calls = self._calls.setdefault(index, {})
        calls[caller] = calls.get(caller, 0.0) + 1.0
        if window[0] <= self.scenario.weeks:
            self._may_come(index, (window[0], min(window[1] + event.expires - 1, self.scenario.weeks)))

    def _beside(self, total: Swing, sets: Swing) -> None:
        """What risks and truths do."""
        parts = []
        for risk in self.scenario.risks:
            if risk.first_week <= risk.last_week and bounds(risk.hazard, self.ranges)[1] > 0.0:
                self.ranges[risk.struck] = (0.0, float(risk.last_week))
                parts.append(self._outcome(risk.outcome, NONE, (risk.first_week, risk.last_week), sets))
        parts += [self._outcome(t.outcome, NONE, (0, 0), sets) for t in self.scenario.truths if t.chance > 0.0]
        for part in parts:
            for quantity, (down, up) in part.items():
                _add(total, quantity, down, up)

    def _reached(self, quantity: int, total: Swing, sets: Swing) -> Range:
        start_low, start_high, law_down, law_up = self._held[quantity]
        least, most = sets.get(quantity, (start_low, start_high))
        down, up = total.get(quantity, (0.0, 0.0))
        known, table = self.ranges[quantity], self.scenario.quantities[quantity]
        low = min(start_low, least) + down - law_down
        high = max(start_high, most) + up + law_up
        return max(table.low, min(low, known[0])), min(table.high, max(high, known[1]))

    def _note_promises(self) -> None:
        for index, promise in enumerate(self.scenario.promises):
            if index in self.promised:
                self.ranges.pop(promise.status, None)


def _held(scenario: Scenario) -> dict[int, tuple[float, float, float, float]]:
    """Numbers that only outcomes move, but for so much down and up: start (low, high), what laws may add."""
    held = {}
    for quantity in scenario.flags:
        held[quantity] = (0.0, 0.0, 0.0, 0.0)
    for index, quantity_row in enumerate(scenario.quantities):
        if quantity_row.kind == "story" and quantity_row.unit == "flag" and index != scenario.both:
            held[index] = (0.0, 0.0, 0.0, 0.0)
    for place, account in enumerate(scenario.accounts):
        sold = 0.0
        for offer in scenario.offers:
            sold += offer.value if offer.account == place else 0.0
        held[account.value] = (account.base_value, account.base_value, 0.0, 0.0)
        held[account.upsell] = (0.0, 0.0, 0.0, sold)
        held[account.given] = (0.0, 0.0, ENDLESS, 0.0)  # the laws only forget it
        held[account.issue] = (0.0, 0.0, 1.0, 0.0)  # a repair closes it
        if account.main and account.renewal_week > scenario.weeks:
            held[account.signed] = (0.0, 0.0, 0.0, 0.0)  # nobody decides before the story is over
    return held


def _fixed(scenario: Scenario) -> Ranges:
    """Ranges that follow from the length of the story and from what is certain."""
    weeks = float(scenario.weeks)
    ranges: Ranges = {scenario.week: (1.0, weeks + 1.0)}  # epilogues are told when the last week has ended
    for project in scenario.projects:
        ranges[project.delivered] = (0.0, weeks)
    for task in scenario.tasks:
        ranges[task.finished] = (0.0, weeks)
    for risk in scenario.risks:
        ranges[risk.struck] = (0.0, 0.0)
    for promise in scenario.promises:
        ranges[promise.status] = (0.0, 0.0)
    for truth in scenario.truths:
        if truth.chance in (0.0, 1.0):
            ranges[truth.holds] = (truth.chance, truth.chance)
    return ranges


def _still_here(scenario: Scenario, event: Event, person: Person) -> Ranges:
    """Whoever asks has not left, nor has their company, unless the event speaks of that."""
    read = event.when.names()
    if person.gone != NONE and person.gone not in read:
        return {person.gone: (0.0, 0.0)}
    if person.side == "client" and person.account != NONE:
        signed = scenario.accounts[person.account].signed
        if signed not in read:
            return {signed: (0.0, 1.0)}
    return {}


def _without_own(event: Event, ways: list[Alternative]) -> list[Alternative]:
    """The event's condition without what its own coming changes."""
    return [[literal for literal in way if event.seen not in literal.expr.names()] for way in ways]


def _either(ways: list[Swing]) -> Swing:
    """One of several things happens: the furthest any of them goes."""
    found: Swing = {}
    for way in ways:
        for quantity, (down, up) in way.items():
            least, most = found.get(quantity, (0.0, 0.0))
            found[quantity] = (min(least, down), max(most, up))
    return found


def _add(swing: Swing, quantity: int, down: float, up: float) -> None:
    least, most = swing.get(quantity, (0.0, 0.0))
    swing[quantity] = (least + down, most + up)


def _after(window: Window, weeks: int) -> Window:
    return window[0] + weeks, window[1] + weeks
