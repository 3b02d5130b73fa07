"""The terminal form from the library on: which scenario, which seat, a play to go on with or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model import Scenario
from game.insight.words.people import first_name
from game.records.desk import Desk, Refused, begin
from game.records.opening import memory_store
from game.records.places import Places
from game.records.reopening import resume
from game.records.results import Result, results
from game.records.rows import OPEN, Play
from game.records.trouble import StoreTrouble
from game.scenario.library import Entry, library
from game.scenario.problems import ERROR
from game.terminal.blocks import Block, Heading, Note, Option, Para, Title
from game.terminal.session import MODES, Leave, Session, make_paper, now, number, open_session, some_seed
from game.terminal.sitting import Sitting
from game.terminal.stories import known_bot, playable, texts
from game.terminal.trouble import CannotRun
from game.terminal.watching import watch

RECENT = 4  # unfinished plays offered in the library


@dataclass(frozen=True)
class Wish:
    """What the command line asked for; "" and None where it left the choice."""

    scenario: str = ""
    mode: str = ""
    seed: int | None = None
    difficulty: str = ""
    plain: bool = False
    bot: str = ""


def play(places: Places, wish: Wish) -> None:
    """Play in the terminal until the player leaves: one scenario, or from the library where none is named.

    Raises CannotRun where nothing can be played.
    """
    if wish.bot:
        _watch(places, wish)
        return
    chosen = playable(wish.scenario, places) if wish.scenario else None
    session = open_session(places, wish.plain)
    sitting: Sitting | None = None
    try:
        while sitting is None or chosen is None:  # from the library, one play after the other
            sitting = Sitting(session, _desk(session, *chosen, wish) if chosen else _from_library(session, wish))
            sitting.run()
    except Leave:
        _goodbye(session, sitting.desk if sitting else None)


def _goodbye(session: Session, desk: Desk | None) -> None:
    if desk is None or desk.outcome is not None:
        session.say("Goodbye.")
    elif desk.store.keeps:
        session.say(
            f"Everything you answered is stored. `overpromise play {desk.record.scenario} --text` goes on there."
        )
    else:
        session.say("Nothing of this could be kept.", "warn")


def _watch(places: Places, wish: Wish) -> None:
    bot = known_bot(wish.bot)
    if wish.mode == "two":
        raise CannotRun("A bot plays one seat: --seat am, pm or both. The colleague plays by their own style anyway.")
    scenario, text = playable(wish.scenario, places)
    seed = some_seed() if wish.seed is None else wish.seed
    paper = make_paper(wish.plain)
    watch(paper, scenario, text, wish.mode or "am", seed, wish.difficulty or "normal", bot)


# ---- the library -----------------------------------------------------------------------------------------------------


def _from_library(session: Session, wish: Wish) -> Desk:
    """A desk for what is chosen. Raises Leave."""
    while True:
        entries = library([session.places.scenarios])
        plays = _stored(session)
        going = [play for play in plays if play.status == OPEN][:RECENT]
        good = [entry for entry in entries if entry.scenario is not None]
        session.paper.show(*_shelf(going, entries, results(plays)))
        said = session.ask("A number chooses. q leaves.").lower()
        if said in ("q", "quit", "exit"):
            raise Leave
        place = number(said)
        if 1 <= place <= len(going):
            if (desk := _resumed(session, going[place - 1])) is not None:
                return desk
        elif len(going) < place <= len(going) + len(good):
            entry = good[place - len(going) - 1]
            return _desk(session, *playable(entry.place if entry.own else entry.id, session.places), wish)
        elif said:
            session.say(f"Type a number from 1 to {len(going) + len(good)}, or q.")


def _stored(session: Session) -> list[Play]:
    try:
        return session.store.plays()
    except StoreTrouble as trouble:
        session.say(str(trouble), "warn")
        return []


def _shelf(going: Sequence[Play], entries: Sequence[Entry], best: Sequence[Result]) -> tuple[Block, ...]:
    found: list[Block] = [Title("Overpromise", "a flight simulator for client work")]
    place = 0
    if going:
        found.append(Heading("Go on with"))
    for place, each in enumerate(going, 1):
        found.append(Option(str(place), _going(each)))
    found.append(Heading("Scenarios"))
    for entry in entries:
        if entry.scenario is not None:
            place += 1
            found.append(Option(str(place), f"{entry.title}. {entry.scenario.summary}", _about(entry.scenario, best)))
    for entry in entries:
        if entry.scenario is None:
            mistakes = sum(problem.severity == ERROR for problem in entry.problems)
            count = "a mistake" if mistakes == 1 else f"{mistakes} mistakes"
            found.append(
                Para(f"{entry.place} cannot be played: it has {count}. `overpromise check` shows them.", "warn")
            )
    return tuple(found)


def _going(play: Play) -> str:
    branch = "" if play.recorded else ", a branch"
    return f"{play.title}: week {play.weeks + 1}, {MODES[play.mode][0].lower()}{branch}, begun {play.created[:10]}"


def _about(scenario: Scenario, best: Sequence[Result]) -> tuple[Note, ...]:
    length = f"{scenario.weeks} weeks, about {scenario.minutes} minutes"
    about = f"{scenario.challenge.capitalize()}, {scenario.setting}; {length}"
    mine = [f"{MODES[each.seat][0].lower()} {each.score:.0f}" for each in best if each.play.scenario == scenario.id]
    return (Note(about), Note(f"Your best: {', '.join(mine)}", "good")) if mine else (Note(about),)


# ---- a desk ----------------------------------------------------------------------------------------------------------


def _desk(session: Session, scenario: Scenario, text: str, wish: Wish) -> Desk:
    """The unfinished play of this scenario, if the player wants it, or a new one."""
    for each in _stored(session):
        if each.scenario == scenario.id and each.status == OPEN and _fits(each, wish):
            said = session.ask(f"You have begun this: {_going(each)}. Enter goes on there; n begins anew.").lower()
            if said in ("q", "quit"):
                raise Leave
            if said not in ("n", "new") and (desk := _resumed(session, each)) is not None:
                return desk
            break
    mode = wish.mode or _seat(session, scenario)
    seed = some_seed() if wish.seed is None else wish.seed
    difficulty = wish.difficulty or session.settings.difficulty
    while True:
        try:
            return begin(session.store, scenario, text, mode, seed, difficulty, now)
        except StoreTrouble as trouble:
            session.say(f"{trouble} This play is kept only until you leave the game.", "warn")
            session.store = memory_store()


def _fits(play: Play, wish: Wish) -> bool:
    return (
        (not wish.mode or play.mode == wish.mode)
        and (wish.seed is None or play.seed == wish.seed)
        and (not wish.difficulty or play.difficulty == wish.difficulty)
    )


def _resumed(session: Session, play: Play) -> Desk | None:
    try:
        return resume(session.store, play.id, now, texts(session.places))
    except (StoreTrouble, Refused) as no:
        session.say(str(no), "warn")
        return None


def _seat(session: Session, scenario: Scenario) -> str:
    found: list[Block] = [Heading("Which seat?")]
    for place, (mode, (name, says)) in enumerate(MODES.items(), 1):
        who = ""
        if mode in ("am", "pm"):
            rules = scenario.am if mode == "am" else scenario.pm
            who = f", {first_name(scenario.people[rules.person])}"
        found.append(Option(str(place), f"{name}{who}. {says}"))
    session.paper.show(*found)
    modes = list(MODES)
    while True:
        said = session.ask("A number, or am, pm, both, two.").lower()
        if said in ("q", "quit"):
            raise Leave
        if said in MODES:
            return said
        if 1 <= number(said) <= len(modes):
            return modes[number(said) - 1]
        session.say("Type a number from 1 to 4.")
