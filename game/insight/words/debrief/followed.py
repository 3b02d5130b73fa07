"""What an answer set going: whether its chance came off, the events that came of it, what became of its promises."""

from __future__ import annotations

from game.engine.legality import decided
from game.engine.model import NONE, Choice, Event, Scenario, Seat
from game.engine.outcomes import branch_taken
from game.engine.play import Play
from game.engine.state import Due
from game.engine.view import observe
from game.insight.preview import foreseen
from game.insight.review.choices import Decision, path_taken
from game.insight.words.causes import choices_on, entitled, quoted, softened
from game.insight.words.figures import percent, week_of
from game.insight.words.fill import substitute
from game.insight.words.people import colleague_of, first_name

OPEN = 1
SETTLED = {2: "kept", 3: "kept before its date", 4: "broken", 5: "taken back"}


class Followed:
    """The trail of one answer through a finished play."""

    def __init__(self, play: Play, seat: Seat, judged: Decision) -> None:
        self.play, self.seat, self.week = play, seat, judged.week
        self.scenario: Scenario = play.scenario
        self.way: tuple[Choice, ...] = choices_on(play.scenario, f"{judged.event}/{judged.taken}")[1]
        paths = [judged.event]
        for choice in self.way:
            paths.append(f"{paths[-1]}/{choice.id}")
        self._paths = paths[1:] if self.way else paths  # as the ledger has them after "choice:" or "ignored:"
        self.due = self._left()

    def chance(self) -> list[str]:
        """Whether a named chance came off, at once."""
        state = self.play.states[self.week - 1]
        view = observe(self.scenario, state, self.seat)
        told: list[str] = []
        for choice in self.way:
            if choice.outcome.branch is None or not choice.outcome.branch.is_chance:
                continue
            came = branch_taken(choice.outcome, state.values, self.play.luck, self.week)
            for chip in foreseen(view, choice):
                if chip.kind == "chance" and chip.sure:
                    told.append(f"{'It came off' if came else 'It did not come off'}, at {percent(chip.amount)}.")
        return told

    def arrivals(self) -> dict[int, list[str]]:
        """Events that came because of it, by week: called by it, or waiting for what it set."""
        wanted = [(self.scenario.events[due.event], due.week) for due in self.due if due.event != NONE]
        called = [event.id for event, _week in wanted]
        marks = self._marks()
        for event in self.scenario.events:
            if event.id not in called and any(mark in event.when.names() for mark in marks):
                wanted.append((event, self.week + 1))
        found: dict[int, list[str]] = {}
        for event, first in wanted:
            week = self._came(event, first)
            if week and (event.id in called or self._needs(event, week, marks)):
                told = found.setdefault(week, [])
                told += [said for said in [self._arrival(event, week)] if said not in told]
        return found

    def promises(self) -> dict[int, list[str]]:
        """The promises it gave, when it gave them, and when they were kept or not."""
        changes, last = self.play.weeks[self.week - 1].changes, len(self.play.weeks)
        causes = [f"choice:{path}" for path in self._paths]
        found: dict[int, list[str]] = {}
        for promise in self.scenario.promises:
            if not any(quantity == promise.made and cause in causes for _week, quantity, cause, _amount in changes):
                continue
            name = first_name(self.scenario.people[promise.to])
            text = f"“{softened(substitute(promise.text, self.scenario)).removesuffix('.')}”"
            due = week_of(self.play.states[self.week].values[promise.due_week])
            found.setdefault(self.week, []).append(f"It gave {name} a promise: {text}, due in {due}.")
            was = self.play.states[self.week].values[promise.status]
            for week in range(self.week + 1, last + 1):
                now = self.play.states[week].values[promise.status]
                if was == OPEN and now in SETTLED:
                    found.setdefault(week, []).append(f"The promise to {name}, {text}, was {SETTLED[now]}.")
                    break
                was = now
        return found

    def _left(self) -> list[Due]:
        """Everything the answer left to fall due, in the order it was queued."""
        found: list[Due] = []
        for state in self.play.states[self.week :]:
            for due in state.due:
                path, _at, week = due.cause.partition(":")[2].partition("@")
                if path in self._paths and week == str(self.week) and due not in found:
                    found.append(due)
        return found

    def _marks(self) -> list[int]:
        """Flags and counters the answer set, by which later events know of it."""
        found = [choice.taken for choice in self.way if choice.taken != NONE]
        for _week, quantity, cause, amount in self.play.weeks[self.week - 1].changes:
            mine = cause.partition(":")[2] in self._paths
            if mine and amount > 0 and self.scenario.quantities[quantity].kind == "story":
                found.append(quantity)
        return found

    def _needs(self, event: Event, week: int, marks: list[int]) -> bool:
        """Whether an event that came would not have come without what the answer set."""
        values = self.play.states[week - 1].values
        before = self.play.states[self.week - 1].values
        without = values.copy()
        for mark in marks:
            without[mark] = before[mark]
        return event.when.value(values) != 0.0 and event.when.value(without) == 0.0

    def _came(self, event: Event, first: int) -> int:
        """The week from `first` on in which an event was delivered for the first time; 0 for none."""
        index = self.scenario.event_index[event.id]
        for week in range(first, len(self.play.weeks) + 1):
            if index in self.play.states[week - 1].inbox:
                return week
        return 0

    def _arrival(self, event: Event, week: int) -> str:
        seat = Seat.BOTH if self.play.seat is Seat.BOTH else event.asks
        path = path_taken(decided(self.play.weeks[week - 1].decisions, seat), event.id)
        way = choices_on(self.scenario, f"{event.id}/{path}")[1] if path else ()
        colleague = colleague_of(self.scenario, self.seat)
        mine = colleague is None or event.asks is self.seat
        who = "you" if mine or colleague is None else first_name(colleague)
        answered = f"{who} answered {quoted(self.scenario, way[0].text, week)}" if way else "it went unanswered"
        return f"It led to {entitled(event)}; {answered}."
