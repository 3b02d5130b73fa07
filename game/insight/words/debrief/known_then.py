"""What a seat could see when it decided, and what was true then without showing."""

from __future__ import annotations

from game.engine.legality import unlocked
from game.engine.model import NONE, SEAT_BIT, Event, Person, Project, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import number
from game.engine.view import View, observe
from game.insight.bearing import Bearing
from game.insight.preview import foreseen
from game.insight.review.choices import Decision
from game.insight.words.cards import card, finish_of
from game.insight.words.causes import choices_on, quoted, softened
from game.insight.words.figures import NEVER, capital, days, percent, week_number, week_of, weeks
from game.insight.words.fill import substitute
from game.insight.words.locked import why_locked
from game.insight.words.moods import mood
from game.insight.words.people import colleague_of, first_name
from game.insight.words.promises import LEVELS, PromiseWords, promises_in
from game.insight.words.quantities import STATUS

KNOWN, TRUE = 4, 3  # facts there is room for
LEAST = 2  # facts below which the card fills up with where things stood
PEOPLE = 2  # whose mood is told
SOON = 1  # weeks within which a risk struck that nobody had named
CHANCES = 0.1  # by which a chance of renewal has to have moved since one heard of it
REWORK = 2.0  # days of hidden rework from which it is worth a sentence
BETTER_LOOK = {  # a mood as the end of "Dana was ...", where the word on the card does not fit there
    "Wants a call": "waiting for a call",
    "Has left": "gone",
    "Easy": "easy with you",
    "Short with you": "short with you",
}
STOOD = {"good": "on track", "watch": "one to watch", "risk": "at risk", "lost": "past keeping"}


def known_then(play: Play, seat: Seat, judged: Decision) -> tuple[str, ...]:
    """Up to four facts the seat could see at that moment and that bear on the choice, most telling first."""
    then = _Then(play, seat, judged)
    told = [*then.people()[:1], *then.truths(), *then.chance(), *then.promises(), *then.numbers(), *then.closed()]
    told += then.people()[1:PEOPLE]
    if len(told) < LEAST:
        told += [each for each in then.standing() if each not in told]
    return tuple(told[:KNOWN])


def true_then(play: Play, seat: Seat, judged: Decision) -> tuple[str, ...]:
    """Up to three things that were so and that the seat could not know: truths, misreports, what it had heard wrong."""
    then = _Then(play, seat, judged)
    return tuple([*then.hidden(), *then.ahead(), *then.misreports(), *then.stale(), *then.rework()][:TRUE])


