"""What the ledger calls a cause, in plain words, with the week it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Choice, Event, Question, Scenario, Seat
from game.engine.moves import AM_RESPONSIBILITIES, RENEGOTIATE
from game.engine.view import View
from game.insight.words.figures import percent
from game.insight.words.fill import substitute
from game.insight.words.moves import done_words
from game.insight.words.people import YOU, by_id, first_name

# law -> (what moved it, what that means)
LAWS = {
    "overtime": ("A week of overtime", "tiredness builds for about a month"),
    "rest": ("A week of normal hours", "a fifth of the tiredness goes each week"),
    "learning": ("Another week on the job", "new people learn the work"),
    "settling": ("Time", "moods drift back to where they live"),
    "tiredness": ("Being tired", "it pulls every week it lasts"),
    "workload": ("The load", "too much wears people down, and so does too little"),
    "nobody_asked": ("No Talk move for weeks", "left to itself, the team draws its own conclusions"),
    "straight_talk": ("Straight talk", "bad news heard from us, while it is news"),
    "recognition": ("Their work was noticed", "in a talk this week, and felt for about a week"),
    "resignation": ("Somebody left", "everybody who stays does the sum"),
    "scope_growth": (
        "Small additions nobody counted",
        f"all that is left grows by about {percent(0.02)} a month, and the last open task takes it",
    ),
    "freeze_ends": ("The freeze runs out", "a week at a time"),
    "work": ("The week’s work", ""),
    "rework": ("Part of it was wrong", "and does not show yet"),
    "load": ("The week’s load", "billed hours against a normal week"),
    "queue": ("Things wait their turn", "the fuller the week, the longer"),
    "discovery": ("Rework came to light", "done, and to be done again"),
    "finished": ("Nothing left to do", ""),
    "delivered": ("Handed over", ""),
    "set_free": ("People came over from what is done", "they work on this now, and are paid by it"),
    "unfinished": ("What was never handed over", "whoever comes next finds it"),
    "escaped": ("What testing missed", "the client finds it instead"),
    "forecast": ("This week’s pace", "three parts the plan, one part the pace so far"),
    "week_work": ("The week’s work", "what got done, against what the forecast counted on"),
    "reckoned": ("Mistakes the estimate reckons with", "part of what got done will have to be done again"),
    "pace_so_far": ("The pace so far", "what the weeks behind say of those ahead"),
    "upkeep": ("How the plan is looked after", "left alone, people wait for each other"),
    "hazard": ("It became likelier", "what could go wrong is measured at its worst"),
    "estimate_ages": ("The estimate is a week older", "it reckons with less of the mistakes nobody has found"),
    "status": ("Where the work really stands", "hidden rework included"),
    "pay": ("pay", "everybody is paid for their hours"),
    "final_cost": ("What it cost in the end", ""),
    "honest_again": ("They were told how it is", ""),
    "told_better": ("They hear better than it is", "each week makes finding out worse"),
    "found_out": ("They found out", "it was worse than they had been told"),
    "silence": ("No call, no visit", "silence is read as bad news"),
    "open_issue": ("An open complaint", "felt every week until it is settled"),
    "timeliness": ("How the date stands", "what they were told about it, and what has passed"),
    "defects": ("What they found broken", "each day of rework that reached them"),
    "slow_answers": ("They wait for our answers", "a team that is full answers late"),
    "expectation": ("What they had come to expect", "an ordinary week is less than that"),
    "experience": ("What they lived through this week", "bad weeks count double"),
    "new_normal": ("What was good becomes normal", ""),
    "lowered_hopes": ("They expect less than they did", ""),
    "follows": ("The relationship follows slowly", "towards their confidence, a little each week"),
    "time": ("Time", ""),
    "offer": ("Their answer", "each week is an even chance that an open offer is decided"),
    "pipeline": ("What the open offers are worth", "value times chance"),
    "renewal": ("Where things stand with them", "satisfaction, trust, preparation, open complaints"),
    "churn": ("How content they are, and how long since anybody spoke with them", ""),
    "price": ("What they pay a year", ""),
    "understanding": ("What we know of them", ""),
    "issue": ("A complaint", ""),
    "prepared": ("Preparing the renewal", ""),
    "signed": ("They signed", "a contract runs on"),
    "unsigned": ("They will not go on", ""),
    "left": ("They left", ""),
    "slack": ("How tight the story was set", "difficulty"),
    "start": ("There from the start", ""),
    "week": ("A new week", ""),
    "limit": ("It cannot go further", "the rest of the change fell away"),
}
OPENING, CLOSING = ('"', "“"), ('"', "”")
# what of a person keeps a client
OF_PEOPLE = {
    "satisfaction": "satisfaction",
    "trust": "trust",
    "relationship": "relationship",
    "uncalled": "weeks since a call",
}
NAMELESS = ("law:expectation", "law:follows", "law:settling", "law:time")  # causes nobody would name
HIDDEN = ("Something you do not know about", "it has a cause; nobody has told you")


@dataclass(frozen=True)
class CauseWords:
    """A cause: what to call it, a second line, the week it comes from (0: this one), and whose doing it was.

    `key` is the same for everything that goes back to one decision, so that rows can be put together. `seat` is None
    for laws and luck.
    """

    text: str
    sub: str
    origin: int
    key: str
    kind: str
    seat: Seat | None


def cause_words(view: View, cause: str) -> CauseWords:
    """Words for any cause the engine writes; an unknown one is told as it is written, never an error."""
    kind, _colon, rest = cause.partition(":")
    path, _at, week = rest.partition("@")
    origin = int(week) if week.isdigit() else 0
    if kind in ("choice", "later", "ignored", "risk", "truth"):
        return _story(view, kind, path, origin)
    if kind == "law":
        return _law(view, path)
    if kind == "move":
        return _move(view, path, origin)
    if kind == "promise":
        return _promise(view, path)
    if kind == "event":
        event = view.scenario.event_index.get(path)
        title = path if event is None else entitled(view.scenario.events[event])
        return CauseWords(f"{title} arrived", "", 0, cause, kind, None)
    return CauseWords("The story comes near an end" if kind == "ending" else path or cause, "", 0, cause, kind, None)


def doer(view: View, seat: Seat | None) -> str:
    """Who sits there, for this reader: you, or a first name."""
    if seat is None or seat is view.seat or Seat.BOTH in (seat, view.seat):
        return YOU
    return first_name(view.scenario.people[view.scenario.rules(seat).person])


def choices_on(scenario: Scenario, path: str) -> tuple[Event | None, tuple[Choice, ...]]:
    """The event and the choices along a path such as wishlist/absorb/in_writing; parts nobody knows are left out."""
    parts = path.split("/")
    position = scenario.event_index.get(parts[0])
    if position is None:
        return None, ()
    event = scenario.events[position]
    question: Question | None = event.question
    way: list[Choice] = []
    for part in parts[1:]:
        choice = None if question is None else next((c for c in question.choices if c.id == part), None)
        if choice is None:
            break
        way.append(choice)
        question = choice.scene
    return event, tuple(way)


def softened(text: str) -> str:
    """Text that is about to be quoted: its own quotation marks become single ones, apostrophes typographic."""
    for mark, softer in (("“", "‘"), ("”", "’"), ("'", "’")):
        text = text.replace(mark, softer)
    opened = text.split('"')
    text = opened[0]
    for number, part in enumerate(opened[1:]):
        text += ("‘" if number % 2 == 0 else "’") + part
    return text


def entitled(event: Event) -> str:
    """An event's title as a quotation."""
    return f"“{softened(event.title)}”"


