"""The commands. Each imports what it needs when it runs, so that `--version` and mistakes answer at once.

Exit codes: 0 done; 1 mistakes found in a scenario; 2 could not run (a sentence says why); 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NoReturn

from game import __version__
from game.terminal.safe import prepare, safe
from game.terminal.trouble import CannotRun

DONE, MISTAKES, COULD_NOT, STOPPED = 0, 1, 2, 130
MODES = ("am", "pm", "both", "two")
DIFFICULTIES = ("guided", "normal", "stormy")
LARGEST_SEED = 2**31 - 1
MOST_PLAYS = 1_000_000
TEMPLATES = ("minimal", "full")
SIMULATED = ("balanced", "random")  # the bots of a simulation that names none
EXAMPLES = """examples:
  overpromise                                     the library, in a window
  overpromise play first_monday                   one scenario, in a window
  overpromise play scope_creep --seat pm --text   the same game in the terminal
  overpromise play scope_creep --text --bot balanced
                                                  it plays itself and tells the story
  overpromise try my_scenario.yaml --at wishlist  play it while you write it, from this event on
  overpromise check my_scenario.yaml              every mistake of a scenario file, and what is odd about it
  overpromise simulate scope_creep --plays 500    hundreds of plays by bots, in numbers
  overpromise balance my_scenario.yaml            what never comes, what always wins, what is luck
  overpromise new late_shift                      a scenario of your own to begin with

exit codes: 0 done, 1 mistakes in a scenario, 2 could not run, 130 stopped by Ctrl-C
"""
NO_SCREEN = "No screen was found to open a window on."
NO_WINDOW = (
    "The terminal form needs none: `overpromise play {} --text`. "
    "It also plays itself and tells the story: `overpromise play {} --text --bot balanced`."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    prepare(sys.stdout, sys.stderr, sys.stdin)
    asked = _parser().parse_args(arguments)
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


# ---- what can be asked -----------------------------------------------------------------------------------------------


class Parser(argparse.ArgumentParser):
    """Mistakes in one or two sentences."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, then stop."""
        said = safe(message[:1].upper() + message[1:])
        stop = "" if said.endswith("?") else "."
        self.exit(COULD_NOT, f"{said}{stop}\n`{self.prog} --help` shows how it is used.\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Answer a word that is not on a list with the nearest one that is."""
        from difflib import get_close_matches

        known = [str(choice) for choice in action.choices or ()]
        if known and value not in known:
            near = get_close_matches(str(value), known, 1, 0.5)
            guess = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}"
            what = "command" if action.metavar == "COMMAND" else (action.option_strings or [action.dest])[0].lstrip("-")
            self.error(f"no {what} is called “{value}”. {guess}")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="overpromise",
        description="A flight simulator for client work.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"overpromise {__version__}")
    parser.set_defaults(run=_library, data_dir=None, plain=False, text=False)
    _add_common(parser)
    parser.add_argument(
        "--text", action="store_true", default=argparse.SUPPRESS, help="in the terminal, not in a window"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)

    def add(name: str, words: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words.capitalize() + ".")
        command.set_defaults(run=run)
        _add_common(command)
        return command

    _play_options(add("play", "play one scenario", _play))
    _simulate_options(add("simulate", "let bots play a scenario many times", _simulate))
    _check_options(add("check", "say every mistake of scenario files, and what is odd about them", _check))
    add("explain", "say more about a finding of `check`", _explain).add_argument(
        "code", metavar="CODE", help="such as OP502"
    )
    _balance_options(add("balance", "prove a scenario by thousands of plays", _balance))
    test = add("test", "play what an author expects of a scenario", _test)
    test.add_argument("file", metavar="FILE", help="a scenario with a `.test.yaml` beside it, its name, or that file")
    test.add_argument("--only", action="append", metavar="NAME", help="one test; may be given several times")
    _try_options(add("try", "play a scenario while you write it: every save shows at once", _try))
    add("list", "list the scenarios", _list)
    _new_options(add("new", "write a scenario of your own to begin with", _new))
    add("schema", "print what an editor needs to complete and check scenarios", _schema).add_argument(
        "folder", nargs="?", default="", metavar="FOLDER", help="put it into this folder instead"
    )
    add("graph", "print a scenario's story as a flowchart", _graph).add_argument(
        "scenario", help="a name from `overpromise list`, or a file"
    )
    csv = add("results", "list your best results", _results)
    csv.add_argument("--csv", action="store_true", help="as comma-separated values, for a spreadsheet")
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    """Options that may stand before or after the command; unset, they leave what the other place said."""
    keep = argparse.SUPPRESS
    parser.add_argument(
        "--data-dir", metavar="FOLDER", default=keep, help="keep plays, settings and your scenarios here"
    )
    parser.add_argument(
        "--plain", action="store_true", default=keep, help="text without boxes and colour, for a screen reader"
    )


