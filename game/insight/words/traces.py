"""What came of the moves a viewer made in a week, one short line a move, read off what each move wrote."""

from __future__ import annotations

from game.engine.laws.client import EXCEEDED, KEPT
from game.engine.legality import decided
from game.engine.model import NONE, Account, Offer, Person, Project, Promise, Risk, Scenario, Seat, Task
from game.engine.moves import ASK_GRANTED, FREEZE_WEEKS, MITIGATE_COST, RENEGOTIATE, area_name
from game.engine.state import Move
from game.insight.pace import forecast_parts
from game.insight.words.causes import softened
from game.insight.words.feeds import begun_sooner
from game.insight.words.figures import (
    NEVER,
    capital,
    day_of,
    days,
    listed,
    money,
    percent,
    small,
    week_of,
    weeks,
    whole,
)
from game.insight.words.lived import Week
from game.insight.words.losses import PERSON_FELL
from game.insight.words.moves import LONG_SILENT, done_words, hidden_in
from game.insight.words.people import by_id, colleague_of, first_name, other_seat, they
from game.insight.words.quantities import LEVELS
from game.insight.words.variety import fitting, pick

NOTHING = 0.25  # days of rework under which a look found nothing worth a line
WARM = 1.5  # points of morale from which a talk did somebody good
FULLY_READ = 99.0  # points of understanding from which there is nothing left to read

CALLED = (
    "[They] talked longer than planned.",
    "[They] sounded glad to be asked.",
    "[They] had a few things on a list, and now they are off it.",
)
CALLED_AGAIN = (
    "[They] had not much to add since last week.",
    "It was short, and friendly.",
    "[They] said it was good of you to ring, and had a meeting.",
    "It took five minutes, and nobody minded.",
    "[They] thanked you for asking.",
    "You talked about the weather, which counts.",
)
CALLED_COOLLY = (
    "[They] said little.",
    "It was short.",
    "[They] listened, mostly.",
)
TALKED = (
    "It did [them] good.",
    "[They] said more than expected, and nothing you can put in a plan.",
    "[They] seemed lighter afterwards.",
)
CALLED_LATE = (
    "[They] had begun to wonder.",
    "[They] asked twice whether something was wrong.",
    "[They] had kept a list, and read it out.",
)
NOT_THERE = ("Nothing there, this week.", "It was as it was said to be.")
NORMAL = 40.0  # hours a week
THIN = 0.7  # share taken away from which there is little left of a risk
WORRY = (
    "Half of its damage is averted, and a quarter of its chance.",
    "Half of what was left of its damage is averted.",
    "There is not much left of it to worry about.",
)
SHOWS = (
    "It has begun to show.",
    "The coffee ran out twice.",
    "More was done, and somebody paid for it.",
    "Supper was late.",
    "Not all of it was useful.",
)
KNOWN = ("Nothing you did not know.", "You knew it already.")
ASKED = {
    "hold_off": "asked [who] to hold off promising",
    "date": "asked [who] when it will be done",
    "room": "asked [who] to take on less",
    "come_with_me": "asked [who] to come along",
}
STAYS = "The date stays: other work decides it."
GRANTED = {
    "hold_off": "[They] said yes, for the week to come.",
    "room": "[They] said yes, for the week to come.",
    "come_with_me": "[They] will, next week.",
}


def traces(lived: Week) -> tuple[str, ...]:
    """A line for each move of the viewer's own, in the order they were made."""
    mine = decided(lived.play.weeks[lived.week - 1].decisions, lived.viewer)
    return tuple(trace(lived, move) for move in mine.moves)


def trace(lived: Week, move: Move) -> str:
    """What one move of the week brought; never raises for a move the engine accepted."""
    person = by_id(lived.scenario, move.target)
    if move.kind in TO_PEOPLE and person != NONE:
        return TO_PEOPLE[move.kind](lived, move, lived.scenario.people[person])
    if move.kind == "sync":
        return _sync(lived, move)
    if move.kind in AT_THE_DESK:
        return AT_THE_DESK[move.kind](lived, move)
    return f"You {done_words(lived.scenario, move.kind, move.target, lived.viewer)}."


