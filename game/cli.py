"""The commands. Each imports what it needs when it runs, so that `--version` and mistakes answer at once.

Exit codes: 0 done; 1 mistakes found in a scenario, or a play file that does not verify; 2 could not run (a sentence
says why); 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

from game.options import COULD_NOT, MODES, SIMULATED, Run, parser_of
from game.terminal.safe import prepare, safe
from game.terminal.trouble import CannotRun

DONE, MISTAKES, STOPPED = 0, 1, 130
NO_SCREEN = "No screen was found to open a window on."
NO_WINDOW = (
    "The terminal form needs none: `overpromise play {} --text`. "
    "It also plays itself and tells the story: `overpromise play {} --text --bot balanced`."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    prepare(sys.stdout, sys.stderr, sys.stdin)
    asked = parser_of(COMMANDS, _library).parse_args(arguments)
    try:
        code = int(asked.run(asked))
        sys.stdout.flush()
    except CannotRun as reason:
        print(safe(str(reason)), file=sys.stderr)
        return COULD_NOT
    except BrokenPipeError:  # the reader of our output has gone, as `| head` goes
        _drop_output()
        return DONE
    except KeyboardInterrupt:
        print("\nStopped. Everything answered so far is stored.", file=sys.stderr)
        return STOPPED
    except OSError as error:  # a full disk behind `> file`, a folder nobody may enter
        _drop_output()
        print(f"This could not be done: {safe(str(error.strerror or error))}{_of(error)}.", file=sys.stderr)
        return COULD_NOT
    return code


def _drop_output() -> None:
    """Throw away what could not be written, so that nothing tries again when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of(error: OSError) -> str:
    return f" ({safe(str(error.filename))})" if error.filename else ""


def _places(asked: argparse.Namespace) -> Any:
    from game.records.places import find_places

    return find_places(asked.data_dir, os.environ)


def _library(asked: argparse.Namespace) -> int:
    from game.terminal.host import Wish, play

    if not asked.text and not asked.plain and _in_window(asked, None):
        return DONE
    play(_places(asked), Wish(plain=asked.plain))
    return DONE


def _play(asked: argparse.Namespace) -> int:
    from game.terminal.host import Wish, play

    wish = Wish(asked.scenario, asked.seat or "", asked.seed, asked.difficulty or "", asked.plain, asked.bot)
    if not (asked.text or asked.plain or asked.bot) and _in_window(asked, wish):
        return DONE
    play(_places(asked), wish)
    return DONE


def _in_window(asked: argparse.Namespace, wish: Any) -> bool:
    """Play in a window until it is closed; False where nobody could see one and the terminal takes over.

    Raises CannotRun where there is no terminal either.
    """
    from game.terminal.stories import playable

    places = _places(asked)
    chosen = playable(wish.scenario, places) if wish is not None else None
    problem = _no_display()
    if problem:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            name = wish.scenario if wish is not None else "first_monday"
            raise CannotRun(f"{problem} {NO_WINDOW.format(name, name)}")
        print(f"{problem} This is the terminal form of the game.")
        return False
    from game.window.house import open_house
    from game.window.start import open_window

    house = open_house(places)
    open_window(house, None if chosen is None else _route(house, chosen, wish))
    return True