def _play_options(play: argparse.ArgumentParser) -> None:
    play.add_argument("scenario", help="a name from `overpromise list`, or a file")
    play.add_argument("--seat", choices=MODES, help="account manager, project manager, both seats, or two people")
    play.add_argument("--seed", type=_seed, metavar="N", help="the same seed has the same luck")
    play.add_argument(
        "--difficulty", choices=DIFFICULTIES, help="how much slack and how full the previews; never other rules"
    )
    play.add_argument("--text", action="store_true", default=argparse.SUPPRESS, help="in the terminal, not in a window")
    play.add_argument("--bot", metavar="NAME", default="", help="a bot plays and the story is told, in the terminal")


def _simulate_options(simulate: argparse.ArgumentParser) -> None:
    simulate.add_argument("scenario", help="a name from `overpromise list`, or a file")
    simulate.add_argument(
        "--seat", action="append", choices=MODES[:3], help="may be given several times; all three, if not"
    )
    simulate.add_argument(
        "--bot", action="append", metavar="NAME", help=f"may be given several times; {' and '.join(SIMULATED)}, if not"
    )
    simulate.add_argument("--seed", type=_seed, metavar="N", default=1, help="the first seed; the others follow it (1)")
    simulate.add_argument("--plays", type=_count, metavar="N", default=100, help="plays of each seat and bot (100)")
    simulate.add_argument(
        "--difficulty", choices=DIFFICULTIES, default="normal", help="how much slack (default normal)"
    )
    simulate.add_argument("--json", action="store_true", help="every play as JSON, one a line, and a summary")


def _balance_options(balance: argparse.ArgumentParser) -> None:
    balance.add_argument("scenario", metavar="FILE", help="a scenario file, or a name from `overpromise list`")
    balance.add_argument(
        "--plays", type=_count, metavar="N", default=1_000, help="plays in all, shared among seats and bots (1000)"
    )
    balance.add_argument(
        "--seat", action="append", choices=MODES[:3], help="may be given several times; all three, if not"
    )
    balance.add_argument("--seed", type=_seed, metavar="N", default=1, help="the first seed; the others follow it (1)")
    balance.add_argument("--difficulty", choices=DIFFICULTIES, default="normal", help="how much slack (default normal)")
    balance.add_argument("--html", metavar="FILE", help="write the report as one page for a browser")
    balance.add_argument("--json", action="store_true", help="print the report as one JSON object")


def _new_options(new: argparse.ArgumentParser) -> None:
    new.add_argument("name", metavar="NAME", help="its name or title, for your own folder; or a path")
    kinds = new.add_mutually_exclusive_group()
    kinds.add_argument("--template", choices=TEMPLATES, default=TEMPLATES[0], help="how much it shows (minimal)")
    kinds.add_argument("--from", dest="source", metavar="SCENARIO", default="", help="begin with a copy of this one")


def _check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="+", metavar="PATH", help="scenario files, folders of them, or names of your own")
    check.add_argument("--format", choices=("text", "json"), default="text", help="json: for other programs")
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")


def _try_options(attempt: argparse.ArgumentParser) -> None:
    attempt.add_argument("scenario", metavar="FILE", help="a scenario file, or a name from `overpromise list`")
    attempt.add_argument(
        "--at", metavar="WHERE", default="", help="start there through a real play: an event, an ending, or week:N"
    )
    attempt.add_argument("--seat", choices=MODES, help="account manager, project manager, both seats, or two people")
    attempt.add_argument("--seed", type=_seed, metavar="N", help="the seed, or with --at the first one tried")
    attempt.add_argument("--difficulty", choices=DIFFICULTIES, help="how much slack (default normal)")
    attempt.add_argument(
        "--text",
        action="store_true",
        default=argparse.SUPPRESS,
        help="in the terminal: tell at each save what it changed",
    )


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 10 or int(text) > LARGEST_SEED:
        raise argparse.ArgumentTypeError(f"a seed is a whole number from 0 to {LARGEST_SEED}, not “{text[:40]}”")
    return int(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 7 or not 1 <= int(text) <= MOST_PLAYS:
        raise argparse.ArgumentTypeError(f"give a whole number from 1 to {MOST_PLAYS:,}, not “{text[:40]}”")
    return int(text)


# ---- what the commands do --------------------------------------------------------------------------------------------


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
