"""A checked spec becomes the engine's Scenario: ids to indices, texts to expressions, starts to quantities."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from game.engine.expression import Const
from game.engine.model import (
    KPIS,
    Debrief,
    Epilogue,
    Event,
    Goal,
    GuideStep,
    Offer,
    Scenario,
    Seat,
    SeatRules,
    Target,
)
from game.scenario.cast import Cast, account_specs, build_accounts, build_cast, build_offers, with_stand_ins
from game.scenario.closed import METERS
from game.scenario.common import common_events
from game.scenario.context import SEAT_BITS, Context, first_name
from game.scenario.defaults import GOALS, TARGETS
from game.scenario.events import build_events, choice_ids, outcomes_in, with_taken
from game.scenario.expression import parse_condition
from game.scenario.meaning import ExpressionError
from game.scenario.names import AM, BOTH, PM, Row
from game.scenario.plan import build_projects, project_label, project_specs
from game.scenario.problems import Report
from game.scenario.scalars import RESERVED
from game.scenario.spec import EventSpec, GoalSpec, OfferSpec, ScenarioSpec
from game.scenario.stand_ins import reporting, stand_in_words
from game.scenario.story import build_endings, build_promises, build_risks, build_truths, store_story
from game.scenario.tree import Text, text_at

BRIEFING_WORDS = 120
WEEK = Row("week", "", "weeks", 0.0, 999.0, 1, BOTH, False)
FLAG = Row("flag", "", "flag", 0.0, 1.0, 1, BOTH, False)
SEEN = Row("seen", "", "weeks", 0.0, 999.0, 1, BOTH, False)


@dataclass(frozen=True)
class Draft:
    """What was read beside what was made of it, for the checks that look at a story as a whole.

    Where the report holds errors, `scenario` has gaps: it may be looked at, never played.
    """

    spec: ScenarioSpec
    events: dict[Text, EventSpec]  # the author's, then the built-in ones, as in the scenario
    context: Context
    scenario: Scenario
    mended: bool  # fields were left out or filled in, so that the rest could be read


def build(spec: ScenarioSpec, name: str, text_hash: str, report: Report) -> Draft:
    """The rules of a story; they hold only while the report has no error."""
    mended = report.failed
    builder = _Builder(spec, report)
    return Draft(spec, builder.events, builder.context, builder.scenario(name, text_hash), mended)


class _Builder:
    """Builds in the order in which things may name each other: ids, quantities, then conditions and outcomes."""

    def __init__(self, spec: ScenarioSpec, report: Report) -> None:
        self.spec = spec
        self.report = report
        self.context = Context(report, spec.title)
        self.people = with_stand_ins(spec)
        self.projects = project_specs(spec)
        self.events: dict[Text, EventSpec] = spec.events | common_events(stand_in_words(spec, self.people), report)

    def scenario(self, name: str, text_hash: str) -> Scenario:
        spec, context = self.spec, self.context
        self._check_shape()
        self._declare()
        week = context.names.store("week", "the week", WEEK, "story", (1.0, 1.0))
        both = context.names.store("both", "one person plays both seats", FLAG, "story")
        context.names.mean("none", Const(-1.0, "project"), "project", BOTH)
        self._flags()
        cast = build_cast(context, spec, self.people)
        accounts = build_accounts(context, spec, cast.people)
        projects, tasks = build_projects(context, spec, cast.people)
        offers = build_offers(context, spec)
        store_story(context, spec)
        for event_name, event in self.events.items():
            context.names.store(f"{event_name}.seen", f"{event_name}: last seen", SEEN, "story")
            context.names.choices(str(event_name), choice_ids(event.choices))
        # from here on every name exists
        events = self._built_events()
        rules = {seat: self._rules(seat, cast, events) for seat in ("am", "pm")}
        both_goals = self._goals("both") or rules["am"].goals[:2] + rules["pm"].goals[:1]
        return Scenario(
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
            risks=build_risks(context, spec),
            truths=build_truths(context, spec),
            promises=build_promises(context, spec),
            endings=build_endings(context, spec),
            epilogues=self._epilogues(),
            am=rules["am"],
            pm=rules["pm"],
            targets=self._targets(),
            both_briefing=self._briefing("both"),
            both_goals=both_goals,
            guide=self._guide(),
            debrief=self._debrief(),
            events=tuple(with_taken(context, event) for event in events),
            event_index={event.id: i for i, event in enumerate(events)},
            quantities=tuple(context.names.quantities),
            quantity_index=context.names.index,
            week=week,
            both=both,
            flags=tuple(context.names.flags),
        )

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
            context.say(f"{name}.name", project_label(name, project))
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

    # events

    def _built_events(self) -> tuple[Event, ...]:
        called = {str(f.event) for outcome in outcomes_in(self.spec, self.events) for f in outcome.follow}
        return build_events(self.context, self.events, called, self.spec.weeks)

    def _status_every(self) -> int:
        found = reporting(self.spec)
        return found[1].status_report if found else 0

    # the rest, in the order of the file

    def _offer(self, written: OfferSpec, offer: Offer) -> Offer:
        return dataclasses.replace(offer, when=self.context.condition(written.when, AM, live=True))

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

    def _epilogues(self) -> tuple[Epilogue, ...]:
        context = self.context
        return tuple(
            Epilogue(context.find(e.who, "person"), context.condition(e.when), context.wording(e.text))
            for e in self.spec.epilogues
        )

    def _guide(self) -> tuple[GuideStep, ...]:
        context = self.context
        return tuple(
            GuideStep(str(g.id), context.condition(g.when), context.wording(g.text), str(g.points_at or ""))
            for g in self.spec.guide
        )

    def _debrief(self) -> Debrief:
        written = self.spec.debrief
        if written is None:
            return Debrief((), ())
        wording = self.context.wording
        return Debrief(tuple(wording(line) for line in written.notes), tuple(wording(q) for q in written.questions))
