"""Choosing the week's moves: a heading, then a move; or a few words of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from game.engine.model import Seat
from game.engine.state import Move
from game.insight.words.figures import small
from game.insight.words.hints import hint
from game.insight.words.moves import MoveGroup, MoveWords, move_groups, move_words
from game.records.desk import Desk, Refused
from game.terminal.blocks import Block, Heading, Note, Option, Para
from game.terminal.session import Session, number

SHORTEST = 3  # letters from which words are looked for
NONE_WORDS = ("-", "0", "none")


def moves_line(desk: Desk, seat: Seat) -> str:
    """The moves as they stand, in a sentence."""
    moves, slots = desk.moves(seat), desk.slots(seat)
    if not slots:
        return "Your answers take all of this week’s moves."
    words = "; ".join(move_words(desk.view(seat), move).label for move in moves)
    free = slots - len(moves)
    if not moves:
        return f"No move chosen: there is time for {small(free)}."
    return f"Your moves: {words}." + (f" There is time for {'one' if free == 1 else small(free)} more." if free else "")


def groups_of(desk: Desk, seat: Seat) -> tuple[MoveGroup, ...]:
    """The possible moves by responsibility, beside those that are picked."""
    return move_groups(desk.view(seat), desk.legal(seat).moves, desk.moves(seat))


def group_list(groups: Sequence[MoveGroup]) -> tuple[Block, ...]:
    """The headings by number."""
    found: list[Block] = []
    for place, group in enumerate(groups, 1):
        count = len(group.moves)
        only = f"{group.title}: {group.moves[0].label}" if count == 1 else f"{group.title} ({count or 'no'} moves)"
        notes = [Note(group.neglect, "warn")] if group.neglect else []
        found.append(Option(str(place), only, (*notes, *(Note(reason) for reason in group.closed))))
    return tuple(found)


def move_list(moves: Sequence[MoveWords]) -> tuple[Block, ...]:
    """Moves by number, with what each does."""
    return tuple(Option(str(place), each.label, _notes(each)) for place, each in enumerate(moves, 1))


def _notes(words: MoveWords) -> tuple[Note, ...]:
    does = (Note(words.does),) if words.does else ()
    return (*does, Note(words.neglect, "warn")) if words.neglect else does


class Choosing:
    """Fills the week's moves one after the other. `listen` asks and takes care of the commands that work everywhere."""

    def __init__(self, session: Session, desk: Desk, seat: Seat, listen: Callable[[str], str]) -> None:
        self.session, self.desk, self.seat = session, desk, seat
        self.listen = listen

    def run(self) -> None:
        """Go through every move there is room for; Enter keeps what stands."""
        slots = self.desk.slots(self.seat)
        self.session.paper.show(Heading("Moves", f"time for {small(slots)} this week"))
        if not slots:
            self.session.paper.show(Para("Your answers take all of this week’s moves.", indent=1))
            return
        self.session.paper.show(*group_list(groups_of(self.desk, self.seat)))
        said = hint(self.desk.view(self.seat), self.desk.legal(self.seat).moves, self.seat)
        if said:
            self.session.paper.show(Para(said, quiet=True))
        place = 0
        while place < slots:
            place += 1 if self._fill(place, slots) else 0

    def _fill(self, place: int, slots: int) -> bool:
        """Ask for one move; whether it is settled."""
        moves = list(self.desk.moves(self.seat))
        now = move_words(self.desk.view(self.seat), moves[place]).label if place < len(moves) else ""
        keeps = f"Enter keeps “{now}”, - drops it" if now else "Enter leaves it open"
        said = self.listen(f"Move {place + 1} of {slots}: a number, or a few words such as “call”. {keeps}.")
        if not said:
            return True
        if said in NONE_WORDS:
            open_already = place >= len(moves)
            del moves[place : place + 1]
            self._set(moves)
            return open_already  # else the next move has taken this place, and is asked about
        picked = self._picked(said, groups_of(self.desk, self.seat))
        if picked is None:
            return False
        if place < len(moves):
            moves[place] = picked
        else:
            moves.append(picked)
        return self._set(moves)

    def _picked(self, said: str, groups: tuple[MoveGroup, ...]) -> Move | None:
        """The move that is meant, after asking which where it may be several."""
        both = re.fullmatch(r"(\d{1,3})[. ]+(\d{1,3})", said)
        if both and 1 <= int(both[1]) <= len(groups) and 1 <= int(both[2]) <= len(groups[int(both[1]) - 1].moves):
            return groups[int(both[1]) - 1].moves[int(both[2]) - 1].move
        if 1 <= number(said) <= len(groups):
            group = groups[number(said) - 1]
            if group.moves:
                return self._one_of(group.moves)
            self.session.say(" ".join(group.closed))
            return None
        found = tuple(each for group in groups for each in group.moves if said.lower() in each.label.lower())
        if len(said) < SHORTEST or not found:
            self.session.say(f"No move is called “{said}”. Type the number of a heading above, or words of a move.")
            return None
        return found[0].move if len(found) == 1 else self._one_of(found)

    def _one_of(self, moves: tuple[MoveWords, ...]) -> Move | None:
        self.session.paper.show(*move_list(moves))
        while True:
            said = self.listen("Which of these? A number; Enter goes back.")
            if not said:
                return None
            if 1 <= number(said) <= len(moves):
                return moves[number(said) - 1].move
            self.session.say(f"Type a number from 1 to {len(moves)}.")

    def _set(self, moves: list[Move]) -> bool:
        try:
            self.session.keep(self.desk, lambda: self.desk.set_moves(self.seat, tuple(moves)))
        except Refused as no:
            self.session.say(str(no), "warn")
            return False
        self.session.say(moves_line(self.desk, self.seat))
        return True
