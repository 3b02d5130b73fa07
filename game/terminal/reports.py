"""The scenarios and the results as tables."""

from __future__ import annotations

import sys

from game.records.opening import open_store
from game.records.places import Places
from game.records.results import results, results_csv
from game.records.settings import load_settings
from game.records.trouble import StoreTrouble
from game.scenario.library import library
from game.scenario.problems import ERROR
from game.terminal.blocks import Para, Table
from game.terminal.paper import tell
from game.terminal.session import MODES, make_paper, now
from game.terminal.trouble import CannotRun


def list_scenarios(places: Places, plain: bool) -> None:
    """Every scenario with its length and your best results; broken ones with their number of mistakes."""
    paper = make_paper(plain or load_settings(places.settings)[0].plain_text)
    opened = open_store(places.plays, now()) if places.plays.exists() else None
    best = results(opened.store.plays()) if opened is not None else []
    rows = []
    for entry in library([places.scenarios]):
        if entry.scenario is None:
            mistakes = sum(problem.severity == ERROR for problem in entry.problems)
            rows.append((entry.id, entry.title, "cannot be played", "", f"{mistakes} mistakes in {entry.place}"))
            continue
        rules = entry.scenario
        mine = [f"{each.seat} {each.score:.0f}" for each in best if each.play.scenario == rules.id]
        length = f"{rules.weeks} weeks, {rules.minutes} minutes"
        rows.append((entry.id, entry.title, rules.challenge, length, ", ".join(mine) or "not played yet"))
    paper.show(Table(("name", "title", "challenge", "length", "your best"), tuple(rows)))
    paper.show(Para(f"Your own scenarios go into {places.scenarios}.", quiet=True))


def show_results(places: Places, plain: bool, csv: bool) -> None:
    """Your best result per scenario and seat."""
    if not places.plays.exists():
        best = []
    else:
        opened = open_store(places.plays, now())
        tell(opened.notes)
        try:
            best = results(opened.store.plays())
        except StoreTrouble as trouble:
            raise CannotRun(str(trouble)) from None
    if csv:
        sys.stdout.write(results_csv(best))
        return
    paper = make_paper(plain or load_settings(places.settings)[0].plain_text)
    if not best:
        paper.show(Para("No play has come to its end yet. `overpromise play first_monday` takes ten minutes."))
        return
    titles = _ending_titles(places)
    rows = tuple(
        (
            each.play.title,
            MODES[each.seat][0],
            f"{each.score:.0f}",
            titles.get((each.play.scenario, each.play.ending), each.play.ending),
            each.play.difficulty,
            each.play.created[:10],
        )
        for each in best
    )
    paper.show(Table(("scenario", "seat", "score", "ending", "difficulty", "begun"), rows, (2,)))


def _ending_titles(places: Places) -> dict[tuple[str, str], str]:
    """What endings are called, by scenario and id; those of scenarios no longer there are not in it."""
    rules = [entry.scenario for entry in library([places.scenarios]) if entry.scenario is not None]
    return {(each.id, ending.id): ending.title for each in rules for ending in each.endings}