def quoted(scenario: Scenario, text: str, week: int = 0) -> str:
    """A choice as a quotation: its first sentence, or the first two where the first is very short."""
    said = substitute(text, scenario, week)
    if said[:1] in OPENING:
        closing = [i for i, mark in enumerate(said[1:], 1) if mark in CLOSING]
        softer = softened(said[1 : closing[0]] if closing else said[1:])
        return f"“{softer.rstrip('.,')}”"
    ends = [i for i, mark in enumerate(said) if mark in ".?!" and said[i + 1 : i + 2] in (" ", "")]
    if ends:
        end = ends[1] if len(ends) > 1 and said[: ends[0]].count(" ") < 2 else ends[0]
        said = said[: end + 1]
    softer = softened(said.removesuffix("."))
    return f"“{softer}”"


def _story(view: View, kind: str, path: str, origin: int) -> CauseWords:
    scenario = view.scenario
    event, way = choices_on(scenario, path)
    if event is not None:
        return _answer(view, kind, path, origin, event, way)
    for risk in scenario.risks:
        if risk.id == path:
            text = f"“{softened(risk.name)}”" + (", later" if kind == "later" else "")
            return CauseWords(text, "it could happen, and did", origin, "risk:" + path, "risk", None)
    for truth in scenario.truths:
        if truth.id == path:
            known = view.known(truth.known_am) or view.known(truth.known_pm)
            text, sub = (truth.tells, "true from the start") if known else HIDDEN
            return CauseWords(text, sub, 0, "truth:" + path, "truth", None)
    return CauseWords(path, "", origin, f"{kind}:{path}", kind, None)