def _did(lived: Week, move: Move, quantity: int) -> float:
    """How much this very move changed a number, in its unit."""
    if quantity == NONE:
        return 0.0
    grains = 0
    for _week, moved, why, amount in lived.changes:
        grains += amount if moved == quantity and why == _cause(move) else 0
    return grains / lived.scenario.quantities[quantity].per_unit


def _cause(move: Move) -> str:
    return f"move:{move.kind}/{move.target}" if move.target else f"move:{move.kind}"


def _before(lived: Week, quantity: int) -> float:
    rule = lived.scenario.quantities[quantity]
    return lived.play.states[lived.week - 1].values[quantity] / rule.per_unit


def _found(lived: Week, move: Move, beside: str = "") -> str:
    """What the viewer came to know by a move: areas, or names of risks; "" for nothing, or nothing but `beside`."""
    scenario = lived.scenario
    found: list[str] = []
    for risk in scenario.risks:
        told = risk.name.lower() == beside.lower()
        if _learnt(lived, move, risk.known_am, risk.known_pm) and not told:
            found.append(f"“{softened(risk.name)}”")
    for truth in scenario.truths:
        area = truth.area or "something nobody had said"
        if _learnt(lived, move, truth.known_am, truth.known_pm) and area != beside:
            found.append(area)
    return f"{found[0]}, among other things" if len(found) > 2 else listed(found)


def _learnt(lived: Week, move: Move, known_am: int, known_pm: int) -> bool:
    """Whether it was this move that told the viewer: in both seats an answer may have told them already."""
    pair = [quantity for quantity in (known_am, known_pm) if lived.sees(quantity)]
    before = lived.play.states[lived.week - 1].values
    if any(before[quantity] for quantity in pair):
        return False
    told = [cause for _week, moved, cause, amount in lived.changes if moved in pair and amount > 0]
    return told[:1] == [_cause(move)]


def _about(lived: Week, person: Person, text: str) -> str:
    they_, them, their = they(person)
    for slot, words in (("[They]", capital(they_)), ("[they]", they_), ("[them]", them), ("[their]", their)):
        text = text.replace(slot, words)
    return text.replace("[who]", first_name(person))


def _in_turn(lived: Week, move: Move, variants: tuple[str, ...]) -> str:
    """One of the variants: each move of a kind in a play has the next one."""
    weeks_lived = [decided(each.decisions, lived.viewer).moves for each in lived.play.weeks[: lived.week]]
    mine = weeks_lived.pop()
    before = [each for moves in (*weeks_lived, mine[: mine.index(move)]) for each in moves if each.kind == move.kind]
    return pick(variants, move.kind, len(before))


# ---- moves made towards somebody -------------------------------------------------------------------------------------


def _call(lived: Week, move: Move, person: Person) -> str:
    found = _found(lived, move)
    if found:
        return _about(lived, person, f"You called [who]. What [they] said about {found} was worth the call.")
    silent = round(_before(lived, person.silence))
    if silent >= LONG_SILENT and not _came_forward(lived, person):
        late = _in_turn(lived, move, CALLED_LATE)
        return _about(lived, person, f"You called [who], after {weeks(silent)}. {late}")
    warmly = CALLED if silent > 1 else CALLED_AGAIN
    said = _in_turn(lived, move, fitting(CALLED_COOLLY if _cooled(lived, person) else warmly, lived.week))
    return _about(lived, person, f"You called [who]. {said}")


def _came_forward(lived: Week, person: Person) -> bool:
    """Whether somebody came with a matter of their own in the last weeks, and was answered: they do not wonder then."""
    scenario, asked = lived.scenario, lived.play.weeks[max(0, lived.week - LONG_SILENT) : lived.week]
    answers = [each for week in asked for each in decided(week.decisions, lived.viewer).answers]
    came = [scenario.events[scenario.event_index[each.event]].question.who for each in answers]
    return any(who != NONE and scenario.people[who] is person for who in came)


