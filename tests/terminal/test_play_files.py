"""`export` and `verify` at the prompt: which play is meant, where the file goes, and what is said of one."""

from __future__ import annotations

import errno
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.records.desk import Desk
from game.records.files import write_new_file
from game.records.opening import open_store
from game.records.playfile import read, written
from game.terminal.which_play import pick
from tests.records.played import NOW, play_file, play_week, played
from tests.terminal.conftest import Typed


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def kept(tmp_path: Path, mode: str = "am", weeks: int = 99) -> Desk:
    """A play in the player's own store."""
    (tmp_path / "home").mkdir(exist_ok=True)
    return played(open_store(tmp_path / "home" / "plays.db", NOW).store, mode, weeks)


def refused(capsys: pytest.CaptureFixture[str], typed: Typed, *arguments: str) -> str:
    assert typed(*arguments, code=2) == ""
    return " ".join(capsys.readouterr().err.split())


# ---- which play ------------------------------------------------------------------------------------------------------


def test_no_play_is_said(typed: Typed, capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert refused(capsys, typed, "export", "first_monday") == (
        "No play is stored here yet. `overpromise play first_monday` takes ten minutes."
    )


def test_a_play_is_found_by_its_id_its_scenario_or_its_title(tmp_path: Path) -> None:
    record = kept(tmp_path).record
    other = replace(record, id="00000000-1111", scenario="scope_creep", title="Just one more thing")
    for name in (record.id, record.id[:4].upper(), "first_monday", "your first monday "):
        assert pick([other, record], name) is record


def test_several_plays_are_listed(typed: Typed, capsys: pytest.CaptureFixture[str], tmp_path: Path, here: Path) -> None:
    first = kept(tmp_path)
    second = first.step_back(2)
    said = refused(capsys, typed, "export", "first_monday")
    assert said.startswith("There are 2 plays of “Your first Monday”. Name one by its id below.")
    assert f"{first.record.id[:8]} Your first Monday, account manager, ended with " in said
    assert f"{second.record.id[:8]} Your first Monday, account manager, in week 2, a branch, begun 2026-11-23" in said
    assert "No play has “nobody” as its id or scenario." in refused(capsys, typed, "export", "nobody")
    assert list(here.iterdir()) == []


# ---- where to --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["am", "pm", "both", "two"])
def test_a_play_goes_out_and_verifies(typed: Typed, tmp_path: Path, here: Path, mode: str) -> None:
    desk = kept(tmp_path, mode)
    name = f"first_monday-{mode}-2026-11-23-{desk.record.id[:8]}.opplay"
    assert typed("export", "first_monday") == f"Written: {name}\n"
    assert [path.name for path in here.iterdir()] == [name]
    shown = typed("verify", name)
    assert shown.startswith(
        f"\n{name}, verified:\nScenario: “Your first Monday”, word for word as it comes with the game.\n"
    )
    assert ("Nora Beck, account manager" in shown) == (mode != "both")
    assert ("Colleague: " in shown) == (mode in ("am", "pm"))
    assert "Score of 100: " in shown
    assert "It cannot show who decided" in shown


def test_nothing_is_overwritten(typed: Typed, capsys: pytest.CaptureFixture[str], tmp_path: Path, here: Path) -> None:
    kept(tmp_path, weeks=1)
    (here / "mine.opplay").write_text("mine")
    (here / "led.opplay").symlink_to("nowhere")
    assert refused(capsys, typed, "export", "first_monday", "mine.opplay") == (
        "There is a file mine.opplay already; nothing was written. Give another name after it."
    )
    assert "led.opplay already" in refused(capsys, typed, "export", "first_monday", "led.opplay")
    assert (here / "mine.opplay").read_text() == "mine"
    assert len(list(here.iterdir())) == 2


def test_a_folder_takes_the_file_under_its_own_name(typed: Typed, tmp_path: Path, here: Path) -> None:
    kept(tmp_path, weeks=1)
    (here / "hand_in").mkdir()
    assert typed("export", "first_monday", "hand_in").startswith("Written: hand_in")
    assert len(list((here / "hand_in").glob("*.opplay"))) == 1


@pytest.mark.parametrize(
    ("code", "why"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the folder or file can only be read, not written")],
)
def test_a_disk_that_takes_nothing_is_said_and_nothing_stays(
    typed: Typed,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    why: str,
) -> None:
    kept(tmp_path, weeks=1)

    def fail(*_arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", fail)
    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr("game.records.opening._copy", lambda *_: None)
    assert refused(capsys, typed, "export", "first_monday", "x.opplay") == f"x.opplay was not written, because {why}."
    assert list(here.iterdir()) == []
    assert "because there is no such file or folder." in refused(capsys, typed, "export", "first_monday", "no/x.opplay")
    assert "because this cannot be a file’s name." in refused(capsys, typed, "export", "first_monday", "x\0")


@pytest.mark.skipif(sys.platform == "win32", reason="needs RLIMIT_FSIZE")
def test_a_real_write_error_leaves_nothing(here: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_new_file(here / "x.opplay", play_file("am"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(here.iterdir()) == []


def test_a_file_system_without_links_is_written_to(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", no_links)
    write_new_file(here / "x", b"one")
    with pytest.raises(FileExistsError):
        write_new_file(here / "x", b"two")
    assert [(path.name, path.read_bytes()) for path in here.iterdir()] == [("x", b"one")]


# ---- what is said of a file ------------------------------------------------------------------------------------------


def test_a_branch_says_so(typed: Typed, tmp_path: Path, here: Path) -> None:
    branch = kept(tmp_path, "pm").step_back(3)
    play_week(branch, luck=4)
    typed("export", branch.record.id, "x")
    shown = " ".join(typed("verify", "x").split())
    assert "A branch: it stepped back to the opening of week 3 of another play; the result on record stays" in shown


def test_an_unfinished_play_says_how_far_it_is(typed: Typed, tmp_path: Path, here: Path) -> None:
    kept(tmp_path, "both", 1)
    typed("export", "first_monday", "x")
    assert "So far: 1 of 3 weeks, and no ending yet." in typed("verify", "x")


def test_the_worst_of_several_files_is_the_exit_code(
    typed: Typed, capsys: pytest.CaptureFixture[str], here: Path
) -> None:
    raw = play_file("am")
    (here / "good").write_bytes(raw)
    (here / "bad").write_bytes(raw.replace(b"title: Your", b"title: My"))
    (here / "other").write_bytes(b"GIF89a")
    shown = typed("verify", "good", "bad", "other", code=1)
    assert "good, verified:" in shown
    assert "bad, damaged or edited:\n  The scenario’s text is not as it was written.\n" in shown
    assert "other, not a play file:\n  It is not a play file of this game.\n" in shown
    assert "good, verified:" in typed("verify", "bad", "nowhere", "good", ".", code=2)
    told = capsys.readouterr().err
    assert "nowhere could not be read, because there is no such file or folder.\n" in told
    assert ". could not be read, because it is a folder.\n" in told


def test_another_version_is_named(typed: Typed, here: Path) -> None:
    file = read(play_file("am")).file
    assert file is not None
    old = replace(file, record=replace(file.record, engine="0.0.9"))
    (here / "same").write_bytes(written(old))
    (here / "apart").write_bytes(written(replace(old, digests=("0" * 16, *file.digests[1:]))))
    assert "Version: played with 0.0.9, and the same with 0.1.0." in typed("verify", "same")
    shown = " ".join(typed("verify", "apart", code=1).split())
    assert "apart, comes out otherwise: Week 1 is the first that comes out otherwise than the file says." in shown
    assert "It was played with version 0.0.9 of the game, and this is 0.1.0. That alone may be why" in shown


def test_a_story_of_ones_own_is_told_from_the_games(typed: Typed, here: Path) -> None:
    file = read(play_file("am")).file
    assert file is not None
    for name, scenario, text in (
        ("mended", "first_monday", file.text.replace("a kettle", "two kettles")),
        ("mine", "mine", file.text),
    ):
        (here / name).write_bytes(written(replace(file, record=replace(file.record, scenario=scenario), text=text)))
    assert "“Your first Monday”, not as it comes with this version" in typed("verify", "mended")
    assert "“Your first Monday”, which does not come with the game." in typed("verify", "mine")


def test_no_file_commands_the_terminal(typed: Typed, here: Path) -> None:
    file = read(play_file("am")).file
    assert file is not None
    hostile = replace(file, record=replace(file.record, created="\x1b]0;pwned\a", engine="\u202eevil\x9b2J"))
    (here / "x\x1b[2J").write_bytes(written(hostile))
    shown = typed("verify", "x\x1b[2J")
    assert "verified" in shown
    assert not {"\x1b", "\a", "\x9b", "\u202e"} & set(shown)
    hostile = replace(hostile, decisions=hostile.decisions[::-1], digests=("\x1b[2J",) * 3)
    (here / "y").write_bytes(written(hostile))
    assert "\x1b" not in typed("verify", "y", code=1)