def _no_display() -> str:
    """Why no window can be shown here, in a sentence; "" where one can."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")
    if sys.platform not in ("win32", "darwin") and not any(os.environ.get(name) for name in screens):
        return NO_SCREEN
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        from game.window.kit.app import display_problem
    except ImportError as error:
        return f"No window can be opened here: {error}."
    return (display_problem() or "").removesuffix(" The terminal form needs none.")


def _route(house: Any, chosen: Any, wish: Any) -> Any:
    """The briefing of a play about to begin; of one begun where its seed was named."""
    from game.records.desk import begin
    from game.records.trouble import StoreTrouble
    from game.window.house import now
    from game.window.routes import GoBriefing, NewPlay

    scenario, text = chosen
    if wish.seed is None:
        return GoBriefing(NewPlay(scenario, text, wish.mode, wish.difficulty))
    difficulty = wish.difficulty or house.settings.difficulty
    try:
        return GoBriefing(begin(house.store, scenario, text, wish.mode or "am", wish.seed, difficulty, now))
    except StoreTrouble as trouble:
        raise CannotRun(str(trouble)) from None


def _simulate(asked: argparse.Namespace) -> int:
    from game.engine.model import Seat
    from game.terminal.numbers import run, write
    from game.terminal.stories import known_bot, playable

    bots = [known_bot(name) for name in dict.fromkeys(asked.bot or SIMULATED)]
    seats = [Seat(name) for name in dict.fromkeys(asked.seat or MODES[:3])]
    scenario, _text = playable(asked.scenario, _places(asked))
    batches = run(scenario, seats, bots, asked.plays, asked.seed, asked.difficulty)
    write(scenario, batches, asked.plays, asked.seed, asked.json, asked.plain)
    return DONE


def _balance(asked: argparse.Namespace) -> int:
    from game.engine.model import Seat
    from game.terminal.balance import effort_for, measure, write
    from game.terminal.stories import playable

    seats = [Seat(name) for name in MODES[:3] if name in (asked.seat or MODES[:3])]
    scenario, text = playable(asked.scenario, _places(asked))
    report = measure(scenario, text, seats, effort_for(asked.plays, len(seats)), asked.seed, asked.difficulty)
    write(report, asked.html or "", asked.json, asked.plain)
    return DONE


def _test(asked: argparse.Namespace) -> int:
    from game.terminal.cases import run_cases
    from game.terminal.stories import own_file

    return run_cases(own_file(asked.file, _places(asked)), asked.only or ())


def _check(asked: argparse.Namespace) -> int:
    from game.terminal.findings import check_files
    from game.terminal.stories import own_file

    paths = [own_file(path, _places(asked)) for path in asked.paths]
    return check_files(paths, as_json=asked.format == "json", strict=asked.strict)


def _explain(asked: argparse.Namespace) -> int:
    from game.terminal.findings import explain

    explain(asked.code)
    return DONE


def _new(asked: argparse.Namespace) -> int:
    from game.terminal.authoring import write_new

    write_new(_places(asked), asked.name, asked.template, asked.source)
    return DONE


def _schema(asked: argparse.Namespace) -> int:
    from game.terminal.authoring import write_schema

    write_schema(asked.folder)
    return DONE


def _graph(asked: argparse.Namespace) -> int:
    from game.terminal.authoring import draw

    draw(_places(asked), asked.scenario)
    return DONE


def _try(asked: argparse.Namespace) -> int:
    from game.records.opening import memory_store
    from game.terminal import following, trying

    places, wish = _places(asked), trying.Wish(asked.seat or "", asked.at, asked.seed, asked.difficulty or "")
    in_terminal = asked.text or asked.plain
    problem = "" if in_terminal else _no_display()
    if problem:
        how = f"`overpromise try {asked.scenario} --text` reads the file at every save and tells what it changed."
        raise CannotRun(f"{problem} {how}")
    story = trying.read(asked.scenario, places)
    if story is None:
        return MISTAKES
    store = memory_store()
    try:
        desk = trying.start(story, wish, store)
    except KeyboardInterrupt:
        print("\nStopped looking.", file=sys.stderr)
        return STOPPED
    if in_terminal:
        following.follow(story, desk, wish)
        return DONE
    return _on_the_bench(places, story, wish, store, desk)


def _on_the_bench(places: Any, story: Any, wish: Any, store: Any, desk: Any) -> int:
    import gc

    from game.window.bench import Bench, Tried, bench_house
    from game.window.routes import GoBriefing, GoWeek, NewPlay
    from game.window.start import open_shell

    house = bench_house(places, store)
    new = NewPlay(story.scenario, story.text, "", wish.difficulty, wish.seed)
    tried = Tried(story.path, story.scenario, story.text, story.problems, story.text)
    gc.freeze()  # what is there from the start need not be looked through again after every save
    return open_shell(lambda: Bench(house, tried, GoBriefing(new) if desk is None else GoWeek(desk)), house)


def _list(asked: argparse.Namespace) -> int:
    from game.terminal.reports import list_scenarios

    list_scenarios(_places(asked), asked.plain)
    return DONE


def _results(asked: argparse.Namespace) -> int:
    from game.terminal.reports import show_results

    show_results(_places(asked), asked.plain, asked.csv)
    return DONE


def _export(asked: argparse.Namespace) -> int:
    from game.terminal.play_files import export

    export(_places(asked), asked.play, asked.file, asked.with_reflections)
    return DONE


def _verify(asked: argparse.Namespace) -> int:
    from game.terminal.play_files import verify

    return verify(_places(asked), asked.files, asked.plain)


def _review(asked: argparse.Namespace) -> int:
    from game.terminal.reviewing import Wish, show_review

    wish = Wish(asked.seat or "", asked.week, asked.html or "", asked.json, asked.plain)
    show_review(_places(asked), asked.play, wish)
    return DONE


def _compare(asked: argparse.Namespace) -> int:
    from game.terminal.comparing import show_comparison

    show_comparison(_places(asked), asked.play, asked.other, asked.seat or "", asked.json, asked.plain)
    return DONE


def _what_if(asked: argparse.Namespace) -> int:
    from game.terminal.what_if import show_what_if

    show_what_if(_places(asked), asked.play, asked.answer, asked.week, asked.seat or "", asked.json, asked.plain)
    return DONE


def _debrief(asked: argparse.Namespace) -> int:
    from game.terminal.debriefing import debrief

    debrief(_places(asked), asked.play, asked.seat or "", asked.plain)
    return DONE


COMMANDS: Final[dict[str, Run]] = {
    "play": _play,
    "simulate": _simulate,
    "check": _check,
    "explain": _explain,
    "balance": _balance,
    "test": _test,
    "try": _try,
    "list": _list,
    "new": _new,
    "schema": _schema,
    "graph": _graph,
    "results": _results,
    "export": _export,
    "verify": _verify,
    "review": _review,
    "debrief": _debrief,
    "compare": _compare,
    "whatif": _what_if,
}
