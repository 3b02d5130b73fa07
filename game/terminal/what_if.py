"""`whatif`: another answer at a decision of a play, and how the rest could have gone."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from difflib import get_close_matches

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import REPLAYS, Week
from game.insight.review.futures import Futures
from game.insight.review.whatif import WhatIf, what_if
from game.insight.words.causes import choices_on, quoted
from game.insight.words.debrief.outlook import WhatIfWords, whatif_words
from game.insight.words.figures import capital, decimal, listed
from game.insight.words.people import seat_name
from game.records.desk import Desk
from game.records.places import Places
from game.records.settings import load_settings
from game.terminal.blocks import Block, Heading, Option, Para, Table, Title
from game.terminal.session import make_paper
from game.terminal.trouble import CannotRun
from game.terminal.which_play import SHORT_ID, finished, seat_of, stored_play

FUTURES = REPLAYS
SILENT = "-"  # how no answer at all is spelled, after the slash


@dataclass(frozen=True)
class Asked:
    """One event that left a choice: when it came, what was answered, and what else was open."""

    week: int
    event: str
    taken: str
    others: tuple[str, ...]


def show_what_if(places: Places, name: str, answer: str, week: int, seat: str, as_json: bool, plain: bool) -> None:
    """Try another answer of a stored play; without one, list what there is to try. Raises CannotRun."""
    store, record = stored_play(places, name)
    paper = make_paper(plain or load_settings(places.settings)[0].plain_text)
    desk = finished(store, places, record)
    whose = seat_of(desk, seat)
    futures = Futures(desk.play, whose, two_people=desk.record.mode == "two")
    asked = _asked(futures)
    if not asked:
        raise CannotRun("This play asked nothing that left a choice.")
    if not answer:
        asked = _of_week(asked, week)
        if as_json:
            print(json.dumps([asdict(each) for each in asked], ensure_ascii=False))
            return
        paper.show(*_list(desk, whose, asked))
        return
    event, path = _meant(asked, answer, week)
    found = what_if(futures, event.week, event.event, path, FUTURES)
    if as_json:
        print(json.dumps(asdict(found) | {"play": record.id, "seat": whose.value}, ensure_ascii=False))
        return
    paper.show(*blocks(desk.play, found))


# ---- what there is to try --------------------------------------------------------------------------------------------


def _asked(futures: Futures) -> list[Asked]:
    weeks = [Week(futures, lived.week) for lived in futures.play.weeks]
    return [Asked(week.week, *each) for week in weeks for each in week.asked]


def _list(desk: Desk, seat: Seat, asked: list[Asked]) -> list[Block]:
    scenario = desk.scenario
    shown: list[Block] = [Title(f"{scenario.title}: what if", seat_name(seat))]
    for each in asked:
        title = scenario.events[scenario.event_index[each.event]].title
        shown.append(Heading(f"Week {each.week}: {title}", f"you answered {_words(desk.play, each, each.taken)}"))
        shown += [Option(_spelled(each.event, path), _words(desk.play, each, path)) for path in each.others]
    first = _spelled(asked[0].event, asked[0].others[0])
    how = f"`overpromise whatif {desk.record.id[:SHORT_ID]} {first}` tries the first of them."
    return [*shown, Para(how, quiet=True, apart=True)]


def _words(play: Play, asked: Asked, path: str) -> str:
    way = choices_on(play.scenario, f"{asked.event}/{path}")[1] if path else ()
    return ", then ".join(quoted(play.scenario, choice.text, asked.week) for choice in way) or "nothing"


def _spelled(event: str, path: str) -> str:
    return f"{event}/{path or SILENT}"


def _of_week(asked: list[Asked], week: int) -> list[Asked]:
    found = [each for each in asked if week in (0, each.week)]
    if not found:
        weeks = listed([str(each) for each in dict.fromkeys(each.week for each in asked)])
        raise CannotRun(f"Week {week} asked nothing that left a choice. There were such answers in week {weeks}.")
    return found


def _meant(asked: list[Asked], answer: str, week: int) -> tuple[Asked, str]:
    """The event and the way through it that were meant. Raises CannotRun with what there is."""
    name, _slash, path = answer.partition("/")
    came = [each for each in asked if each.event == name]
    if not came:
        near = get_close_matches(name, [each.event for each in asked], 1, 0.4)
        guess = f"Did you mean {near[0]}?" if near else "Without an answer named, everything there is to try is listed."
        raise CannotRun(f"No event “{name}” came in this play and left a choice. {guess}")
    found = [each for each in came if week in (0, each.week)]
    weeks = listed([str(each.week) for each in came])
    if not found:
        raise CannotRun(f"“{name}” did not come in week {week}. It came in week {weeks}.")
    if len(found) > 1:
        raise CannotRun(f"“{name}” came in weeks {weeks}. Say which of them, as with `--week {came[0].week}`.")
    path = "" if path == SILENT else path or "?"
    if path in found[0].others:
        return found[0], path
    why = "is what was answered" if path == found[0].taken else f"was not open in week {found[0].week}"
    said = f"Which answer to “{name}”?" if path == "?" else f"“{answer}” {why}."
    raise CannotRun(f"{said} {_open(found[0])}")


def _open(asked: Asked) -> str:
    ways = [_spelled(asked.event, path) for path in asked.others]
    return f"There {'was' if len(ways) == 1 else 'were'} also {listed(ways)}."


# ---- as text ---------------------------------------------------------------------------------------------------------


def blocks(play: Play, found: WhatIf) -> list[Block]:
    """Everything there is to say."""
    words = whatif_words(play, found)
    return [
        Title(f"What if: {words.title}", f"week {found.week}, {seat_name(found.seat)}"),
        Para(words.headline),
        Heading("The final score", "in how many futures it fell there"),
        _scores(found, words),
        Heading("How it ended"),
        Table(
            ("futures", "instead of", ""), tuple((str(r.other), str(r.taken), r.title) for r in words.endings), (0, 1)
        ),
        Heading("The numbers at the end", "mean points, 0 to 100"),
        Table(("", "then", "instead of"), tuple((row.label, row.other, row.taken) for row in words.kpis), (1, 2)),
        Para(_how(words, found), quiet=True, apart=True),
    ]


def _scores(found: WhatIf, words: WhatIfWords) -> Table:
    rows = [(row.label, str(row.other), str(row.taken)) for row in words.bars]
    rows.append(("mean", decimal(found.other.mean.mean), decimal(found.taken.mean.mean)))
    return Table(("", "then", "instead of"), tuple(rows), (1, 2))


def _how(words: WhatIfWords, found: WhatIf) -> str:
    return (
        f"{capital(words.other)} against what was answered, {words.taken}, in the same {found.futures} futures, each "
        "played on sensibly to its end; what you could not know was guessed anew each time."
    )