class _Then:
    """The week of a decision, before it was made."""

    def __init__(self, play: Play, seat: Seat, judged: Decision) -> None:
        self.play, self.seat, self.week = play, seat, judged.week
        self.scenario: Scenario = play.scenario
        self.state = play.states[judged.week - 1]
        self.view: View = observe(play.scenario, self.state, seat)
        self.event: Event = play.scenario.events[play.scenario.event_index[judged.event]]
        self.taken, self.turned = judged.taken, judged.turned
        self.bearing = Bearing(self.event)

    def _moves(self, quantity: int) -> bool:
        return quantity in self.bearing.moved or quantity in self.bearing.read

    # ---- what could be seen ------------------------------------------------------------------------------------------

    def people(self) -> list[str]:
        """Who asked, then whoever the options foreseeably mean most to."""
        weights: dict[int, float] = {}
        for choice in self.event.question.choices:
            for chip in foreseen(self.view, choice):
                if chip.kind == "person":
                    weights[chip.person] = weights.get(chip.person, 0.0) + abs(chip.amount)
        order = sorted(weights, key=lambda person: -weights[person])
        asker = self.event.question.who
        order = [asker, *[person for person in order if person != asker]] if asker != NONE else order
        return [said for said in [self._mood(person) for person in order] if said]

    def _mood(self, person: int) -> str:
        who: Person = self.scenario.people[person]
        felt = mood(self.view, person)
        if not felt.word:
            return ""
        word = BETTER_LOOK.get(felt.word, felt.word[:1].lower() + felt.word[1:])
        level = f", {felt.bar_text[:1].lower()}{felt.bar_text[1:]}" if felt.bar_text and felt.bar_name else ""
        unseen = who.morale != NONE and not self.view.live(who.morale)
        return f"{first_name(who)} was {word}{level}{self._as_of() if unseen else ''}."

    def _as_of(self) -> str:
        heard = f"as far as you had heard in week {self.view.as_of}" if self.view.as_of else "as it was at the start"
        return f", {heard}"

    def truths(self) -> list[str]:
        """Truths the seat had learned, and that have a say in it."""
        return [
            f"You knew it by then: {substitute(truth.tells, self.scenario)}"
            for truth in self.scenario.truths
            if self.state.values[truth.holds] and self._learned(truth.known_am, truth.known_pm)
            if self.bearing.hangs_on(truth)
        ]

    def _learned(self, known_am: int, known_pm: int) -> bool:
        bit, values = SEAT_BIT[self.seat], self.state.values
        return (bit & 1 != 0 and values[known_am] != 0) or (bit & 2 != 0 and values[known_pm] != 0)

    def chance(self) -> list[str]:
        """The odds of what was chosen, where they were named."""
        _event, way = choices_on(self.scenario, f"{self.event.id}/{self.taken}")
        told: list[str] = []
        for choice in way:
            for chip in foreseen(self.view, choice):
                if chip.kind == "chance" and chip.sure:
                    quote = quoted(self.scenario, choice.text, self.week)
                    told.append(f"{quote} had a chance of {percent(chip.amount)}.")
        return told

    def promises(self) -> list[str]:
        """Open promises to the people involved, or kept by what the options move."""
        involved = [self.event.question.who]
        found: list[str] = []
        for promise in promises_in(self.view):
            names = self.scenario.promises[promise.index].kept_when.names()
            if promise.to in involved or any(name in self.bearing.moved for name in names):
                found.append(self._promise(promise))
        return found[:1]

    def _promise(self, promise: PromiseWords) -> str:
        whose = "You had promised" if promise.mine else f"{self._colleague()} had promised"
        name = first_name(self.scenario.people[promise.to])
        stood = STOOD.get(promise.level, LEVELS["watch"][0].lower())
        return f"{whose} {name} “{promise.text}”, due {promise.due}: {stood}."

    def _colleague(self) -> str:
        colleague = colleague_of(self.scenario, self.seat)
        return "You" if colleague is None else first_name(colleague)

    def numbers(self) -> list[str]:
        """Where the numbers stood that the options move."""
        told: list[str] = []
        for project in self.scenario.projects:
            if self._touches_work(project):
                told.append(self._date(project))
        if any(self._moves(each) for p in self.scenario.projects for each in (p.budget, p.spent, p.forecast_cost)):
            told.append(self._kpi("budget"))
        for account in self.scenario.accounts:
            if any(self._moves(each) for each in (account.upsell, account.pipeline)):
                told.append(self._kpi("upsell"))
            if any(
                self._moves(each) for each in (account.prepared, account.renewal_chance, account.issue, account.given)
            ):
                told.append(self._kpi("retention"))
        return list(dict.fromkeys([each for each in told if each]))[:PEOPLE]

    def _touches_work(self, project: Project) -> bool:
        tasks = [self.scenario.tasks[index] for index in project.tasks]
        work = [each for task in tasks for each in (task.work, task.done, task.hidden, task.forecast)]
        status = (project.forecast, project.reported, project.told, project.status, project.reviews)
        return any(self._moves(each) for each in (*work, *status))

    def standing(self) -> list[str]:
        """Where things stood in general, for a decision that touches nothing in particular."""
        told = [self._date(project) for project in self.scenario.projects[:1]]
        told += [self._kpi("satisfaction"), self._kpi("budget")]
        return [each for each in told if each]

    def _date(self, project: Project) -> str:
        values, heard = self._side(Seat.PM)
        if values[project.delivered]:
            return f"{project.name} had been handed over in week {values[project.delivered]}."
        finish = finish_of(self.scenario, values, project)
        if finish >= NEVER:
            return f"There was no date in sight for {project.name}, due in {week_of(project.due)}{heard}."
        late = week_number(finish) - project.due
        how = "in time" if late <= 0 else f"{weeks(late)} late"
        return f"{project.name} was heading for {week_of(finish)}, {how}{heard}."

    def _kpi(self, name: str) -> str:
        seat = Seat.PM if name == "budget" else Seat.AM
        row = next(row for row in card(self.play, seat, self.seat, self.week - 1).rows if row.name == name)
        heard = self._side(seat)[1]
        if row.points is None:
            return ""
        if name == "budget":
            cost = "on budget" if row.value == "On budget" else f"heading for {row.value} budget"
            return f"The cost was {cost}{heard}."
        if name == "upsell":
            return f"Extra business so far: {row.value}{heard}."
        if name == "satisfaction":
            return f"Satisfaction stood at {row.value}{heard}."
        return f"The chance of renewal stood at {row.value}{heard}."

    def _side(self, seat: Seat) -> tuple[list[int], str]:
        """The numbers of a side as this seat knew them, and of when they were."""
        if self.seat in (Seat.BOTH, seat):
            return self.state.values, ""
        as_of, values = self.state.known_am if self.seat is Seat.AM else self.state.known_pm
        return values, f", by what {self._colleague()} said in week {as_of}" if as_of else ", by the first plan"

    def closed(self) -> list[str]:
        """The first option that was locked, and why."""
        question = self.event.question
        open_ones = unlocked(question, self.state.values)
        for choice in question.choices:
            why = "" if choice in open_ones else why_locked(self.view, choice)
            if why:
                return [f"{quoted(self.scenario, choice.text, self.week)} was closed: {_past(why)}"]
        return []

    # ---- what could not ----------------------------------------------------------------------------------------------

    def hidden(self) -> list[str]:
        """Truths that held and that nobody had told this seat.

        Those with a say in the event; all of them where the truth turns the verdict on the answer.
        """
        unknown = [
            truth
            for truth in self.scenario.truths
            if self.state.values[truth.holds] and not self._learned(truth.known_am, truth.known_pm)
        ]
        telling = [truth for truth in unknown if self.turned or self.bearing.hangs_on(truth)]
        return [substitute(truth.tells, self.scenario) for truth in telling]

    def ahead(self) -> list[str]:
        """A risk that struck soon after, and that this seat had not found."""
        found: list[str] = []
        for risk in self.scenario.risks:
            struck = self.play.state.values[risk.struck]
            if self.week <= struck <= self.week + SOON and not self._learned(risk.known_am, risk.known_pm):
                when = "that very week" if struck == self.week else f"in week {struck}"
                name = f"“{softened(risk.name)}”"
                unseen = f"Nobody had told you of {name}" if self.seat is Seat.AM else f"{name} was not on your list"
                found.append(f"{unseen}. It struck {when}.")
        return found

    def misreports(self) -> list[str]:
        """Where a project really stood, what was reported, and what the client had heard."""
        found: list[str] = []
        for project in self.scenario.projects:
            values = self.state.values
            if not project.reports or values[project.delivered] or not self._reported(project):
                continue
            really, reported, told = (values[each] for each in (project.status, project.reported, project.told))
            names = [STATUS[min(2, max(0, level))] for level in (really, reported, told)]
            if really > told or really > reported:
                client = first_name(self.scenario.people[self.scenario.accounts[project.account].contacts[0]])
                heard = f"the report said {names[1]}, and {client} had heard {names[2]}"
                heard = f"{client} had been told {names[2]}, as reported" if reported == told else heard
                heard = f"{client} had been told {names[2]}" if reported == really else heard
                found.append(f"{project.name} really stood at {names[0]}; {heard}.")
        return found

    def _reported(self, project: Project) -> bool:
        """Whether there had been a report at all, or the client had heard something."""
        for lived in self.play.weeks[: self.week - 1]:
            for _week, quantity, _cause, _amount in lived.changes:
                if quantity in (project.reported, project.told):
                    return True
        return self.week > self.scenario.status_every > 0

    def stale(self) -> list[str]:
        """What the other side's numbers really were, where what this seat had last heard of them was not that."""
        if self.seat is Seat.BOTH:
            return []
        return self._other_dates() if self.seat is Seat.AM else self._other_chances()

    def _other_dates(self) -> list[str]:
        known, found = self.state.known_am[1], []
        for project in self.scenario.projects:
            if self.state.values[project.delivered] or known[project.delivered]:
                continue
            was, heard = (finish_of(self.scenario, values, project) for values in (self.state.values, known))
            if week_number(was) != week_number(heard):
                plan = f"{self._colleague()}’s plan for {project.name}"
                found.append(f"{plan} said {_finish(was)}; you had heard {_finish(heard)}.")
        return found

    def _other_chances(self) -> list[str]:
        known, found = self.state.known_pm[1], []
        for account in self.scenario.accounts:
            was, heard = (
                number(self.scenario, values, account.renewal_chance) for values in (self.state.values, known)
            )
            if account.main and abs(was - heard) >= CHANCES:
                chance = f"The chance that {account.name} renews was {percent(was)}"
                found.append(f"{chance}; {self._colleague()} had last said {percent(heard)}.")
        return found

    def rework(self) -> list[str]:
        """Work the options bear on that counted as done and was not, where there was much of it."""
        found: list[tuple[float, str]] = []
        for project in self.scenario.projects:
            if self.state.values[project.delivered] or not self._touches_work(project):
                continue
            for index in project.tasks:
                task = self.scenario.tasks[index]
                amount = self.state.values[task.hidden] / self.scenario.quantities[task.hidden].per_unit
                if amount >= REWORK:
                    found.append((amount, task.name))
        if not found:
            return []
        amount, name = max(found)
        return [f"{capital(days(round(amount, 1)))} of what counted as done in {name} would have to be done again."]


def _finish(finish: float) -> str:
    return "no date" if finish >= NEVER else week_of(finish)


def _past(why: str) -> str:
    """The reason a choice is locked, told afterwards."""
    said = why.partition(" Even then")[0]
    said = said.replace(" would have to be ", " had to be ").replace(". It is ", ", and was ")
    return said if said[:1] not in ("O", "N", "I") else said[:1].lower() + said[1:]
