"""The commands: what they answer to people's mistakes, with which exit code, and how much they load for it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import game
from game.cli import main
from game.terminal.findings import marked

ROOT = Path(game.__file__).parent.parent
BROKEN = ROOT / "tests" / "scenario" / "broken"


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, without a screen."""
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    kept = {name: value for name, value in os.environ.items() if name not in gone}
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        env=kept | {"PYTHONPATH": str(ROOT)} | more,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The sentences on standard error of a command that could not run."""
    try:
        code = main(arguments)
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    assert code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return " ".join(said.err.split())


def test_the_version_loads_nothing_heavy() -> None:
    code = (
        "import sys; from game.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit as stopped: assert not stopped.code\n"
        "print([m for m in ('pygame', 'pydantic', 'yaml', 'rich', 'sqlite3', 'game.engine') if m in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True
    )
    assert shown.stdout.decode().split("\n")[:2] == [f"overpromise {game.__version__}", "[]"]


def test_help_has_examples_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert "overpromise play scope_creep --text --bot balanced" in shown
    assert "exit codes: 0 done" in shown


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("plya",), "No command is called “plya”. Did you mean play?"),
        (("play",), "The following arguments are required: scenario."),
        (
            ("play", "scope_crep", "--text"),
            "No scenario is called “scope_crep”, and there is no such file. Did you mean scope_creep?",
        ),
        (
            ("play", "zzz", "--text"),
            "No scenario is called “zzz”, and there is no such file. There are: demanding_client",
        ),
        (("play", "nowhere.yaml", "--text"), "There is no file nowhere.yaml."),
        (
            ("play", "first_monday", "--bot", "balancd"),
            "No bot is called “balancd”. Did you mean balanced? There are: people-pleaser",
        ),
        (("play", "first_monday", "--bot", "first", "--seat", "two"), "A bot plays one seat"),
        (("play", "first_monday", "--seat", "ceo"), "No seat is called “ceo”. There are am, pm, both, two."),
        (("play", "first_monday", "--seed", "-4"), "a seed is a whole number from 0 to 2147483647, not “-4”."),
        (("play", "first_monday", "--seed", "9" * 5000), "a seed is a whole number"),
        (("play", "first_monday", "--seed", "٣"), "a seed is a whole number"),
        (("simulate", "first_monday", "--plays", "0"), "give a whole number from 1 to 1,000,000, not “0”."),
        (("simulate", "first_monday", "--bot", "nobody"), "No bot is called “nobody”."),
        (("simulate", "first_monday", "--seat", "two"), "No seat is called “two”. There are am, pm, both."),
        (("check",), "The following arguments are required: PATH."),
        (("check", "nowhere"), "There is no file or folder nowhere."),
        (("play", "\x1b]0;x\a", "--text"), "No scenario is called “\\x1b]0;x\\x07”"),
    ],
    ids=lambda value: " ".join(value)[:30].strip("\x1b") if isinstance(value, tuple) else "",
)
def test_mistakes_get_a_sentence(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str) -> None:
    assert sentence in refused(capsys, *arguments)


def test_a_scenario_with_mistakes_is_not_played(capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, "play", str(BROKEN / "twin_key.yaml"), "--text")
    assert "cannot be played: it has a mistake." in said
    assert re.search(r"twin_key\.yaml:6:1: OP110", said)


def test_check_prints_every_mistake_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BROKEN / "twin_key.yaml"), str(BROKEN / "tab.yaml")]) == 1
    shown = capsys.readouterr().out
    assert len(re.findall(r"^\S+\.yaml:\d+:\d+: error OP\d{3} .+\n    \S", shown, re.M)) >= 2
    assert re.search(r"\n    \| weeks: 9\n    \| \^{5}\n    Keep one of the two", shown)
    assert "Checked 2 files: " in shown


def test_check_speaks_json_to_other_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json", str(BROKEN / "twin_key.yaml")]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["files"], told["errors"]) == (1, 1)
    first = next(each for each in told["findings"] if each["severity"] == "error")
    assert (first["line"], first["column"], first["code"]) == (6, 1, "OP110")
    assert first["source"] == "weeks: 9"
    assert first["file"].endswith("twin_key.yaml")
    assert first["message"]
    assert first["remedy"]


def test_warnings_count_when_they_are_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    wordy = str(BROKEN / "wordy_choice.yaml")
    assert main(["check", wordy]) == 0
    assert main(["check", "--strict", wordy]) == 1
    shown = capsys.readouterr().out
    assert re.search(r"wordy_choice\.yaml:\d+:\d+: warning OP402 ", shown)
    assert re.search(r"^Checked one file: \d+ warnings\.", shown, re.M)


def test_a_marker_stands_under_the_place_even_in_a_long_line() -> None:
    line = "      absorb: {text: " + "long " * 40 + "needs: told}"
    shown, marker = marked(line, line.index("told") + 1)
    assert shown[marker.index("^") : marker.index("^") + 4] == "told"
    assert len(shown) <= 110
    assert marked("\ttitle: x", 2) == ["    | title: x", "    | ^^^^^"]
    assert marked("", 3) == ["    | ", "    | ^"]


def test_explain_prints_the_page_of_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "op502"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("OP502  A choice that can never be chosen.\n")
    assert "\nNot like this:\n\n    events:\n" in shown
    assert "\nBut like this:\n" in shown
    assert refused(capsys, "explain", "OP599").startswith("There is no finding OP599.")


def test_check_is_content_with_the_shipped_scenarios(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "scenarios")]) == 0
    assert re.search(r"^Checked 6 files: (no mistakes|9 warnings)\.", capsys.readouterr().out, re.M)


def test_an_empty_folder_cannot_be_checked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "There is no scenario (a .yaml file) in" in refused(capsys, "check", str(tmp_path))


def test_ones_own_scenarios_are_listed_and_broken_ones_are_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "scenarios"
    own.mkdir()
    (own / "mine.yaml").write_text((ROOT / "scenarios" / "first_monday.yaml").read_text("utf-8"), "utf-8")
    (own / "spoiled.yaml").write_text("title: [", "utf-8")
    assert main(["list", "--data-dir", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"^mine +Your first Monday", shown, re.M)
    assert re.search(r"^spoiled .*cannot be played", shown, re.M)
    assert "Did you mean mine?" in refused(capsys, "play", "mien", "--text", "--data-dir", str(tmp_path))


def test_results_are_empty_at_first(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--data-dir", str(tmp_path / "new"), "results"]) == 0
    assert "No play has come to its end yet." in capsys.readouterr().out
    assert main(["results", "--csv", "--data-dir", str(tmp_path / "new")]) == 0
    assert capsys.readouterr().out.startswith('"scenario","title","seat","score"')
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("arguments", [(), ("play", "scope_creep")])
def test_without_a_screen_or_a_terminal_it_says_what_can_be_done(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    name = arguments[1] if arguments else "first_monday"
    assert "No screen was found to open a window on." in done.stderr
    assert f"`overpromise play {name} --text`" in done.stderr
    assert f"`overpromise play {name} --text --bot balanced`" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for X11")
def test_a_screen_that_is_not_there_counts_as_none() -> None:
    done = run("play", "scope_creep", SDL_VIDEODRIVER="x11", DISPLAY=":987")
    assert done.returncode == 2
    assert "`overpromise play scope_creep --text`" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs /dev/full")
def test_a_full_disk_behind_the_output_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "game", "check", str(ROOT / "scenarios" / "first_monday.yaml")],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr == "This could not be done: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX pipes")
def test_a_reader_that_goes_away_is_no_mistake(tmp_path: Path) -> None:
    here, there = os.pipe()
    os.close(here)
    done = subprocess.run(
        [sys.executable, "-m", "game", "list", "--data-dir", str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=there,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(there)
    assert (done.returncode, done.stderr) == (0, "")
