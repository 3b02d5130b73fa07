"""What moved the points of a KPI in a week: one row per cause, rows that sum exactly, as they are shown too."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.model import KPIS, NONE, Scenario, Seat
from game.engine.play import Play
from game.engine.scores import kpi, points
from game.engine.view import View, observe
from game.insight.review.why import FORECAST, GRAIN, Step, Waterfall, waterfall
from game.insight.words.cards import LABELS
from game.insight.words.causes import HIDDEN, CauseWords, cause_words
from game.insight.words.feeds import fed_by
from game.insight.words.figures import apportion, capital, decimal, signed
from game.insight.words.ledger import FEW, LIMIT, Explanation, Row, either_way, explain, worth_a_line
from game.insight.words.people import colleague_of, first_name
from game.insight.words.worth import limit

UNSEEN, BEYOND = "unseen", "beyond"  # the keys of what a seat is not told, and of what does not count
TENTH = GRAIN // 10  # of a point: the smallest amount that is shown
BEGINS = "It counts from then on; before, there was nothing to count."
# what of a change is outside the score, and what that means for a gain and for a loss
ABOVE = ("or better is worth 100 points", "gains there bring no more", "losses there cost none")
BELOW = ("or worse is worth 0 points", "gains there bring none", "losses there cost no more")
# What a law of the house means where it is a KPI's own way of counting that moves the number.
COUNTED = {
    ("risk", "law:week"): "Risks whose weeks went by",
    ("churn", "law:time"): "Weeks since a call, and what one knew of them going out of date",
}
# what moves numbers that only one seat sees by nothing but what both know
PLAIN_TO_BOTH = (
    "law:defects",
    "law:hazard",
    "law:silence",
    "law:slow_answers",
    "law:timeliness",
    "law:week",
    "move:sync",
    "risk:",
)


def points_moved(play: Play, week: int, name: str, viewer: Seat) -> Explanation | None:
    """Why the points of a KPI moved in a lived week; None where nothing moved them, or this seat sees them not live.

    What moved the number itself where it has all points, or none, is told as well, with what of it did not count. That
    it had no value before is a fact.
    """
    found = waterfall(play, name, week, bounded=False) if viewer is Seat.BOTH or name in KPIS[viewer] else None
    was, now = (_tenths(play, state, name) for state in (week - 1, week))
    if found is None or now is None:
        return None
    if was is None:
        return Explanation(NONE, LABELS[name], LABELS[name], "kpi", "", "", 0.0, "", "plain", (), BEGINS)
    view = observe(play.scenario, play.states[week], viewer)
    told = [*_causes(play, view, found), *_beyond(play.scenario, found)]
    shown = apportion([grains / TENTH for _words, grains in told], now - was) if told else []
    rows = tuple([_row(words, grains, tenths) for (words, grains), tenths in zip(told, shown, strict=True)])
    texts = LABELS[name], LABELS[name], "kpi", decimal(was / 10.0), decimal(now / 10.0)
    exact, change = sum([row.amount for row in rows]), (now - was) / 10.0
    return Explanation(NONE, *texts, round(exact, 3), signed(change), _tone(change), rows) if rows else None


def _tenths(play: Play, state: int, name: str) -> int | None:
    """The points of a KPI at an opening, in tenths, rounded as they are wherever they are shown."""
    value = kpi(play.scenario, play.states[state].values, name)
    return None if value is None else round(10.0 * round(points(play.scenario, name, value), 1))


def behind(play: Play, week: int, name: str, viewer: Seat) -> list[Explanation]:
    """The numbers a KPI is worked out from that moved in a lived week, as far as this seat sees them live."""
    was, now = play.states[week - 1].values, play.states[week].values
    made_of = _made_of(observe(play.scenario, play.states[week], viewer), name)
    found = [explain(play, week, quantity, viewer) for quantity in made_of if was[quantity] != now[quantity]]
    return [each for each in found if each is not None and worth_a_line(play, week, each)]


def _made_of(view: View, name: str) -> list[int]:
    """The quantities of the table a KPI is worked out from, as far as this seat sees them."""
    scenario = view.scenario
    found: list[int] = []
    if name == "satisfaction":
        found = [p.satisfaction for p in scenario.people if p.side == "client"]
    elif name == "risk":
        found = [quantity for risk in scenario.risks for quantity in (risk.mitigated, risk.struck)]
    elif name == "upsell":
        found = [quantity for a in scenario.accounts for quantity in (a.upsell, a.pipeline)]
    elif name == "revenue":
        found = [quantity for a in scenario.accounts for quantity in (a.value, a.credits, a.upsell)]
    elif name in ("retention", "churn"):
        found = [a.renewal_chance if name == "retention" else a.churn_risk for a in scenario.accounts]
    for project in scenario.projects:
        if name == "on_time":
            found += [project.forecast, *(scenario.tasks[index].forecast for index in project.milestones)]
        elif name == "budget":
            found += [project.forecast_cost, project.budget]
        elif name == "utilisation":
            found.append(project.utilisation)
        elif name == "quality":
            contacts = scenario.accounts[project.account].contacts
            found += [project.defects, *(scenario.people[index].satisfaction for index in contacts)]
    return [each for each in dict.fromkeys(found) if each != NONE and view.live(each)]


def _tone(change: float) -> str:
    return "good" if change > 0.0 else "bad" if change < 0.0 else "plain"


Told = list[tuple[CauseWords, int]]  # causes with what they did, in thousandths of a point


def _causes(play: Play, view: View, found: Waterfall) -> Told:
    """The largest first and what fell away at a limit last; the smallest together where there are many."""
    causes: dict[str, list[Step]] = {}
    for step in found.steps:
        causes.setdefault(_as_seen(view, found.kpi, step).key, []).append(step)
    order = sorted(causes.values(), key=lambda steps: (steps[0].cause == LIMIT, -abs(sum_of(steps))))
    few = order if len(order) <= FEW else order[: FEW - 1]
    told: Told = []
    for steps in few:
        said = [words.sub for words, _amount in told]
        told.append((_with_second_line(play, view, found.kpi, steps, said), sum_of(steps)))
    if len(order) > FEW:
        rest = CauseWords(f"{len(order) - len(few)} smaller things", "", 0, "rest", "", None)
        told.append((rest, found.end - found.start - sum_of([step for steps in few for step in steps])))
    return told


def _beyond(scenario: Scenario, found: Waterfall) -> Told:
    """What of the change made no difference to the score: more than all points there are not, nor fewer than none."""
    goal, most = scenario.targets[found.kpi], 100 * GRAIN
    above = max(0, found.start - most) - max(0, found.end - most)
    below = min(0, found.start) - min(0, found.end)
    told: Told = []
    for share, cut, (worth, gains, losses) in ((goal.floor, below, BELOW), (goal.target, above, ABOVE)):
        if cut:
            text, sub = f"{capital(limit(found.kpi, share))} {worth}", gains if cut < 0 else losses
            told.append((CauseWords(text, sub, 0, BEYOND, "", None), cut))
    return told


def _row(words: CauseWords, grains: int, tenths: int) -> Row:
    shown = tenths / 10.0
    tone = "plain" if words.key == BEYOND else _tone(shown)
    return Row(words.text, words.sub, grains / GRAIN, signed(shown), words.origin, tone, words.key, shown)


def sum_of(steps: list[Step]) -> int:
    """What steps did together, in thousandths of a point."""
    total = 0
    for step in steps:
        total += step.amount
    return total


# ---- what a step is called -------------------------------------------------------------------------------------------


def step_words(view: View, name: str, step: Step) -> CauseWords:
    """What a step of a waterfall belongs to: its cause, or what the KPI's own way of counting makes of it."""
    law = step.cause.partition("/")[0]
    if (name, law) in COUNTED:
        return CauseWords(COUNTED[name, law], "", 0, law, "law", None)
    return cause_words(view, step.cause)