def _cooled(lived: Week, person: Person) -> bool:
    """Whether a client went in this week, or somebody there is a good deal less content: then no call was friendly."""
    went = lived.became(lived.scenario.accounts[person.account].signed) == 2
    return went or lived.change(person.satisfaction) < -PERSON_FELL


def _visit(lived: Week, move: Move, person: Person) -> str:
    found = _found(lived, move)
    if found:
        return _about(lived, person, f"You visited [who]. Over lunch you heard about {found}.")
    if _did(lived, move, person.confidence) > 0.0:
        return _about(lived, person, "You visited [who]. [They] took the time, and some trust came of it.")
    return _about(lived, person, "You visited [who], so soon after the last word that a call would have done.")


def _repair(lived: Week, move: Move, person: Person) -> str:
    issue = lived.scenario.accounts[person.account].issue
    closed = _before(lived, issue) > 0.0 and _did(lived, move, issue) < 0.0
    gain = _did(lived, move, person.experience)
    after = "[They] took the apology." if gain >= 1.0 else "[They] had heard the apology before."
    return _about(
        lived, person, f"You made it right with [who]. {after}{' The complaint is closed.' if closed else ''}"
    )


def _warn(lived: Week, move: Move, person: Person) -> str:
    project = next(p for p in lived.scenario.projects if p.account == person.account)
    level = LEVELS["told"][min(2, max(0, round(lived.value(project.told))))]
    if level == "green":
        return _about(lived, person, f"You told [who] how {project.name} stands: green. There was little to warn of.")
    told = f"You told [who] how {project.name} stands: {level}. [They] did not enjoy it, and heard it from you."
    return _about(lived, person, told)


def _talk(lived: Week, move: Move, person: Person) -> str:
    found = _found(lived, move)
    if found:
        return _about(lived, person, f"You talked with [who], and learnt about {found}.")
    gain = _did(lived, move, person.morale)
    said = (
        _in_turn(lived, move, TALKED)
        if gain >= WARM
        else "So soon after the last talk there was little new; being asked counted."
    )
    return _about(lived, person, f"You talked with [who]. {said}")


def _assign(lived: Week, move: Move, person: Person) -> str:
    project = next((p.name for p in lived.scenario.projects if p.id == move.option), "")
    if not project:
        return _about(lived, person, "[who] is split across projects from this week. Every switch costs a little.")
    return _about(lived, person, f"[who] works on {project} from this week.")


TO_PEOPLE = {"call": _call, "visit": _visit, "repair": _repair, "warn": _warn, "talk": _talk, "assign": _assign}


def _sync(lived: Week, move: Move) -> str:
    colleague = colleague_of(lived.scenario, lived.viewer)
    if colleague is None:
        return "You sat down with yourself, and compared the two lists."
    if move.option in ASKED:
        granted = _before(lived, colleague.rapport) >= ASK_GRANTED
        if move.option == "date":
            after = _date_given(lived, granted)
        else:
            after = GRANTED[move.option] if granted else "[They] heard it, and did not say yes."
        return _about(lived, colleague, f"You {ASKED[move.option]}. {after}")
    found = _found(lived, Move("sync"))
    if found:
        return _about(lived, colleague, f"You sat down with [who], and heard about {found}.")
    numbers = "delivery" if other_seat(lived.viewer) is Seat.PM else "relationship"
    return _about(lived, colleague, f"You sat down with [who]. You know [their] {numbers} numbers as of this week.")


def _date_given(lived: Week, granted: bool) -> str:
    """What the colleague says about when it will be done: what their plan says once the week is over, as known then."""
    dates: list[str] = []
    several = len(lived.scenario.projects) > 1
    for project in lived.scenario.projects:
        live = lived.value(project.delivered)
        said = f"live since week {whole(live)}" if live else week_of(lived.value(project.forecast))
        dates.append(f"{project.name} {said}" if several else said)
    will = "and [they] will estimate it again" if granted else "and [they] did not offer to estimate it again"
    return f"By Friday [their] plan says {listed(dates)}, {will}."


