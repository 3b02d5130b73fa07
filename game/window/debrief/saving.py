"""A look back as files: the page to read and print, and the play to hand on. Only when asked, and told where."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.insight.review.whole import Review
from game.insight.words.debrief.judged import ReviewWords
from game.records.codec import Unreadable
from game.records.desk import Desk, Refused
from game.records.exporting import file_name, file_of
from game.records.files import write_file
from game.records.playfile import ENDING, written
from game.records.review_page import debrief_page
from game.records.trouble import reason

FOLDER: Final = "saved"  # beside the plays
PAGE: Final = ".html"


def save_page(desk: Desk, review: Review, words: ReviewWords, own_words: bool) -> Path:
    """Write the page of a seat's look back; returns where. Raises Refused where it cannot be written."""
    name = file_name(desk.record).removesuffix(ENDING)
    page = debrief_page(desk, review, words, own_words=own_words)
    return _write(desk, f"{name}-{review.seat.value}{PAGE}", page.encode("utf-8"))


def save_play(desk: Desk, own_words: bool) -> Path:
    """Write the play as a file that anybody can live again; returns where. Raises Refused or StoreTrouble."""
    try:
        raw = written(file_of(desk.store, desk.record, (desk.text.body,), with_reflections=own_words))
    except Unreadable as no:
        raise Refused(f"“{desk.scenario.title}” cannot be saved: {no}.") from None
    return _write(desk, file_name(desk.record), raw)


def _write(desk: Desk, name: str, content: bytes) -> Path:
    if desk.store.path is None:
        raise Refused("This play is kept only while the window is open, so there is no folder to save it in.")
    path = desk.store.path.parent / FOLDER / name
    try:
        path.parent.mkdir(exist_ok=True)
        write_file(path, content)
    except OSError as error:
        raise Refused(f"{path} was not written, because {reason(error)}.") from None
    return path