def step_fed(play: Play, view: View, name: str, step: Step, said: Sequence[str] = ()) -> str:
    """What fed a cause that only works numbers out: a milestone, where that is not `said` yet, somebody idle; or ""."""
    milestone = _milestone(play, step) if name == "on_time" else ""
    milestone = "" if any(milestone in each for each in said) else milestone
    if name == "risk" and step.cause.startswith("risk:") and step.amount > 0:  # half of a loss is less than all of it
        fed = "nobody had found it, so until it came it counted in full"
    else:
        fed = fed_by(play, step.week, view, step.quantity, step.cause, _more(play, name, step))
        fed = fed or (either_way(step.cause, step.amount < 0, name == "budget") if name in FORECAST else "")
    return ", ".join([each for each in (milestone, fed) if each])


def _more(play: Play, name: str, step: Step) -> bool:
    """Whether a step made more of the number it went through: later and dearer are fewer points, a load is either."""
    if name == "utilisation":
        return play.states[step.week].values[step.quantity] > play.states[step.week - 1].values[step.quantity]
    return (step.amount > 0) is not (name in FORECAST)


def _milestone(play: Play, step: Step) -> str:
    """The milestone that a step of on time went through, if it fell out of its week or came back into it."""
    scenario = play.scenario
    for task in [scenario.tasks[index] for project in scenario.projects for index in project.milestones]:
        if task.forecast == step.quantity:
            return f"the milestone {task.name} {'fell out of' if step.amount < 0 else 'was back in'} its week"
    return ""


def _as_seen(view: View, name: str, step: Step) -> CauseWords:
    """What a step is called for this seat, which may hear of what it does itself and of what it sees move."""
    words = step_words(view, name, step)
    felt = next((p.satisfaction for p in view.scenario.people if step.quantity == p.experience), step.quantity)
    if view.live(felt) or words.seat is view.seat or step.cause.startswith(PLAIN_TO_BOTH):
        return words
    colleague = colleague_of(view.scenario, view.seat)
    if colleague is None or felt not in [person.satisfaction for person in view.scenario.people]:
        return CauseWords(*HIDDEN, 0, UNSEEN, "", None)
    sub = f"what else moves that, {first_name(colleague)} sees and you do not"
    return CauseWords("How content they are", sub, 0, UNSEEN, "", None)


def _with_second_line(play: Play, view: View, name: str, steps: list[Step], said: Sequence[str]) -> CauseWords:
    """A cause with what stood behind the largest of its steps, as far as one row above did not say it."""
    step = max(steps, key=lambda step: abs(step.amount))
    words = _as_seen(view, name, step)
    if words.key == UNSEEN:
        return words
    sub = step_fed(play, view, name, step, said) or either_way(step.cause, _more(play, name, step)) or words.sub
    return CauseWords(words.text, sub, words.origin, words.key, words.kind, words.seat)
