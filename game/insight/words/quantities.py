"""What a number of the table is called and how its values and changes are written."""

from __future__ import annotations

from game.engine.model import NONE, Scenario
from game.insight.words.figures import (
    NBSP,
    NEVER,
    POINTS,
    capital,
    day_of,
    days,
    decimal,
    exact_percent,
    half_day_of,
    money,
    percent,
    plain,
    signed,
    signed_money,
    week_of,
    whole,
)
from game.insight.words.people import by_id, first_name

# The trust of person p is read from two stocks, so it has no number of its own: it is asked for as TRUST - p.
TRUST = -2
CONFIDENCE_PART, RELATIONSHIP_PART = 6, 4  # tenths of the two stocks

DATE_LOST, DATE_AGAIN = "no date", "a date again"  # changes of a forecast that are no number of days
DATES = ("forecast", "delivered", "finished", "due_week", "made", "struck", "due", "seen", "week")
STATUS = ("green", "amber", "red")
LEVELS = {
    "status": STATUS,
    "reported": STATUS,
    "told": STATUS,
    "signed": ("not decided", "renewed", "lost"),
    "reviews": ("no reviews", "reviews", "reviews and tests"),
}
OFFER = ("not made", "open", "taken", "declined")
PROMISE = ("not made", "open", "kept", "kept early", "broken", "taken back")
SHORT = {
    "satisfaction": "Satisfaction",
    "expectation": "Expectation",
    "experience": "This week",
    "confidence": "Confidence",
    "relationship": "Relationship",
    "silence": "Weeks since a call",
    "warned": "Warned",
    "failures": "Let-downs",
    "morale": "Morale",
    "fatigue": "Tiredness",
    "hours": "Hours",
    "ramp": "Grasp of the work",
    "gone": "Departure",
    "project": "Project",
    "rapport": "Rapport",
    "value": "Yearly value",
    "upsell": "Sold on top",
    "pipeline": "Pipeline",
    "credits": "Given away",
    "understanding": "What we know of them",
    "given": "Free work",
    "asks": "Recent pitches",
    "issue": "Complaint",
    "prepared": "Prepared",
    "renewal_chance": "Renewal",
    "churn_risk": "Churn risk",
    "signed": "Renewal",
    "budget": "Budget",
    "spent": "Spent",
    "reviews": "Reviews",
    "frozen": "Freeze",
    "defects": "Defects",
    "waiting": "Hand-overs waiting",
    "utilisation": "Utilisation",
    "forecast": "Go-live",
    "forecast_cost": "Budget needed",
    "estimated": "Age of the estimate",
    "status": "Status",
    "made": "Given",
    "known_am": "Known",
    "known_pm": "Known",
    "reported": "Reported",
    "told": "Told",
    "delivered": "Delivered",
    "work": "Work",
    "finished": "Finish",
    "mitigated": "Damage averted",
    "struck": "Struck",
    "due_week": "Due",
    "moved": "Moved",
}
# More of these is worse news.
WORSE_UP = (
    "silence", "failures", "fatigue", "credits", "given", "asks", "issue", "churn_risk", "spent", "defects", "waiting",
    "forecast", "forecast_cost", "estimated", "work", "gone", "told", "reported", "gap_weeks", "glossed", "hidden",
    "moved", "struck",
)  # fmt: skip
NEITHER = (
    "expectation",
    "hours",
    "utilisation",
    "project",
    "due_week",
    "made",
    "seen",
    "warned",
    "finished",
    "delivered",
)


def trust_of(person: int) -> int:
    """The number under which a person's trust is asked for."""
    return TRUST - person


def trusting(quantity: int) -> int:
    """The person whose trust this number stands for, or NONE."""
    return TRUST - quantity if quantity <= TRUST else NONE


def suffix(scenario: Scenario, quantity: int) -> str:
    """What is measured, as authors write it: the part after the dot (trust for the number that has no table row)."""
    if trusting(quantity) != NONE:
        return "trust"
    return scenario.quantities[quantity].name.rpartition(".")[2]


def owner_id(scenario: Scenario, quantity: int) -> str:
    """The id of what a quantity belongs to; "" for flags and the like."""
    if trusting(quantity) != NONE:
        return scenario.people[trusting(quantity)].id
    return scenario.quantities[quantity].name.rpartition(".")[0]


def title(scenario: Scenario, quantity: int) -> str:
    """A number's whole name at the head of a card: Dana’s trust; Web shop: go-live."""
    name = owner_id(scenario, quantity)
    person = by_id(scenario, name)
    what = short(scenario, quantity)
    if person != NONE:
        who = first_name(scenario.people[person])
        return f"{who}’s {what[:1].lower()}{what[1:]}"
    for known, words in entities(scenario):
        if known == name:
            return f"{words}: {what[:1].lower()}{what[1:]}"
    return capital(scenario.quantities[quantity].label)


def entities(scenario: Scenario) -> list[tuple[str, str]]:
    """Id and name of everything that owns numbers and is not a person."""
    found = [(a.id, a.name) for a in scenario.accounts] + [(p.id, p.name) for p in scenario.projects]
    found += [(t.id, t.name) for t in scenario.tasks] + [(o.id, o.name) for o in scenario.offers]
    found += [(r.id, r.name) for r in scenario.risks]
    return found + [(p.id, f"“{p.text}”") for p in scenario.promises]


