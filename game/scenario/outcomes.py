"""What choices, risks and late consequences do: effects, replies, promises, branches."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.engine.expression import Compare, Const, Expr, IfElse
from game.engine.model import NONE, NOTHING, Branch, Effect, Later, Outcome, PromiseMade
from game.scenario.context import Context
from game.scenario.fields import FollowSpec, LaterSpec, OutcomeSpec, PromiseGivenSpec
from game.scenario.meaning import Parsed, UnknownName
from game.scenario.names import AM, BOTH, MONEY, PM
from game.scenario.problems import short
from game.scenario.tree import Text

REPLY_WORDS = 30
OPEN, RELEASED = 1.0, 5.0
_AMOUNT_WORDS = re.compile(r"(a little|clearly|strongly)\s+(up|down)")
_SIZES = {"a little": 2.0, "clearly": 5.0, "strongly": 10.0}  # points of 100


@dataclass(frozen=True)
class Asking:
    """Who meets this outcome: the seat (bits) whose knowledge counts, and the key it has in ledger and luck."""

    seat: int
    key: str

    def inner(self, part: str) -> Asking:
        """The same seat, one level deeper."""
        return Asking(self.seat, f"{self.key}/{part}")


def build_outcome(context: Context, spec: OutcomeSpec, asking: Asking, *, branch: bool = True) -> Outcome:
    """One outcome with everything below it. `branch` false: `chance` means something else here (a risk's)."""
    effects = [_effect(context, name, amount, asking) for name, amount in spec.effects.items()]
    flat = [effect for group in effects for effect in group]
    flat += _flags(context, spec) + _releases(context, spec) + _reveals(context, spec, asking)
    outcome = Outcome(
        effects=tuple(flat),
        reply=tuple(
            (context.find(who, "person") if who else NONE, context.wording(said, REPLY_WORDS, "This reply"))
            for who, said in spec.reply.items()
        ),
        promises=tuple(p for p in (_promise(context, made, asking) for made in spec.promises) if p is not None),
        follow=tuple(f for f in (_follow(context, called) for called in spec.follow) if f is not None),
        later=tuple(_later(context, later, asking, n) for n, later in enumerate(spec.later, 1)),
        tells=context.wording(spec.tells, REPLY_WORDS, "This line"),
        branch=_branch(context, spec, asking, branch),
    )
    return NOTHING if outcome == NOTHING else outcome


def _later(context: Context, spec: LaterSpec, asking: Asking, number: int) -> Later:
    inner = asking.inner(f"later{number}")
    return Later(inner.key, spec.weeks, build_outcome(context, spec, inner))


def _branch(context: Context, spec: OutcomeSpec, asking: Asking, branch: bool) -> Branch | None:
    chance = spec.chance if branch else None
    if chance is not None and spec.test is not None:
        remedy = "Keep one; a second branch can stand inside `then` or `else`."
        context.report.error(spec.test, "OP126", "`chance` and `if` exclude each other.", remedy)
    if chance is None and spec.test is None:
        _no_stray_branch(context, spec)
        return None
    if spec.then is None and spec.otherwise is None:
        place = spec.test or chance
        assert place is not None
        context.report.error(place, "OP126", "Nothing depends on this.", "Add `then:`, `else:` or both.")
    test = context.condition(spec.test, BOTH) if spec.test is not None else Const(1.0)
    if chance is not None:
        test = context.probability(chance, BOTH)
    then = build_outcome(context, spec.then, asking.inner("then")) if spec.then else NOTHING
    other = build_outcome(context, spec.otherwise, asking.inner("else")) if spec.otherwise else NOTHING
    return Branch(asking.key, test, chance is not None, then, other)


def _no_stray_branch(context: Context, spec: OutcomeSpec) -> None:
    for name, part in (("then", spec.then), ("else", spec.otherwise)):
        if part is not None:
            place = _some_place(part, context)
            context.report.error(
                place, "OP126", f"`{name}` needs a `chance` or an `if` beside it.", "Add one of the two."
            )


def _some_place(spec: OutcomeSpec, context: Context) -> Text:
    """Any text inside an outcome, to show where it stands."""
    groups: list[object] = [spec.tells, *spec.effects, *spec.reply.values(), *spec.sets, *spec.reveals]
    groups += [called.event for called in spec.follow]
    inner = [_some_place(later, context) for later in spec.later]
    found = [part for part in [*groups, *inner] if isinstance(part, Text)]
    return found[0] if found else context.title


# effects


def _effect(context: Context, name: Text, amount: Text, asking: Asking) -> list[Effect]:
    try:
        targets = context.names.targets(name.strip())
    except UnknownName as unknown:
        code = "OP306" if unknown.message.startswith("An effect") else "OP302"
        context.report.error(name, code, unknown.message, unknown.remedy)
        targets = ()
    sets = amount.lstrip().startswith("=")
    if sets and targets and name.endswith((".trust", ".satisfaction")):
        message = f"`{name}` can be moved, not set."
        context.report.error(amount, "OP306", message, "Write an amount such as +6, or `clearly down`.")
    if targets and not sets and name.endswith(".project"):
        remedy = "Write `= ` and the project's id, or `= none`."
        context.report.error(amount, "OP306", f"`{name}` can be set, not moved.", remedy)
    words = _AMOUNT_WORDS.fullmatch(amount.strip())
    if words is not None:
        expr = _by_words(context, name, amount, words, targets)
    else:
        parsed = context.number(amount, BOTH, skip=amount.index("=") + 1 if sets else 0)
        expr = parsed.expr
        if targets and parsed.kind:
            _check_unit(context, name, amount, parsed, targets[0], sets)
    return [Effect(target, expr, sets) for target in targets]


def _by_words(context: Context, name: Text, amount: Text, words: re.Match[str], targets: tuple[int, ...]) -> Expr:
    size = _SIZES[words.group(1)] * (1.0 if words.group(2) == "up" else -1.0)
    if not targets:
        return Const(size)
    unit = context.names.quantities[targets[0]].unit
    if unit == "share":
        return Const(size / 100.0, "share")
    if unit != "points":
        message = f"`{name}` is not a score of 0 to 100, so words have no size for it."
        context.report.error(amount, "OP304", message, f"Write a number{_unit_example(unit)}.")
    return Const(size)


def _check_unit(context: Context, name: Text, amount: Text, parsed: Parsed, target: int, sets: bool) -> None:
    quantity = context.names.quantities[target]
    unit, found = quantity.unit, parsed.unit
    constant = isinstance(parsed.expr, Const)
    low, high = parsed.expr.bounds()
    size = max(abs(low), abs(high))
    if constant and found == "share" and unit == "points":
        context.report.error(amount, "OP304", f"`{name}` is a score of 0 to 100.", f"Write {low * 100:+g}.")
    elif constant and found == "share" and unit != "share":
        remedy = f"Write `{name} * {short(amount.strip().lstrip('+='), 12)}` for a part of what it is."
        context.report.error(amount, "OP304", f"`{name}` is not a share.", remedy)
    elif constant and unit == "share" and found == "" and size > 1.0:
        context.report.error(
            amount, "OP304", f"`{name}` is a share; {low:g} would be {low:.0%}.", "Write a percentage, such as +20%."
        )
    elif constant and unit == "share" and found == "" and size == 1.0 and not sets:
        context.report.warn(amount, "OP304", f"`{name}` is a share; {low:+g} is all of it.", "Write a percentage.")
    elif found in ("days", "weeks") and unit not in (found, "count", "hours", "") and constant:
        context.report.error(amount, "OP304", f"`{name}` is not counted in {found}.", f"Write it{_unit_example(unit)}.")
    elif constant and size > max(quantity.high - quantity.low, 1.0) and quantity.high < MONEY:
        span = f"{quantity.low:g} to {quantity.high:g}"
        context.report.error(amount, "OP123", f"`{name}` runs from {span} only.", "Write a smaller amount.")
    if sets and constant and not quantity.low <= low <= quantity.high:
        span = f"{quantity.low:g} to {quantity.high:g}"
        context.report.error(amount, "OP123", f"{low:g} is outside the range of `{name}`.", f"The range is {span}.")


def _unit_example(unit: str) -> str:
    examples = {"days": " such as `+3 days`", "money": " such as `+9_000`", "weeks": " such as `+2 weeks`"}
    return examples.get(unit, " such as `+1`")


def _flags(context: Context, spec: OutcomeSpec) -> list[Effect]:
    made = []
    for refs, value in ((spec.sets, 1.0), (spec.clears, 0.0)):
        for ref in refs:
            found = context.find(ref, "flag")
            if found != NONE:
                made.append(Effect(context.names.flags[found], Const(value), sets=True))
    return made


def _releases(context: Context, spec: OutcomeSpec) -> list[Effect]:
    """An open promise becomes released; any other stays what it is."""
    made = []
    for ref in spec.releases:
        if context.find(ref, "promise") != NONE:
            index = context.names.index[f"{ref}.status"]
            status = context.names.read(index)
            amount = IfElse(Compare("==", status, Const(OPEN)), Const(RELEASED), status)
            made.append(Effect(index, amount, sets=True))
    return made


def _reveals(context: Context, spec: OutcomeSpec, asking: Asking) -> list[Effect]:
    made = []
    for ref in spec.reveals:
        kind = context.ids.get(ref, ("truth",))[0]
        if context.find(ref, "risk" if kind == "risk" else "truth") == NONE:
            continue
        for bit, suffix in ((AM, "known_am"), (PM, "known_pm")):
            if asking.seat & bit:
                index = context.names.index[f"{ref}.{suffix}"]
                made.append(
                    Effect(index, Const(1.0) if kind == "risk" else _if_it_holds(context, ref, index), sets=True)
                )
    return made


def _if_it_holds(context: Context, truth: str, known: int) -> Expr:
    """Known from then on; where a truth does not hold, there is nothing to learn."""
    holds = context.names.read(context.names.index[truth])
    return IfElse(Compare("==", holds, Const(0.0)), context.names.read(known), Const(1.0))


def _promise(context: Context, spec: PromiseGivenSpec, asking: Asking) -> PromiseMade | None:
    found = context.find(spec.promise, "promise")
    if found == NONE:
        return None
    due = context.number(spec.due, BOTH).expr if spec.due is not None else None
    if due is None and not context.promise_due[found]:
        message = f"`{spec.promise}` is made without a week it is due."
        remedy = f"Write `{{promise: {spec.promise}, due: week 7}}`, or give the promise a `due` of its own."
        context.report.error(spec.promise, "OP208", message, remedy)
    return PromiseMade(found, due)


def _follow(context: Context, spec: FollowSpec) -> tuple[int, int] | None:
    found = context.find(spec.event, "event")
    return None if found == NONE else (spec.weeks, found)
