"""The week's moves: the slots, and the dialog in which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.laws.client import SILENT_FROM
from game.engine.legality import excludes
from game.engine.state import Move
from game.engine.view import View
from game.insight.words.figures import capital, small
from game.insight.words.hints import hint
from game.insight.words.moves import PUT_OFF, MoveGroup, MoveWords, move_groups, move_words
from game.window.kit import (
    AsTallAs,
    Button,
    Card,
    CardButton,
    Column,
    Divider,
    Fixed,
    Flex,
    Icon,
    IconTile,
    Keycap,
    Modal,
    Part,
    Row,
    Spacer,
    Tallest,
    Text,
    Widget,
    key_label,
    semibold,
)
from game.window.panels.messages import Close, OpenPicker, Pick, Unfold

CHOOSE = "Choose a move"


def moves_panel(
    view: View,
    laid: Sequence[Move | None],
    put_off: Sequence[Move],
    week_slots: int,
    key: str,
    primary: Button,
    ready: bool,
) -> Widget:
    """The slots with what is `laid` in them, what was `put_off` by an answer beside them, and the one primary button
    of the week. `ready`: all is answered, so that one goes on here, with the first empty slot."""
    slots = len(laid)
    pressed = laid.index(None) if None in laid else 0  # the slot the key opens: the first empty one
    shown = [
        _slot(view, index, move, slots > 2, key if index == pressed else "")
        if move is not None
        else _empty(index, key if index == pressed else "", begins=ready and index == pressed)
        for index, move in enumerate(laid)
    ]
    shown += [_put_off(view, move) for move in put_off]
    taken = week_slots - slots
    title = f"Your {small(slots)} {'move' if slots == 1 else 'moves'}" if slots else "No move left"
    below: Widget = Row([Text("this week", 14, "r", "ink2"), Keycap(key_label(key))], gap=8) if slots else Spacer()
    if taken:
        below = Text(f"{capital(small(taken))} {'is' if taken == 1 else 'are'} in your answer", 13, "r", "ink2")
    words = Column([Text(title, 16, "s", leading=1.25), below], gap=2)
    least = 160 if len(shown) > 2 else 220
    row = Row([Flex(slot, least=least) for slot in shown], gap=10, align="stretch") if shown else Spacer()
    return Card(
        Row([Fixed(words, 132), Flex(row, least=460), Fixed(primary, 184 if slots > 2 else 216)], gap=10, line_gap=8),
        16,
        6,
    )


def _empty(index: int, key: str, begins: bool) -> Widget:
    row = Row(
        [IconTile("plus", 18, "ink2"), Flex(Text(CHOOSE, 15, "r", "ink2"), least=80), Icon("chevron-down")], gap=12
    )
    return CardButton(
        row,
        OpenPicker(index),
        id=f"move/{index}",
        label=CHOOSE,
        hotkey=key,
        autofocus=begins,
        follows="event",
        style="sunk",
        x=10,
        y=6,
    )


def _slot(view: View, index: int, move: Move, narrow: bool, key: str) -> Widget:
    """A move that was picked: no warning of what it mends is left."""
    words = move_words(view, move)
    mark: Widget = Icon(words.icon, 18, "ink") if narrow else IconTile(words.icon, 18, "ink")
    row = Row([mark, Flex(_verb(words), least=90), Icon("chevron-down")], gap=8 if narrow else 12)
    label = f"Move {index + 1}: {words.label}"
    return CardButton(
        row,
        OpenPicker(index),
        id=f"move/{index}",
        label=label,
        help=f"{words.label}. {words.does}" if narrow else words.does,  # which may be too long for its two lines
        hotkey=key,
        style="sunk",
        x=10,
        y=5 if narrow else 6,
    )


def _put_off(view: View, move: Move) -> Widget:
    """A move that is back in its slot once no answer takes it."""
    label = move_words(view, move).label
    return Row([Icon("clock", 16), Flex(Text([Part(f"{PUT_OFF} "), semibold(label)], 13, "r", "ink2", leading=1.25))])


def _verb(words: MoveWords) -> Widget:
    return Text([Part(f"{words.verb} ", colour="ink2"), semibold(words.target)], leading=1.25, most=2)


def _hint(neglect: str) -> Widget | None:
    if not neglect:
        return None
    return Row([Icon("hourglass", 13, "warn"), Flex(Text(neglect, 13, "s", "warn", leading=1.25))], gap=6)


# ---- choosing one ----------------------------------------------------------------------------------------------------


def picker(view: View, legal: Sequence[Move], laid: Sequence[Move | None], slot: int, group: str) -> Modal:
    """The dialog: responsibilities on the left, what each lets you do on the right."""
    current, moves = laid[slot], [move for move in laid if move is not None]
    groups = move_groups(view, tuple(legal), moves)
    shown = next((g for g in groups if g.name == group), None) or _group_with(groups, current)
    empty = Button("Leave it empty", Pick(None), id="picker/empty", kind="quiet", icon="eraser") if current else None
    close = Button("Close", Close(), id="picker/close", kind="icon", icon="x")
    head = Row([Flex(Text(f"Move {slot + 1} of this week", 22, "b"), least=200), empty, close], gap=8)
    left = Column([_heading(g, g is shown) for g in groups], gap=2)
    pages = [_options(g, current, moves) for g in groups]
    right: Widget = Text("Nothing can be done just now.")
    if shown:
        right = AsTallAs(_options(shown, current, moves), Tallest(pages))
    body = Row([Fixed(left, 236), Flex(right, least=360)], gap=24, align="start")
    said = hint(view, tuple(legal), view.seat)
    advice = Row([Icon("lightbulb", 16), Flex(Text(said, 14, "r", "ink2"))], gap=8) if said else None
    return Modal(Column([advice, body], gap=14), Close(), id="picker", width=900, head=head)


def first_group(view: View, legal: Sequence[Move], laid: Sequence[Move | None], slot: int) -> str:
    """The responsibility that is open when the dialog opens: that of the move in the slot, else a neglected one."""
    moves = [move for move in laid if move is not None]
    shown = _group_with(move_groups(view, tuple(legal), moves), laid[slot])
    return shown.name if shown else ""


def _group_with(groups: Sequence[MoveGroup], current: Move | None) -> MoveGroup | None:
    for group in groups:
        if any(words.move == current for words in group.moves):
            return group
    possible = [group for group in groups if group.moves]
    return next((group for group in possible if group.neglect), possible[0] if possible else None)


def _heading(group: MoveGroup, chosen: bool) -> Widget:
    lines = Column([Text(group.title, 15, "s", leading=1.25), _hint(group.neglect)], gap=1)
    mark = "chevron-right" if group.moves else "lock"
    row = Row([Flex(lines, least=120), Icon(mark, 16, "ink" if chosen else "ink2")], gap=8)
    label = " ".join(filter(None, (f"{group.title}.", group.neglect, *([] if group.moves else group.closed))))
    style = "soft" if chosen else "flat"
    return CardButton(row, Unfold(group.name), id=f"picker/{group.name}", label=label, style=style, x=12, y=7, corner=8)


def _options(group: MoveGroup, current: Move | None, moves: Sequence[Move]) -> Widget:
    """What a responsibility lets you do, with everybody or everything it could be done to."""
    verbs: dict[str, list[MoveWords]] = {}
    for words in group.moves:
        verbs.setdefault(words.verb, []).append(words)
    rows: list[Widget] = []
    first = _first(group, current, moves)
    for number, (verb, found) in enumerate(verbs.items()):
        rows += [Divider(2)] if number else []
        rows += _verb_rows(verb, found, current, moves, first)
    rows += _legend(group)
    rows += [Divider(2)] if rows and group.closed else []
    rows += [Row([Icon("lock", 14), Flex(Text(reason, 14, "r", "ink2"))], gap=6) for reason in group.closed]
    return Column(rows, gap=8)


def _first(group: MoveGroup, current: Move | None, moves: Sequence[Move]) -> Move | None:
    """Where the focus begins: on the move in the slot, else on the first that can be picked."""
    found = [words.move for words in group.moves]
    return current if current in found else next((move for move in found if move not in moves), None)


def _verb_rows(
    verb: str, found: Sequence[MoveWords], current: Move | None, moves: Sequence[Move], first: Move | None
) -> list[Widget]:
    """One thing to do: said once where it is the same for everybody, else beside each."""
    bundles: dict[str, list[MoveWords]] = {}
    for words in found:
        bundles.setdefault(words.does, []).append(words)
    same = next(iter(bundles)) if len(bundles) == 1 else ""
    head = Column([Text(verb, 16, "s", leading=1.25), Text(same, 14, "r", "ink2") if same else None], gap=1)
    rows: list[Widget] = [Row([IconTile(found[0].icon, 18, "ink"), Flex(head, least=200)], gap=12)]
    for does, bundle in bundles.items():
        buttons: list[Widget] = [_target(words, current, moves, first) for words in bundle]
        if same:
            rows.append(Row(buttons, gap=8))
        elif len(bundle) == 1:
            rows.append(Row([*buttons, Flex(Text(does, 14, "r", "ink2"), least=180)], gap=12))
        else:
            rows += [Text(does, 14, "r", "ink2"), Row(buttons, gap=8)]
    return rows


def _target(words: MoveWords, current: Move | None, moves: Sequence[Move], first: Move | None) -> Widget:
    here = words.move == current
    elsewhere = [other for other in moves if other != current and excludes(words.move, other)]
    icon = "check" if here or words.move in moves else _marked(words)
    move = words.move
    return Button(
        capital(words.target) or words.verb,
        Close() if here else Pick(move),
        id=f"pick/{move.kind}/{move.target}/{move.option}",
        help=words.neglect,
        icon=icon,
        compact=True,
        chosen=here,
        enabled=not elsewhere,
        autofocus=move == first,
    )


def _marked(words: MoveWords) -> str:
    """The mark on a button; "" for none."""
    return _MARKS.get(words.move.kind, "") if words.neglect else ""


def _legend(group: MoveGroup) -> list[Widget]:
    """What the marks on the buttons mean, where there are any."""
    shown = {_marked(words) for words in group.moves}
    told = [(icon, text) for icon, text in _LEGEND.items() if icon in shown]
    return [Row([Icon(icon, 13), Flex(Text(text, 13, "r", "ink2"))], gap=6) for icon, text in told]


_LEGEND = {
    "hourglass": f"No time given to them for {small(SILENT_FROM)} weeks or more",
    "search-check": "Looked into before, or known to you",
}
_MARKS = dict.fromkeys(("call", "visit", "talk", "warn", "repair"), "hourglass") | {"look_into": "search-check"}
