"""Plays and records without end, printing every write once the store has acknowledged it. Killed by test_kill.py."""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import count
from pathlib import Path

ROOT, PATH = sys.argv[1:]
sys.path.insert(0, ROOT)

from game.engine.state import Answer, Decisions, Move, SeatDecisions  # noqa: E402
from game.records.codec import dump_decisions, dump_path  # noqa: E402
from game.records.opening import open_store  # noqa: E402
from game.records.rows import Draft, Play  # noqa: E402

DAY = "2026-11-23T15:02:12+00:00"


def say(*words: object) -> None:
    print(*words, flush=True)


def play_once(number: int) -> None:
    """One play of ten weeks: two drafts, a changed draft, then the week."""
    play = store.begin(Play("", "more", "More", "", "0.1.0", number, "pm", "normal", DAY), "more.yaml", "text" * 500)
    for week in range(1, 11):
        for mark, event in enumerate(("one", "two", "one")):
            body = dump_path(("choice", str(mark)))
            play = store.keep_draft(play, Draft(play.id, week, "pm", event, body), (), DAY)
            say("draft", play.id, week, event, mark)
        answers = (Answer("one", ("c",)), Answer("two", ("b",)))
        decisions = dump_decisions(Decisions(pm=SeatDecisions(answers, (Move("talk", "leo"),))))
        play = store.append(play, decisions, f"{number}-{week}", DAY)
        say("week", play.id, week, "-", f"{number}-{week}")


store = open_store(Path(PATH), datetime(2026, 11, 23)).store
for number in count():
    play_once(number)