# ---- moves made at one's own desk ------------------------------------------------------------------------------------


def _account(scenario: Scenario, move: Move) -> Account:
    return next(a for a in scenario.accounts if a.id == move.target)


def _project(scenario: Scenario, move: Move) -> Project:
    return next(p for p in scenario.projects if p.id == move.target)


def _learn(lived: Week, move: Move) -> str:
    account, found = _account(lived.scenario, move), _found(lived, move)
    if found:
        return f"You read up on {account.name}, and came upon {found}."
    known = lived.value(account.understanding)
    if known >= FULLY_READ:
        return f"You read up on {account.name}. There is nothing left to read."
    now, before = (percent(each / 100.0) for each in (known, _before(lived, account.understanding)))
    return f"You read up on {account.name}: you know {now} of their business now, after {before}."


def _pitch(lived: Week, move: Move) -> str:
    offer: Offer = next(o for o in lived.scenario.offers if o.id == move.target)
    answers = {2: "They took it at once.", 3: "They said no."}
    answer = answers.get(round(lived.value(offer.status)), "They will answer: each week is an even chance of it.")
    return f"You pitched “{softened(offer.name)}”. {answer}"


def _prepare(lived: Week, move: Move) -> str:
    account = _account(lived.scenario, move)
    return f"You prepared the renewal of {account.name}: {percent(lived.value(account.prepared))} ready."


def _free_work(lived: Week, move: Move) -> str:
    account = _account(lived.scenario, move)
    shown = -_did(lived, move, account.given)
    if shown < 0.1:
        return f"You put the free work for {account.name} on the table. There was hardly any."
    return f"You put {days(round(shown, 1))} of free work for {account.name} on the table. They will expect less of it."


def _freeze(lived: Week, move: Move) -> str:
    project = _project(lived.scenario, move)
    long = f"{small(FREEZE_WEEKS)} weeks"
    return f"You froze the scope of {project.name}: hardly anything creeps in for {long}. The client noticed."


def _trade(lived: Week, move: Move) -> str:
    task: Task = next(t for t in lived.scenario.tasks if t.id == move.target)
    gone = -_did(lived, move, task.work)
    if gone < 0.1:
        return f"There was nothing left of {task.name} to trade away."
    project = lived.scenario.projects[task.project]
    ahead = lived.sees(project.forecast) and not lived.value(project.delivered)
    dated = (_on_the_date(lived, move, task.project) or STAYS) if ahead else ""
    return f"You traded away {days(round(gone, 1))} of {task.name}. {dated}".rstrip()


def _on_the_date(lived: Week, move: Move, position: int) -> str:
    """What a move saved of the date of a project; "" where that did not come forward, as other work decides it."""
    project = lived.scenario.projects[position]
    if not lived.sees(project.forecast) or lived.value(project.delivered):
        return ""
    saved = -_moved_by(lived, move, project)
    if saved < 0.25:
        return ""
    why = begun_sooner(lived.play, lived.week, position, f"move:{move.kind}/{move.target}")
    return f"That is {days(round(saved, 1))} off the date{': ' if why else ''}{why}."


def _moved_by(lived: Week, move: Move, project: Project) -> float:
    """The days of the calendar by which a move of the week made the date of a project later."""
    parts = dict(forecast_parts(lived.play, lived.week, project.forecast))
    grains = parts.get(f"move:{move.kind}/{move.target}", 0)
    return 5.0 * grains / lived.scenario.quantities[project.forecast].per_unit