def _answer(view: View, kind: str, path: str, origin: int, event: Event, way: tuple[Choice, ...]) -> CauseWords:
    who = doer(view, event.asks)
    whose = "your" if who == YOU else f"{who}’s"
    if not way:
        text = f"{entitled(event)} went unanswered"
        return CauseWords(text, "silence is an answer too", origin, f"ignored:{path}", kind, event.asks)
    text = quoted(view.scenario, way[-1].text, origin)
    title = entitled(event)
    sub = f"{whose} answer to {title}" if who != YOU or kind == "choice" else f"a late consequence of {title}"
    if origin and kind == "later":
        text = f"From week {origin}: {text}" if who == YOU else f"From week {origin}, {who}: {text}"
    return CauseWords(text, sub, origin, f"choice:{path}", kind, event.asks)


def _law(view: View, path: str) -> CauseWords:
    scenario = view.scenario
    name, _slash, target = path.partition("/")
    text, sub = LAWS.get(name, (name.replace("_", " ").capitalize(), ""))
    person = by_id(scenario, target)
    if name == "pay" and person != -1:
        text = f"{first_name(scenario.people[person])}’s pay"
    elif name == "resignation" and person != -1:
        text, sub = f"{first_name(scenario.people[person])} left", "everybody who stays does the sum"
    elif name in OF_PEOPLE and person != -1:
        text, sub = f"Through {first_name(scenario.people[person])}’s {OF_PEOPLE[name]}", ""
    elif name in ("signed", "unsigned", "left"):
        said = {"signed": "signed", "left": "left"}.get(name, "will not go on")
        text = next((f"{account.name} {said}" for account in scenario.accounts if account.id == target), text)
    elif name == "recognition":  # only a talk does that, and talks are the project manager’s
        who = doer(view, Seat.PM)
        text = f"{'You' if who == YOU else who} noticed their work"
    elif name == "offer":
        text = next((f"Their answer to “{o.name}”" for o in scenario.offers if o.id == target), text)
    return CauseWords(text, sub, 0, "law:" + path, "law", None)


def _move(view: View, path: str, origin: int) -> CauseWords:
    scenario = view.scenario
    kind, _slash, target = path.partition("/")
    seat = move_seat(scenario, kind, target)
    if kind == "sync":
        if target == "ask":
            return CauseWords("What was asked in your talk", "asking costs a little", 0, "move:sync/ask", "move", None)
        return CauseWords("You talked with each other", "", 0, "move:sync", "move", None)
    who = doer(view, seat)
    text = f"{'You' if who == YOU else who} {done_words(scenario, kind, target, seat)}"
    return CauseWords(text, "", origin, "move:" + path, "move", seat)


def move_seat(scenario: Scenario, kind: str, target: str) -> Seat:
    """The role a move belongs to."""
    if kind == RENEGOTIATE:
        return next((p.by for p in scenario.promises if p.id == target), Seat.PM)
    for kinds in AM_RESPONSIBILITIES.values():
        if kind in kinds:
            return Seat.AM
    return Seat.PM


def _promise(view: View, path: str) -> CauseWords:
    promise = next((p for p in view.scenario.promises if p.id == path), None)
    if promise is None:
        return CauseWords(path, "", 0, "promise:" + path, "promise", None)
    text = substitute(promise.text, view.scenario).removesuffix(".")
    status = round(view.known(promise.status))
    said = {2: "a promise kept", 3: "a promise kept early", 4: "a promise broken"}.get(status, "your word was given")
    made = round(view.known(promise.made))
    return CauseWords(f"“{text}”", said, made, "promise:" + path, "promise", promise.by)
