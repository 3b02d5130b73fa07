"""Work in several processes with a progress bar; what comes out does not depend on how many there are."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from types import TracebackType
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game.terminal.trouble import CannotRun

Job = TypeVar("Job")
Done = TypeVar("Done")
WORTH_IT = 100  # plays from which a second process saves more than it takes to start
MOST = 8
QUARTERS = ("", "A quarter is done.", "Half is done.", "Three quarters are done.")


class Here:
    """Does the work in this process."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_why: object) -> None:
        return None


class Workers(ProcessPoolExecutor):
    """Processes that stop at once when whoever waits for them does."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            for process in active_children():
                process.terminate()
        super().__exit__(kind, error, trace)


def pool(plays: int) -> Workers | Here:
    """Processes for so many plays, one for each core; they leave Ctrl-C to this one."""
    workers = min(os.cpu_count() or 1, MOST)
    if workers < 2 or plays < WORTH_IT:
        return Here()
    ignore = (signal.SIGINT, signal.SIG_IGN)
    return Workers(workers, get_context("spawn"), signal.signal, ignore)


def in_order(
    workers: ProcessPoolExecutor | None, work: Callable[[Job], Done], jobs: Sequence[Job]
) -> Generator[Done, None, None]:
    """The outcomes in the order of the jobs, whoever worked them out.

    Raises CannotRun where somebody ended one of the processes.
    """
    try:
        yield from map(work, jobs) if workers is None else workers.map(work, jobs)
    except BrokenProcessPool:
        raise CannotRun(
            "One of the processes that were playing was ended from outside. Run the command again."
        ) from None


def progress() -> Progress:
    """A bar on standard error, where that is a terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


@contextmanager
def counted(what: str, total: int, say: Callable[[str], None] | None) -> Iterator[Callable[[], None]]:
    """Something to call after each of so many pieces of work; it moves a bar, or tells `say` each quarter."""
    if say is None:
        with progress() as bar:
            task = bar.add_task(what, total=total)
            yield lambda: bar.advance(task)
        return
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        quarter = 4 * done // total
        if quarter > 4 * (done - 1) // total and quarter < len(QUARTERS):
            say(QUARTERS[quarter])

    yield one_more
