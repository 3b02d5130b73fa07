"""What lies in wait: risks, truths, promises and endings."""

from __future__ import annotations

import dataclasses

from game.engine.expression import TRUE
from game.engine.model import NONE, NOTHING, Ending, Promise, Risk, Truth
from game.scenario.cast import store_all
from game.scenario.context import SEAT_BITS, SEATS, Context, play_bits
from game.scenario.defaults import FALLBACK_ID, FALLBACK_TEXT, FALLBACK_TITLE
from game.scenario.fields import OutcomeSpec
from game.scenario.names import BOTH, ENDING, NOBODY, PROMISE, RISK, TRUTH, Row, equals
from game.scenario.outcomes import Asking, build_outcome
from game.scenario.spec import RiskSpec, ScenarioSpec
from game.scenario.tree import Text

TRUE_FLAG = Row("holds", "", "flag", 0.0, 1.0, 1, NOBODY, False)


def store_story(context: Context, spec: ScenarioSpec) -> None:
    """The quantities of risks, truths, promises and endings, and the names that read them."""
    names = context.names
    for name, risk in spec.risks.items():
        _store_risk(context, name, risk)
    for name in spec.truths:
        words = name.replace("_", " ")
        names.store(str(name), words, TRUE_FLAG, "truth")
        stored = store_all(context, str(name), f"{words}: ", TRUTH, "truth", {})
        names.knowable(str(name), stored["known_am"], stored["known_pm"])
    for name, promise in spec.promises.items():
        context.promise_due.append(promise.due is not None)
        due = float(promise.due or 0) if promise.open else 0.0
        starts = {"status": (float(promise.open),) * 2, "due_week": (due, due)}
        label = f"{' '.join(promise.text.split())}: "
        status = names.read(store_all(context, str(name), label, PROMISE, "promise", starts)["status"])
        for word, values in (("open", (1.0,)), ("kept", (2.0, 3.0)), ("broken", (4.0,))):
            names.derive(f"{name}.{word}", f"{label}{word}", "flag", equals(status, *values), BOTH, True)
    for name in spec.endings:
        store_all(context, str(name), f"{name}: ", ENDING, "engine", {})


def _store_risk(context: Context, name: Text, risk: RiskSpec) -> None:
    """Whether it came is no visible number where nobody knows of a risk; what was done against it, its doer sees."""
    known = {f"known_{seat}": (1.0, 1.0) for seat in risk.known}
    bits = 0
    for seat in risk.known:
        bits |= SEAT_BITS[seat]
    rows = tuple(dataclasses.replace(row, seen_by=bits) if row.suffix == "struck" else row for row in RISK)
    stored = store_all(context, str(name), f"{' '.join((risk.name or name).split())}: ", rows, "risk", known)
    context.names.knowable(str(name), stored["known_am"], stored["known_pm"])


def build_risks(context: Context, spec: ScenarioSpec) -> tuple[Risk, ...]:
    """The risks, with what their strike does."""
    index = context.names.index
    made = []
    for name, risk in spec.risks.items():
        first, last = risk.weeks or (1, spec.weeks)
        if first > spec.weeks:
            message = f"`{name}` may strike in week {first} at the earliest; the story has {spec.weeks}."
            context.report.error(name, "OP205", message, "Change its `weeks`.")
        project = (
            context.find(risk.project, "project") if risk.project else 0 if spec.project or spec.projects else NONE
        )
        made.append(
            Risk(
                id=str(name),
                name=context.wording(risk.name) or name.replace("_", " ").capitalize(),
                project=project,
                hazard=context.probability(risk.chance),
                first_week=first,
                last_week=min(last, spec.weeks),
                cost=risk.cost,
                outcome=build_outcome(context, risk, Asking(BOTH, str(name)), branch=False),
                area=context.wording(risk.area),
                known_am=index[f"{name}.known_am"],
                known_pm=index[f"{name}.known_pm"],
                mitigated=index[f"{name}.mitigated"],
                worst=index[f"{name}.worst"],
                struck=index[f"{name}.struck"],
            )
        )
    return tuple(made)


def build_truths(context: Context, spec: ScenarioSpec) -> tuple[Truth, ...]:
    """The hidden facts."""
    index = context.names.index
    made = []
    for name, truth in spec.truths.items():
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


def build_promises(context: Context, spec: ScenarioSpec) -> tuple[Promise, ...]:
    """The promises that are open or may be made."""
    index = context.names.index
    made = []
    for name, promise in spec.promises.items():
        if promise.open and promise.due is None:
            message = f"`{name}` stands from the start without a week it is due."
            context.report.error(name, "OP208", message, "Add `due: week 9`.")
        if promise.due is not None and promise.due > spec.weeks:
            message = f"`{name}` is due in week {promise.due}, after the last one; nobody will see whether it is kept."
            context.report.warn(name, "OP205", message, f"Make it due by week {spec.weeks}.")
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


def build_endings(context: Context, spec: ScenarioSpec) -> tuple[Ending, ...]:
    """The endings; one for when no other holds is always among them."""
    made = []
    for name, ending in spec.endings.items():
        warnings = [context.wording(line) for line in ending.warnings]
        if ending.early and len(warnings) != 2:
            message = f"`{name}` may come early, so it needs two warnings; it has {len(warnings)}."
            context.report.error(name, "OP126", message, "Write `warnings: [first line, second line]`.")
        if ending.early and ending.when is None:
            context.report.error(name, "OP126", f"`{name}` may come early but has no `when`.", "Say when it comes.")
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
    if not any(e.when is None and e.plays is None for e in spec.endings.values()):
        made.append(_fallback(context))
    return tuple(made)


def _fallback(context: Context) -> Ending:
    stored = store_all(context, FALLBACK_ID, f"{FALLBACK_ID}: ", ENDING, "engine", {})
    return Ending(FALLBACK_ID, FALLBACK_TITLE, FALLBACK_TEXT, "mixed", TRUE, False, -1, 7, ("", ""), stored["warned"])
