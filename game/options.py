"""What may be asked on the command line: commands, options and their values, with a sentence for every mistake."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

from game import __version__
from game.terminal.safe import safe

Run = Callable[[argparse.Namespace], int]

COULD_NOT = 2  # the exit code of what could not be understood
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
  overpromise review scope_creep                  what each decision of a play was worth, apart from luck
  overpromise compare 1f3a9c0d                    a branch beside the play it came from
  overpromise whatif scope_creep wishlist/quote   how the rest could have gone with another answer
  overpromise debrief scope_creep                 look back on a play: what turned it, what to keep and to change
  overpromise new late_shift                      a scenario of your own to begin with

exit codes: 0 done, 1 mistakes in a scenario or a play file that does not verify, 2 could not run, 130 stopped by Ctrl-C
"""


class Parser(argparse.ArgumentParser):
    """Mistakes in one or two sentences."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, then stop."""
        said = safe(message[:1].upper() + message[1:])
        stop = "" if said.endswith("?") else "."
        self.exit(COULD_NOT, f"{said}{stop}\n`{self.prog} --help` shows how it is used.\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Answer a word that is not on a list with the nearest one that is."""
        known = [str(choice) for choice in action.choices or ()]
        if known and value not in known:
            near = get_close_matches(str(value), known, 1, 0.5)
            guess = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}"
            what = "command" if action.metavar == "COMMAND" else (action.option_strings or [action.dest])[0].lstrip("-")
            self.error(f"no {what} is called “{value}”. {guess}")


def parser_of(commands: Mapping[str, Run], unnamed: Run) -> argparse.ArgumentParser:
    """The parser of the whole command line; `commands` says what runs, by name, `unnamed` what runs without a name."""
    parser = Parser(
        prog="overpromise",
        description="A flight simulator for client work.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"overpromise {__version__}")
    parser.set_defaults(run=unnamed, data_dir=None, plain=False, text=False)
    _add_common(parser)
    parser.add_argument(
        "--text", action="store_true", default=argparse.SUPPRESS, help="in the terminal, not in a window"
    )
    named = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)

    def add(name: str, words: str) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = named.add_parser(name, help=words, description=words.capitalize() + ".")
        command.set_defaults(run=commands[name])
        _add_common(command)
        return command

    _play_options(add("play", "play one scenario"))
    _simulate_options(add("simulate", "let bots play a scenario many times"))
    _check_options(add("check", "say every mistake of scenario files, and what is odd about them"))
    add("explain", "say more about a finding of `check`").add_argument("code", metavar="CODE", help="such as OP502")
    _balance_options(add("balance", "prove a scenario by thousands of plays"))
    test = add("test", "play what an author expects of a scenario")
    test.add_argument("file", metavar="FILE", help="a scenario with a `.test.yaml` beside it, its name, or that file")
    test.add_argument("--only", action="append", metavar="NAME", help="one test; may be given several times")
    _try_options(add("try", "play a scenario while you write it: every save shows at once"))
    add("list", "list the scenarios")
    _new_options(add("new", "write a scenario of your own to begin with"))
    add("schema", "print what an editor needs to complete and check scenarios").add_argument(
        "folder", nargs="?", default="", metavar="FOLDER", help="put it into this folder instead"
    )
    add("graph", "print a scenario's story as a flowchart").add_argument(
        "scenario", help="a name from `overpromise list`, or a file"
    )
    _review_options(add("review", "say what each decision of a finished play was worth, apart from luck"))
    _debrief_options(add("debrief", "look back on a finished play in the terminal: your reading, then the game’s"))
    compare = add("compare", "lay two plays of a scenario side by side")
    compare.add_argument("play", metavar="PLAY", help="its id or the beginning of it, or the name of its scenario")
    compare.add_argument(
        "other", nargs="?", default="", metavar="OTHER", help="another; by itself, the one PLAY branched from"
    )
    compare.add_argument("--seat", choices=MODES[:3], help="whose decisions, where two people played (am)")
    compare.add_argument("--json", action="store_true", help="print both as one JSON object")
    _what_if_options(add("whatif", "try another answer of a play, and see how the rest could have gone"))
    csv = add("results", "list your best results")
    csv.add_argument("--csv", action="store_true", help="as comma-separated values, for a spreadsheet")
    export = add("export", "write a play into a file that anybody can verify")
    export.add_argument("play", metavar="PLAY", help="its id or the beginning of it, or the name of its scenario")
    export.add_argument("file", nargs="?", default="", metavar="FILE", help="where to; by itself, into this folder")
    export.add_argument(
        "--with-reflections", action="store_true", help="with what you wrote in the debrief; without this, none of it"
    )
    verify = add("verify", "live the play in a file again and say whether it is what it claims to be")
    verify.add_argument("files", nargs="+", metavar="FILE", help="files written by `export`")
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


def _review_options(review: argparse.ArgumentParser) -> None:
    review.add_argument(
        "play",
        metavar="PLAY",
        nargs="?",
        default="",
        help="its id or the beginning of it, or the name of its scenario; without, the plays there are",
    )
    review.add_argument("--seat", choices=MODES[:3], help="whose decisions, where two people played (am)")
    review.add_argument("--week", type=_week, metavar="N", default=0, help="look closely at the answers of one week")
    review.add_argument(
        "--html", metavar="FILE", help="write the whole debrief, with what you wrote, as one page for a browser"
    )
    review.add_argument("--json", action="store_true", help="print the review as one JSON object")


def _what_if_options(what_if: argparse.ArgumentParser) -> None:
    what_if.add_argument("play", metavar="PLAY", help="its id or the beginning of it, or the name of its scenario")
    what_if.add_argument(
        "answer", nargs="?", default="", metavar="EVENT/CHOICE", help="another answer; by itself, all there are"
    )
    what_if.add_argument("--week", type=_week, metavar="N", default=0, help="of an event that came several times")
    what_if.add_argument("--seat", choices=MODES[:3], help="whose decisions, where two people played (am)")
    what_if.add_argument("--json", action="store_true", help="print it as JSON")


def _debrief_options(debrief: argparse.ArgumentParser) -> None:
    debrief.add_argument(
        "play",
        metavar="PLAY",
        nargs="?",
        default="",
        help="its id or the beginning of it, or the name of its scenario; without, you are asked",
    )
    debrief.add_argument("--seat", choices=MODES[:3], help="whose debrief, where two people played")


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


def _week(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 3 or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a week is a whole number from 1 on, not “{text[:40]}”")
    return int(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 7 or not 1 <= int(text) <= MOST_PLAYS:
        raise argparse.ArgumentTypeError(f"give a whole number from 1 to {MOST_PLAYS:,}, not “{text[:40]}”")
    return int(text)
