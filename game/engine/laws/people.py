"""The team: fatigue, learning, morale, resignations (MODELS sections 3 and 5)."""

from __future__ import annotations

from game.engine.constants import DAYS_PER_WEEK, LEARNING_DAYS, NORMAL_HOURS
from game.engine.formulas.numeric import clamp
from game.engine.formulas.people import fatigue_after, morale_after, quit_chance, ramp_after
from game.engine.laws.tick import Tick

TALKED_WITHIN = 1  # weeks a talk is felt as recognition
UNASKED_FROM = 2  # weeks a team does not mind that nobody asks how it goes
UNASKED = 0.5  # points lost by everybody, per week after that
UNASKED_MOST = 2.0
RESIGNATION_MORALE = -6.0  # points: everybody who stays does the sum
REPLACING_SHARE = 0.21  # of pay [R25] ...
REPLACING_DAYS = 60.0  # ... counted over the quarter this project has to carry


def fatigue(tick: Tick) -> None:
    """Fatigue follows the hours: F += (F*(h) - F)(1 - e^(-1/4.35)) a week. Without a project nobody works long ones."""
    for person in tick.team:
        before = tick.read(person.fatigue)
        hours = tick.read(person.hours)
        after = fatigue_after(before, hours if tick.projects_of(person) else min(hours, NORMAL_HOURS))
        tick.ledger.move(person.fatigue, "law:overtime" if after > before else "law:rest", after - before)


def learning(tick: Tick) -> None:
    """New people learn the work; until then they cost their colleagues time (see work.progress)."""
    for person in tick.team:
        if tick.projects_of(person):
            ramp = tick.read(person.ramp)
            tick.ledger.move(person.ramp, "law:learning", ramp_after(ramp, LEARNING_DAYS / DAYS_PER_WEEK) - ramp)


def morale(tick: Tick) -> None:
    """Morale drifts home, and is pulled by fatigue, by load, and by whether anybody talked to them."""
    ledger = tick.ledger
    unasked = -clamp(UNASKED * (tick.neglected("team") - UNASKED_FROM), 0.0, UNASKED_MOST)
    for person in tick.team:
        talked = tick.week - tick.state.neglect.get("talk/" + person.id, -9) < TALKED_WITHIN
        load = tick.read(person.hours) / NORMAL_HOURS * 0.85 if tick.projects_of(person) else 0.3
        terms = morale_after(tick.read(person.morale), tick.read(person.fatigue), load, talked, 0.0)
        ledger.move(person.morale, "law:settling", terms.settling)
        ledger.move(person.morale, "law:tiredness", terms.tiredness)
        if terms.workload:
            ledger.move(person.morale, "law:workload", terms.workload)
        if talked:
            ledger.move(person.morale, "law:recognition", terms.recognition)
        if unasked:
            ledger.move(person.morale, "law:nobody_asked", unasked)


def resignations(tick: Tick) -> None:
    """Somebody leaves when the week's luck falls under their hazard: base 0.3 % a week, more when tired or low."""
    for person in tick.team:
        chance = quit_chance(tick.read(person.fatigue), tick.read(person.morale))
        if tick.luck_of_person(person) < chance:
            cause = "law:resignation/" + person.id
            at = tick.values[person.project]
            if 0 <= at < len(tick.scenario.projects):
                cost = REPLACING_SHARE * REPLACING_DAYS * person.rate
                tick.ledger.move(tick.scenario.projects[at].spent, cause, cost)
            tick.ledger.put(person.gone, cause, 1.0)
            tick.ledger.put(person.project, cause, -1.0)
            for other in tick.team:
                if other is not person:
                    tick.ledger.move(other.morale, cause, RESIGNATION_MORALE)
