"""An answer's moment looked back on: what asked, what one knew when answering, and what was true all the same."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import NONE, SEAT_BIT, Outcome, Project, Question, Scenario, Seat, Truth
from game.engine.play import Play
from game.engine.view import View, observe
from game.insight.review.choices import Decision
from game.insight.words.causes import softened
from game.insight.words.figures import capital, day_of, days, listed
from game.insight.words.fill import substitute
from game.insight.words.moods import mood
from game.insight.words.people import by_id, first_name
from game.insight.words.quantities import STATUS, owner_id

FACES = 3  # people whose mood is told
UNSEEN = 2.0  # days of hidden rework from which it is told
ABOUT_THE_WORK = ("common_status_report", "common_what_they_hear")
WANTED = {"Wants news": "wanted news", "Nearly gone": "was nearly gone"}
SOON = 1  # weeks within which a risk struck that nobody had named


@dataclass(frozen=True)
class Moment:
    """What asked and in which words, what this seat knew, and what was true and not known; each a whole sentence."""

    who: str
    asked: str
    known: tuple[str, ...]
    true: tuple[str, ...]


@dataclass(frozen=True)
class TruthWords:
    """A truth that held in this play, and how this seat came to know it."""

    text: str
    found: str


def moment(play: Play, seat: Seat, judged: Decision) -> Moment:
    """The moment of one answer of a finished play."""
    scenario, week = play.scenario, judged.week
    event = scenario.events[scenario.event_index[judged.event]]
    view = observe(scenario, play.states[week - 1], seat)
    who, all_of_it = event.question.who, _outcomes(event.question)
    telling = _telling(play, view, all_of_it, judged.turned)
    known = [*_faces(view, who, all_of_it), *[f"You had learned: {text}" for text in telling.learned]]
    true = [*telling.untold, *_reports(play, view)]
    gives_word = event.id in ABOUT_THE_WORK or any(outcome.promises for outcome in all_of_it)
    if gives_word or any(_makes_work(scenario, outcome) for outcome in all_of_it):
        known = [*_dates(view), *known]
        true += [*(_rework(view) if gives_word else []), *_ahead(play, view)]
    name = f"{scenario.people[who].name}, {scenario.people[who].title}" if who != NONE else ""
    return Moment(name, substitute(event.question.text, scenario, week), tuple(known), tuple(true))


def truths(play: Play, seat: Seat) -> tuple[TruthWords, ...]:
    """Everything hidden that held from the start of this play."""
    found: list[TruthWords] = []
    for truth in play.scenario.truths:
        if play.state.values[truth.holds]:
            week = next((n for n, s in enumerate(play.states) if _knows(s.values, truth, seat)), 0)
            how = f"You learned it in week {week}." if week else "You never learned it."
            found.append(TruthWords(substitute(truth.tells, play.scenario), how))
    return tuple(found)


# ---- what was known --------------------------------------------------------------------------------------------------


def _dates(view: View) -> list[str]:
    """When the work was expected, as far as this seat had heard."""
    found: list[str] = []
    for project in view.scenario.projects:
        if view.known(project.delivered):
            continue
        date = day_of(view.known(project.forecast))
        said = f"had {date}" if date.startswith("no ") else f"was expected on {date}"
        stale = not view.live(project.forecast) and view.as_of < view.week
        heard = f", as you had heard in week {view.as_of}" if stale else ""
        found.append(f"{capital(project.name)} {said}, due in week {project.due}{heard}.")
    return found


def _faces(view: View, first: int, outcomes: list[Outcome]) -> list[str]:
    """How people looked: whoever asked, and those an answer would touch whose mood one could not overlook."""
    scenario = view.scenario
    touched = [by_id(scenario, owner_id(scenario, e.quantity)) for outcome in outcomes for e in outcome.effects]
    told: list[str] = []
    for index in dict.fromkeys([first, *touched]):
        found = mood(view, index) if index != NONE else None
        here = found is not None and index != NONE and not _gone(view, index)
        if found is not None and here and found.word and (index == first or found.tone in ("warn", "bad")):
            was = WANTED.get(found.word, f"was {found.word[:1].lower()}{found.word[1:]}")
            told.append(f"{first_name(scenario.people[index])} {was}")
    return [f"{listed(told[:FACES])}."] if told else []


def _gone(view: View, person: int) -> bool:
    gone = view.scenario.people[person].gone
    return gone != NONE and view.known(gone) != 0.0


# ---- what was true ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Telling:
    """The truths that mattered to an event: those this seat had learned, and those nobody had told it."""

    learned: list[str]
    untold: list[str]


def _telling(play: Play, view: View, outcomes: list[Outcome], turned: bool) -> _Telling:
    """Truths the event reads, or all of them where the truth turns the verdict; those just learned as well."""
    values = view.values
    before = play.states[max(0, view.week - 2)].values
    read = [name for outcome in outcomes for name in _reads(outcome)]
    found = _Telling([], [])
    for truth in view.scenario.truths:
        matters, text = turned or truth.holds in read, substitute(truth.tells, view.scenario)
        if not values[truth.holds]:
            continue
        if _knows(values, truth, view.seat):
            if matters or not _knows(before, truth, view.seat):
                found.learned.append(text)
        elif matters:
            found.untold.append(text)
    return found


def _knows(values: list[int], truth: Truth, seat: Seat) -> bool:
    bit = SEAT_BIT[seat]
    return bool((bit & 1 and values[truth.known_am]) or (bit & 2 and values[truth.known_pm]))


def _outcomes(question: Question | None) -> list[Outcome]:
    """Everything that may come of a question, further questions and late consequences included."""
    found: list[Outcome] = []
    for choice in () if question is None else question.choices:
        found += [*_within(choice.outcome), *_outcomes(choice.scene)]
    return found


def _within(outcome: Outcome) -> list[Outcome]:
    branches = () if outcome.branch is None else (outcome.branch.then, outcome.branch.other)
    inner = [*branches, *[later.outcome for later in outcome.later]]
    return [outcome, *[deeper for each in inner for deeper in _within(each)]]


def _makes_work(scenario: Scenario, outcome: Outcome) -> bool:
    """Whether it bears on the date, by making work or saving some."""
    works = [task.work for task in scenario.tasks]
    return any(effect.quantity in works for effect in outcome.effects)


def _reads(outcome: Outcome) -> list[int]:
    found = [name for effect in outcome.effects for name in effect.amount.names()]
    return found if outcome.branch is None else [*found, *outcome.branch.test.names()]


def _reports(play: Play, view: View) -> list[str]:
    """Where the work stood, where a report or what the client heard said better."""
    values = play.states[view.week - 1].values
    lines = [line for lived in play.weeks[: view.week - 1] for line in lived.changes]
    found: list[str] = []
    for project in view.scenario.projects:
        status, reported, told = (values[each] for each in (project.status, project.reported, project.told))
        if any(moved == project.told for _week, moved, _cause, _amount in lines) and told < status:
            said = f"had been told {STATUS[told]}"
            found.append(f"{_client(view.scenario, project)} {said}; the work stood at {STATUS[status]}.")
        elif any(moved == project.reported for _week, moved, _cause, _amount in lines) and reported < status:
            found.append(f"The last report said {STATUS[reported]}; the work stood at {STATUS[status]}.")
    return found


def _client(scenario: Scenario, project: Project) -> str:
    return scenario.accounts[project.account].name if project.account != NONE else "The client"


def _rework(view: View) -> list[str]:
    """Work done and wrong that did not show yet."""
    hidden = 0.0
    for task in view.scenario.tasks:
        hidden += view.values[task.hidden] / view.scenario.quantities[task.hidden].per_unit
    return (
        [f"{capital(days(hidden))} of the work done by then were wrong, and it did not show."]
        if hidden >= UNSEEN
        else []
    )


def _ahead(play: Play, view: View) -> list[str]:
    """A risk that struck soon after and that this seat had not found."""
    found: list[str] = []
    for risk in view.scenario.risks:
        struck = play.state.values[risk.struck]
        known = view.known(risk.known_am) or view.known(risk.known_pm)
        if not known and view.week <= struck <= view.week + SOON:
            when = "this very week" if struck == view.week else f"in week {struck}"
            found.append(f"“{softened(risk.name)}” was not on your list. It struck {when}.")
    return found