def short(scenario: Scenario, quantity: int) -> str:
    """The name that fits on a label: Trust, Morale, Go-live."""
    if trusting(quantity) != NONE:
        return "Trust"
    word = suffix(scenario, quantity)
    if word == "forecast" and scenario.quantities[quantity].kind == "task":
        return "Finish"
    return SHORT.get(word, capital(scenario.quantities[quantity].label))


def value_text(scenario: Scenario, quantity: int, value: float) -> str:
    """A value as it is written for people: 62, 60 %, £9,600, Tuesday of week 10, amber."""
    if trusting(quantity) != NONE:
        return whole(value)
    return unit_text(scenario, scenario.quantities[quantity].unit, suffix(scenario, quantity), value, quantity)


def unit_text(scenario: Scenario, unit: str, word: str, value: float, quantity: int = NONE) -> str:
    """The same from a unit and the last word of a name."""
    if unit == "money":
        return money(scenario.currency, value)
    if unit == "share":
        return percent(value)
    if unit == "days":
        return days(value)
    if unit == "hours":
        return f"{plain(value)}{NBSP}hours"
    if unit == "flag":
        return "yes" if value else "no"
    if word in DATES and unit == "weeks":
        if word == "forecast" or value != int(value):
            return day_of(value)
        return week_of(value) if value > 0.0 else "not yet"
    if unit == "weeks":
        return f"{plain(value)}{NBSP}{'week' if value == 1.0 else 'weeks'}"
    levels = _levels(scenario, word, quantity)
    if levels and 0 <= round(value) < len(levels):
        return levels[round(value)]
    if word == "project" and quantity != NONE:
        return project_text(scenario, value)
    return plain(value) if unit == "count" else whole(value)


def _levels(scenario: Scenario, word: str, quantity: int) -> tuple[str, ...]:
    if word == "status" and quantity != NONE:
        kind = scenario.quantities[quantity].kind
        return PROMISE if kind == "promise" else OFFER if kind == "account" else STATUS
    return LEVELS.get(word, ())


def project_text(scenario: Scenario, value: float) -> str:
    """Where somebody works, from the number that says so."""
    position = round(value)
    if 0 <= position < len(scenario.projects):
        return scenario.projects[position].name
    return "split" if position == len(scenario.projects) and position > 0 else "no project"


def delta_text(scenario: Scenario, quantity: int, change: float) -> str:
    """A change as it is written for people: −6.0, +5.1 percentage points, +£9,600, +2 days."""
    if trusting(quantity) != NONE:
        return signed(change)
    unit, word = scenario.quantities[quantity].unit, suffix(scenario, quantity)
    if unit == "money":
        return signed_money(scenario.currency, change)
    if word == "prepared":  # a whole that fills: 34 % more of it is ready
        return f"{'+' if change > 0.0 else ''}{plain(100.0 * change)}{NBSP}%"
    if unit == "share":
        return f"{signed(100.0 * change)}{POINTS}"
    if unit == "flag":
        return ""
    if unit == "days":
        return days(change, True)
    if unit == "weeks" and word == "forecast" and abs(change) >= NEVER / 2:  # to no date in sight, or back from it
        return DATE_LOST if change > 0.0 else DATE_AGAIN
    if unit == "weeks" and word == "forecast":
        return days(round(5.0 * change, 1), True)
    if unit == "weeks":
        text = f"{'+' if change > 0 else ''}{plain(change)}"
        return f"{text}{NBSP}{'week' if abs(change) == 1.0 else 'weeks'}"
    if unit == "points":
        return signed(change)
    if unit == "hours":
        return f"{signed(change, 0)}{NBSP}hours"
    return f"{'+' if change > 0.0 else ''}{plain(change)}"


def exact_text(scenario: Scenario, quantity: int, value: float) -> str:
    """A value with the digits its changes are told in, so that from, to and the rows between them agree."""
    if trusting(quantity) != NONE or scenario.quantities[quantity].unit == "points":
        return decimal(value)
    word = suffix(scenario, quantity)
    if word == "prepared":
        return f"{plain(100.0 * value)}{NBSP}% ready"
    if scenario.quantities[quantity].unit == "share":
        return exact_percent(value)
    if word == "forecast":
        return half_day_of(value)
    return value_text(scenario, quantity, value)


def good_up(scenario: Scenario, quantity: int) -> int:
    """+1 where more is good news, −1 where it is bad, 0 where it is neither."""
    word = suffix(scenario, quantity)
    if word == "status":
        return -1 if scenario.quantities[quantity].kind == "project" else 0
    return -1 if word in WORSE_UP else 0 if word in NEITHER else 1


def tone_of(scenario: Scenario, quantity: int, change: float) -> str:
    """good, bad or plain for a change."""
    direction = good_up(scenario, quantity) * change
    return "good" if direction > 0.0 else "bad" if direction < 0.0 else "plain"
