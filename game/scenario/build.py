"""A checked spec becomes the engine's Scenario: ids to indices, texts to expressions, starts to quantities."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from game.engine.expression import TRUE
from game.engine.model import (
    KPIS,
    NONE,
    NOTHING,
    Choice,
    Debrief,
    Ending,
    Epilogue,
    Event,
    Goal,
    GuideStep,
    Offer,
    Promise,
    Question,
    Risk,
    Scenario,
    Seat,
    SeatRules,
    Target,
    Truth,
)
from game.scenario.cast import Cast, account_specs, build_accounts, build_cast, build_offers, store_all, with_stand_ins
from game.scenario.common import common_events
from game.scenario.context import AM, BOTH, PM, SEAT_BITS, SEATS, Context, first_name, play_bits
from game.scenario.defaults import FALLBACK_ID, FALLBACK_TEXT, FALLBACK_TITLE, GOALS, TARGETS
from game.scenario.events import build_events, choice_ids, outcomes_in
from game.scenario.expression import ExpressionError, parse_condition
from game.scenario.fields import OutcomeSpec
from game.scenario.names import ENDING, NOBODY, PROMISE, RISK, TRUTH, Row, equals
from game.scenario.outcomes import Asking, build_outcome
from game.scenario.plan import build_projects, project_specs
from game.scenario.problems import Report
from game.scenario.scalars import RESERVED
from game.scenario.spec import METERS, EventSpec, GoalSpec, OfferSpec, PersonSpec, ScenarioSpec
from game.scenario.tree import Text, text_at

BRIEFING_WORDS = 120
WEEK = Row("week", "", "weeks", 0.0, 999.0, 1, BOTH, False)
FLAG = Row("flag", "", "flag", 0.0, 1.0, 1, BOTH, False)
SEEN = Row("seen", "", "weeks", 0.0, 999.0, 1, BOTH, False)


def build(spec: ScenarioSpec, name: str, text_hash: str, report: Report) -> Scenario | None:
    """The rules of a story, or None when a check found an error (all of them are in the report)."""
    if spec.format != 1:
        message = f"This game reads format 1; the file says {spec.format}."
        report.error(spec.title, "OP127", message, "Write `format: 1`, or install a newer version.")
        return None
    return _Builder(spec, report).scenario(name, text_hash)


class _Builder:
    """Builds in the order in which things may name each other: ids, quantities, then conditions and outcomes."""

    def __init__(self, spec: ScenarioSpec, report: Report) -> None:
        self.spec = spec
        self.report = report
        self.context = Context(report, spec.title)
        self.people = with_stand_ins(spec)
        self.projects = project_specs(spec)
        self.events: dict[Text, EventSpec] = spec.events | common_events(self._stand_in_words(), report)

    def scenario(self, name: str, text_hash: str) -> Scenario | None:
        spec, context = self.spec, self.context
        self._check_shape()
        self._declare()
        week = context.names.store("week", "the week", WEEK, "story", (1.0, 1.0))
        both = context.names.store("both", "one person plays both seats", FLAG, "story")
        self._flags()
        cast = build_cast(context, spec, self.people)
        accounts = build_accounts(context, spec, cast.people)
        projects, tasks = build_projects(context, spec, cast.people)
        offers = build_offers(context, spec)
        self._store_story()
        # from here on every name exists
        events = self._with_taken_later()
        rules = {seat: self._rules(seat, cast, events) for seat in ("am", "pm")}
        both_goals = self._goals("both") or rules["am"].goals[:2] + rules["pm"].goals[:1]
        scenario = Scenario(
            id=name,
            title=context.wording(spec.title),
            summary=context.wording(spec.summary),
            setting=context.wording(spec.setting),
            challenge=spec.challenge,
            currency=str(spec.currency),
            weeks=spec.weeks,
            minutes=spec.minutes or 3 * spec.weeks,
            text_hash=text_hash,
            status_every=self._status_every(),
            meters=tuple(spec.meters) if spec.meters else METERS,
            people=cast.people,
            accounts=accounts,
            offers=tuple(self._offer(written, offer) for written, offer in offers),
            projects=projects,
            tasks=tasks,
            risks=self._risks(),
            truths=self._truths(),
            promises=self._promises(),
            endings=self._endings(),
            epilogues=tuple(
                Epilogue(context.find(e.who, "person"), context.condition(e.when), context.wording(e.text))
                for e in spec.epilogues
            ),
            am=rules["am"],
            pm=rules["pm"],
            targets=self._targets(),
            both_briefing=self._briefing("both"),
            both_goals=both_goals,
            guide=tuple(
                GuideStep(str(g.id), context.condition(g.when), context.wording(g.text), str(g.points_at or ""))
                for g in spec.guide
            ),
            debrief=self._debrief(),
            events=tuple(self._with_taken(event) for event in events),
            event_index={event.id: i for i, event in enumerate(events)},
            quantities=tuple(context.names.quantities),
            quantity_index=context.names.index,
            week=week,
            both=both,
            flags=tuple(context.names.flags),
        )
        return None if self.report.failed else scenario

    # ids and names

    def _check_shape(self) -> None:
        spec = self.spec
        for one, several, what in ((spec.account, spec.accounts, "account"), (spec.project, spec.projects, "project")):
            if one is not None and several is not None:
                message = f"The file has both `{what}` and `{what}s`."
                self.report.error(spec.title, "OP126", message, f"Write all of them under `{what}s`.")
        if spec.account is None and not spec.accounts:
            message = "There is no client: the file has neither `account` nor `accounts`."
            self.report.error(spec.title, "OP121", message, "Add `account: {client: Brightside, value: 180_000}`.")

    def _declare(self) -> None:
        spec, context = self.spec, self.context
        groups: list[tuple[str, Iterable[Text]]] = [
            ("person", self.people),
            ("account", account_specs(spec)),
            ("project", self.projects),
            ("task", [task for project in self.projects.values() for task in project.tasks]),
            ("offer", spec.offers),
            ("risk", spec.risks),
            ("truth", spec.truths),
            ("promise", spec.promises),
            ("event", self.events),
            ("ending", spec.endings),
        ]
        for kind, names in groups:
            for index, name in enumerate(names):
                context.declare(name, kind, index)
        self._say()

    def _say(self) -> None:
        context, projects = self.context, self.projects
        for name, account in account_specs(self.spec).items():
            context.say(f"{name}.client", " ".join(account.client.split()))
        for name, project in projects.items():
            context.say(f"{name}.name", " ".join((project.name or name).split()))
        for name, person in self.people.items():
            context.say(f"{name}.name", " ".join(person.name.split()))
            context.say(f"{name}.first", first_name(person.name))
        for word, group in (("account", list(account_specs(self.spec))), ("project", list(projects))):
            if group:
                context.alias(word, str(group[0]))

    def _flags(self) -> None:
        """Flags exist because something sets them."""
        context = self.context
        set_by = [name for outcome in outcomes_in(self.spec, self.events) for name in outcome.sets]
        set_by += [name for truth in self.spec.truths.values() for name in truth.sets]
        for name in set_by:
            known = context.ids.get(name)
            if known is not None and known[0] == "flag":
                continue
            if name in RESERVED:
                self.report.error(name, "OP125", f"`{name}` is a word the game uses itself.", "Choose another flag.")
                continue
            context.declare(name, "flag", len(context.names.flags))
            if context.ids[name][0] == "flag":
                label = name.replace("_", " ")
                context.names.flags.append(context.names.store(str(name), label, FLAG, "story"))

    def _store_story(self) -> None:
        """The quantities of risks, truths, promises, events and endings, and the names that read them."""
        names = self.context.names
        for name, risk in self.spec.risks.items():
            known = {f"known_{seat}": (1.0, 1.0) for seat in risk.known}
            label = f"{' '.join((risk.name or name).split())}: "
            bits = 0
            for seat in risk.known:
                bits |= SEAT_BITS[seat]
            rows = tuple(
                row if row.suffix.startswith("known") else dataclasses.replace(row, seen_by=bits) for row in RISK
            )
            stored = store_all(self.context, str(name), label, rows, "risk", known)
            names.knowable(str(name), stored["known_am"], stored["known_pm"])
        for name in self.spec.truths:
            names.store(str(name), name.replace("_", " "), FLAG, "truth", seen_by=NOBODY)
            stored = store_all(self.context, str(name), f"{name.replace('_', ' ')}: ", TRUTH, "truth", {})
            names.knowable(str(name), stored["known_am"], stored["known_pm"])
        for name, promise in self.spec.promises.items():
            self.context.promise_due.append(promise.due is not None)
            due = float(promise.due or 0) if promise.open else 0.0
            starts = {"status": (float(promise.open),) * 2, "due_week": (due, due)}
            label = f"{' '.join(promise.text.split())}: "
            status = names.read(store_all(self.context, str(name), label, PROMISE, "promise", starts)["status"])
            for word, values in (("open", (1.0,)), ("kept", (2.0, 3.0)), ("broken", (4.0,))):
                names.derive(f"{name}.{word}", f"{label}{word}", "flag", equals(status, *values), BOTH, True)
        for name, event in self.events.items():
            names.store(f"{name}.seen", f"{name}: last seen", SEEN, "story")
            names.choices(str(name), choice_ids(event.choices))
        for name in self.spec.endings:
            store_all(self.context, str(name), f"{name}: ", ENDING, "engine", {})

    # events

    def _with_taken_later(self) -> tuple[Event, ...]:
        called = {str(f.event) for outcome in outcomes_in(self.spec, self.events) for f in outcome.follow}
        return build_events(self.context, self.events, called, self.spec.weeks)

    def _with_taken(self, event: Event) -> Event:
        """The event with the quantities of those choices that some condition reads."""
        names = self.context.names
        if not names.read_choices(event.id):
            return event
        return dataclasses.replace(event, question=self._taken_in(event.question, event.id))

    def _taken_in(self, question: Question, event: str) -> Question:
        def mark(choice: Choice) -> Choice:
            scene = self._taken_in(choice.scene, event) if choice.scene is not None else None
            return dataclasses.replace(choice, taken=self.context.names.taken(event, choice.id), scene=scene)

        return dataclasses.replace(question, choices=tuple(mark(choice) for choice in question.choices))

    def _status_every(self) -> int:
        return next((project.status_report for project in self.projects.values()), 0)

    def _stand_in_words(self) -> dict[str, str]:
        """What the words of common.yaml stand for here."""
        spec = self.spec
        words = {"main_account": "account"}
        seats = {"am": spec.seats.am if spec.seats else None, "pm": spec.seats.pm if spec.seats else None}
        words["am_person"] = str(seats["am"] or "account_manager")
        words["pm_person"] = str(seats["pm"] or "project_manager")
        if spec.boss is not None:
            words["boss_person"] = str(spec.boss)
        team = _first_on(self.people, "team")
        if team:
            words |= {"team_person": team, "main_team": "team"}
        if _first_on(self.people, "client"):
            words["main_client"] = "client"
        if self.projects:
            words["main_project"] = "project"
            if self._status_every():
                words["report_weeks"] = str(self._status_every())
        return words

    # the rest, in the order of the file

    def _offer(self, written: OfferSpec, offer: Offer) -> Offer:
        return dataclasses.replace(offer, when=self.context.condition(written.when, AM, live=True))

    def _risks(self) -> tuple[Risk, ...]:
        index, context = self.context.names.index, self.context
        made = []
        for name, risk in self.spec.risks.items():
            first, last = risk.weeks or (1, self.spec.weeks)
            project = context.find(risk.project, "project") if risk.project else 0 if self.projects else NONE
            made.append(
                Risk(
                    id=str(name),
                    name=context.wording(risk.name) or name.replace("_", " ").capitalize(),
                    project=project,
                    hazard=context.probability(risk.chance),
                    first_week=first,
                    last_week=min(last, self.spec.weeks),
                    cost=risk.cost,
                    outcome=build_outcome(context, risk, Asking(BOTH, str(name)), branch=False),
                    area=context.wording(risk.area),
                    known_am=index[f"{name}.known_am"],
                    known_pm=index[f"{name}.known_pm"],
                    mitigated=index[f"{name}.mitigated"],
                    struck=index[f"{name}.struck"],
                )
            )
        return tuple(made)

    def _truths(self) -> tuple[Truth, ...]:
        index, context = self.context.names.index, self.context
        made = []
        for name, truth in self.spec.truths.items():
            found = [context.find(ref, "person") for ref in truth.known_by]
            outcome = NOTHING
            if truth.effects or truth.sets:
                constant = OutcomeSpec.model_construct(effects=truth.effects, sets=truth.sets)
                outcome = build_outcome(context, constant, Asking(BOTH, str(name)))
            made.append(
                Truth(
                    id=str(name),
                    chance=truth.chance,
                    tells=context.wording(truth.tells),
                    area=context.wording(truth.area),
                    known_by=tuple(i for i in found if i != NONE),
                    outcome=outcome,
                    holds=index[str(name)],
                    known_am=index[f"{name}.known_am"],
                    known_pm=index[f"{name}.known_pm"],
                )
            )
        return tuple(made)

    def _promises(self) -> tuple[Promise, ...]:
        index, context = self.context.names.index, self.context
        made = []
        for name, promise in self.spec.promises.items():
            if promise.open and promise.due is None:
                message = f"`{name}` stands from the start without a week it is due."
                self.report.error(name, "OP208", message, "Add `due: week 9`.")
            made.append(
                Promise(
                    id=str(name),
                    by=SEATS[promise.by],
                    to=context.find(promise.to, "person"),
                    text=context.wording(promise.text),
                    due=promise.due or 0,
                    kept_when=context.condition(promise.kept_when),
                    weight=promise.weight,
                    opens=promise.open,
                    status=index[f"{name}.status"],
                    due_week=index[f"{name}.due_week"],
                    made=index[f"{name}.made"],
                    moved=index[f"{name}.moved"],
                )
            )
        return tuple(made)

    def _endings(self) -> tuple[Ending, ...]:
        context = self.context
        made = []
        for name, ending in self.spec.endings.items():
            warnings = [context.wording(line) for line in ending.warnings]
            if ending.early and len(warnings) != 2:
                message = f"`{name}` may come early, so it needs two warnings; it has {len(warnings)}."
                self.report.error(name, "OP126", message, "Write `warnings: [first line, second line]`.")
            if ending.early and ending.when is None:
                self.report.error(name, "OP126", f"`{name}` may come early but has no `when`.", "Say when it comes.")
            made.append(
                Ending(
                    id=str(name),
                    title=context.wording(ending.title),
                    text=context.wording(ending.text),
                    tone=ending.tone,
                    when=context.condition(ending.when),
                    early=ending.early,
                    severity=ending.severity if ending.when is not None else -1,
                    seats=play_bits(ending.plays),
                    warnings=(warnings[0], warnings[1]) if len(warnings) == 2 else ("", ""),
                    warned=context.names.index[f"{name}.warned"],
                )
            )
        if not any(e.when is None and e.plays is None for e in self.spec.endings.values()):
            made.append(self._fallback())
        return tuple(made)

    def _fallback(self) -> Ending:
        stored = store_all(self.context, FALLBACK_ID, f"{FALLBACK_ID}: ", ENDING, "engine", {})
        return Ending(
            FALLBACK_ID, FALLBACK_TITLE, FALLBACK_TEXT, "mixed", TRUE, False, -1, 7, ("", ""), stored["warned"]
        )

    def _rules(self, seat: str, cast: Cast, events: tuple[Event, ...]) -> SeatRules:
        which = Seat.AM if seat == "am" else Seat.PM
        person = cast.am if seat == "am" else cast.pm
        asking = tuple(i for i, event in enumerate(events) if event.asks is which)
        return SeatRules(
            self._briefing(seat), cast.boss, self._goals(seat) or self._default_goals(seat), person, asking
        )

    def _briefing(self, seat: str) -> str:
        briefing = self.spec.briefing
        written = None
        if briefing is not None:
            written = {"am": briefing.am, "pm": briefing.pm, "both": briefing.both}[seat]
        return self.context.wording(written, BRIEFING_WORDS, "This briefing") or self.context.wording(self.spec.summary)

    def _goals(self, seat: str) -> tuple[Goal, ...]:
        goals = self.spec.goals
        written: list[GoalSpec] = [] if goals is None else {"am": goals.am, "pm": goals.pm, "both": goals.both}[seat]
        bits = SEAT_BITS.get(seat, BOTH)
        return tuple(self._goal(goal, bits) for goal in written)

    def _goal(self, goal: GoalSpec, bits: int) -> Goal:
        context = self.context
        good = context.condition(goal.good, bits, live=True)
        watch = context.condition(goal.watch, bits, live=True) if goal.watch is not None else good
        says = [context.wording(word) for word in goal.says or []]
        if says and len(says) != 3:
            self.report.error(goal.text, "OP126", "`says` needs three words.", "Write [On track, Watch it, At risk].")
        return Goal(
            context.wording(goal.text), good, watch, (says[0], says[1], says[2]) if len(says) == 3 else ("",) * 3
        )

    def _default_goals(self, seat: str) -> tuple[Goal, ...]:
        made = []
        lookup = self.context.lookup(PM if seat == "pm" else AM)
        for text, good, watch in GOALS[seat]:
            try:
                tests = [parse_condition(test, lookup).expr for test in (good, watch)]
            except ExpressionError:
                continue
            said = self.context.wording(text_at(text, self.spec.title))
            made.append(Goal(said, tests[0], tests[1], ("", "", "")))
        return tuple(made)

    def _targets(self) -> dict[str, Target]:
        made = {}
        for kpi in KPIS[Seat.AM] + KPIS[Seat.PM]:
            target = TARGETS[kpi]
            written = self.spec.targets.get(kpi)
            floor, goal = (written.floor, written.target) if written else (target.floor, target.target)
            if written and floor == goal:
                self.report.error(
                    self.spec.title, "OP126", f"The target of {kpi} equals its floor.", "Make them differ."
                )
            made[kpi] = Target(floor, goal, self.spec.weights.get(kpi, target.weight))
        return made

    def _debrief(self) -> Debrief:
        written = self.spec.debrief
        if written is None:
            return Debrief((), ())
        wording = self.context.wording
        return Debrief(tuple(wording(line) for line in written.notes), tuple(wording(q) for q in written.questions))


def _first_on(people: dict[Text, PersonSpec], side: str) -> str:
    return next((str(name) for name, person in people.items() if person.side == side), "")