def _re_estimate(lived: Week, move: Move) -> str:
    project = _project(lived.scenario, move)
    if not lived.sees(project.forecast):
        return f"You re-estimated {project.name}."
    if lived.value(project.forecast) >= NEVER:
        return f"You re-estimated {project.name}. It has no date in sight."
    now, moved = day_of(lived.value(project.forecast)), _moved_by(lived, move, project)
    if abs(moved) < 0.25:
        return f"You re-estimated {project.name}. It changes nothing about the date, {now}."
    by = f"{days(round(abs(moved), 1))} {'later' if moved > 0.0 else 'sooner'}"
    return f"You re-estimated {project.name}. That alone makes it {by}, which is {now}."


def _review(lived: Week, move: Move) -> str:
    name = _project(lived.scenario, move).name
    if move.option == "more":
        return f"You added a review to {name}. Mistakes will come to light sooner."
    return f"You dropped a review from {name}. There is more time, and mistakes will keep longer."


def _hours(lived: Week, move: Move) -> str:
    scenario = lived.scenario
    team = [p for p in scenario.people if p.hours != NONE and move.target in ("team", p.id)]
    tired = 0.0
    for person in team:
        tired += lived.change(person.fatigue)
    who = "The team" if move.target == "team" or not team else first_name(team[0])
    shows = "The tiredness is wearing off." if tired < 0.0 else "It does not show."
    if tired > 0.0:
        shows = (
            pick(SHOWS, move.target, lived.week) if float(move.option) > NORMAL else "It was what it was meant to be."
        )
    saved = [_on_the_date(lived, move, position) for position in range(len(scenario.projects))]
    return " ".join([f"{who} worked {move.option} hours. {shows}", *[each for each in saved[:1] if each]])


def _look_into(lived: Week, move: Move) -> str:
    scenario = lived.scenario
    area = area_name(scenario, move.target)
    found = _found(lived, move, area)
    task = next((t for t in scenario.tasks if t.id == move.target), None)
    rework = 0.0 if task is None else -_did(lived, move, task.hidden)
    if rework >= NOTHING:
        return f"You looked into {area}, and found {days(round(rework, 1))} of it to be done again."
    if found or _found(lived, move):
        return f"You looked into {area}, and know more now{f': {found}' if found else ''}."
    return f"You looked into {area}. {pick(KNOWN if _known(lived, area) else NOT_THERE, area, lived.week)}"


def _known(lived: Week, area: str) -> bool:
    """Whether the viewer knew what is there before they looked."""
    before = lived.play.states[lived.week - 1].values
    return any(lived.sees(quantity) and before[quantity] for quantity in hidden_in(lived.scenario, area))


def _mitigate(lived: Week, move: Move) -> str:
    risk: Risk = next(r for r in lived.scenario.risks if r.id == move.target)
    name, paid = f"“{softened(risk.name)}”", money(lived.scenario.currency, MITIGATE_COST * risk.cost)
    if round(lived.value(risk.struck)) == lived.week:
        return f"You worked against {name}. It struck all the same, and the blow was softer for it."
    before = _before(lived, risk.mitigated)
    left = WORRY[0 if before <= 0.0 else 1 if before < THIN else 2]
    return f"You worked against {name}, for {paid}. {left}"


def _renegotiate(lived: Week, move: Move) -> str:
    promise: Promise = next(p for p in lived.scenario.promises if p.id == move.target)
    name, due = first_name(lived.scenario.people[promise.to]), week_of(lived.value(promise.due_week))
    text = softened(promise.text).removesuffix(".")
    kept = lived.became(promise.status) in (KEPT, EXCEEDED)
    after = f"It was not needed: {name} has it." if kept else f"{name} has {due} down now, and counts."
    return f"You asked for more time on “{text}”. {after}"


AT_THE_DESK = {
    "learn": _learn,
    "pitch": _pitch,
    "prepare_renewal": _prepare,
    "table_free_work": _free_work,
    "freeze": _freeze,
    "trade": _trade,
    "re_estimate": _re_estimate,
    "review": _review,
    "hours": _hours,
    "look_into": _look_into,
    "mitigate": _mitigate,
    RENEGOTIATE: _renegotiate,
}
