"""A busy screen built from the kit, close to the mock of a week.  Run it to draw pictures: `python kit_demo.py FOLDER`.

`python kit_demo.py --window` opens it, `--bench` measures a full redraw.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pygame

from game.window.kit import (
    THEMES,
    Bar,
    Button,
    Card,
    CardButton,
    Chip,
    Column,
    Custom,
    Divider,
    Emblem,
    Fixed,
    Flex,
    Grid,
    Icon,
    IconTile,
    Keycap,
    KeyCapture,
    Modal,
    NumberButton,
    Pad,
    Painter,
    Part,
    Picture,
    Popover,
    ProgressDots,
    Rect,
    Row,
    Scroll,
    Select,
    Slider,
    Spacer,
    Stack,
    Text,
    TextEntry,
    Toggle,
    Ui,
    Widget,
    app,
    semibold,
    tabs,
)

PEOPLE = (
    ("Dana Whitfield", "smile", "good", "Cheerful", "Trust", 0.38, "rel", "#7A3E65", "#EBD9E4"),
    ("Mara Lind", "smile", "good", "Breezy", "Rapport", 0.61, "rel", "#2C6E8F", "#D9E8F1"),
    ("Aisha Okafor", "battery-low", "warn", "Stretched", "Morale", 0.44, "dlv", "#2A9D8F", "#CFE9E0"),
    ("Leo Brandt", "meh", "plain", "Quiet", "Morale", 0.57, "dlv", "#49618A", "#D8E1EE"),
    ("Priya Raman", "smile", "good", "Pleased", "Morale", 0.76, "dlv", "#D2703A", "#F6E2C4"),
)
GOALS = (
    ("Live on the day we said", "warn", "triangle-alert", "At risk: checkout slips"),
    ("A margin we can mention", "warn", "triangle-alert", "Watch it: rework is creeping up"),
    ("Aisha still here in spring", "good", "circle-check", "On track, if tired"),
)
PROMISES = (
    ("Checkout, to Dana", "week 6", "warn", "triangle-alert", "Now week 8, by Friday’s estimate"),
    ("Test data, to Priya", "Monday", "good", "circle-check", "Ready; estimated today"),
)
CHOICES = (
    (
        "A",
        "Take them all on. It is only a few days.",
        (("Dana", "good", "arrow-up"), ("8 days of work", "dlv", "wrench"), ("Aisha", "bad", "arrow-down")),
        "",
    ),
    ("B", "Price the eleven as a change request.", (), "Dana’s trust would have to be 45. It is 38."),
    (
        "C",
        "Trade: her gift cards for our loyalty page.",
        (
            ("60 % she agrees", "plain", "dices"),
            ("Dana, if not", "warn", "circle-question-mark"),
            ("Takes one move", "plain", "clock"),
        ),
        "",
    ),
)
MOVES = (
    ("message-circle", "Talk with", "Leo", "No move for three weeks"),
    ("search", "Look into", "payment provider", "No move of yours so far"),
)
KPIS = (
    ("On time", "Week 11", "trending-down", "bad"),
    ("Budget", "9,000 over", "trending-down", "bad"),
    ("Utilisation", "104 %", "trending-up", "bad"),
    ("Quality", "74", "move-right", "ink2"),
    ("Risk covered", "61", "trending-up", "good"),
)
PLAN = (
    ("Design", 0, 2.5, 2.5, 2.5),
    ("Catalogue", 1.5, 5, 3.3, 5),
    ("Checkout", 2.2, 6, 2.9, 8),
    ("Load test", 6, 8, 6, 10),
    ("Go live", 8, 9, 8, 11),
)
MILESTONES = ((2, 6, 8), (4, 9, 11))
LETTER = (
    "“Lovely demo. The team and I have collected eleven tiny things. Most of them are wording, one is gift cards. "
    "Could they be in before my board looks at it? I said it would be no trouble, because with you it never is.”"
)


def face(shirt: str, ground: str) -> str:
    """A plain stand-in for a portrait."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" fill="{ground}"/>'
        f'<ellipse cx="50" cy="100" rx="38" ry="26" fill="{shirt}"/><circle cx="50" cy="48" r="24" fill="#E8B48C"/>'
        '<path d="M26 46 Q26 20 50 20 Q74 20 74 46 Q66 32 50 34 Q34 32 26 46Z" fill="#3A2A22"/>'
        '<circle cx="41" cy="48" r="3" fill="#26262E"/><circle cx="59" cy="48" r="3" fill="#26262E"/>'
        '<path d="M41 60 Q50 67 59 60" fill="none" stroke="#7A2E35" stroke-width="3" stroke-linecap="round"/></svg>'
    )


def top_bar() -> Widget:
    name = [Part("Just one more thing", "b", "", 18), Part("   Brightside Outdoor", "r", "ink2")]
    seat = CardButton(
        Row([Icon("wrench", 16, "dlv_text"), Text("Project manager", 14, "s", "dlv_text")], gap=6),
        id="seat",
        label="Project manager, your seat",
        help="You promise dates and people, and keep them.",
        style="soft",
        tone="dlv",
        x=10,
        y=4,
        corner=14,
    )
    return Card(
        Row(
            [
                Row([Emblem(50, 50, 14, ring=False), Text(name)], gap=10),
                Row([Text("Week 4 of 10", 15, "s"), ProgressDots(3, 10)], gap=16),
                Row([seat, Button("Menu", "menu", id="menu", kind="quiet", icon="menu", hotkey="m")], gap=8),
            ],
            gap=16,
            justify="between",
        ),
        16,
        4,
        radius=0,
        border="",
        lift=-1,
    )


def meter(name: str, value: str, colour: str, icon: str, tone: str) -> Widget:
    return Column([Text(name, 14, "s", colour), Row([Text(value, 26, "b", leading=1.2), Icon(icon, 16, tone)])], gap=1)


def standing() -> Widget:
    meters = [
        meter("Relationship", "64", "rel_text", "trending-up", "good"),
        meter("Delivery", "47", "dlv_text", "trending-down", "bad"),
    ]
    emblem = Emblem(64, 47, 54, icons=("handshake", "wrench"))
    body = Column(
        [
            Row([emblem, Flex(Column(meters, gap=4), least=84)], gap=20),
            Flex(Spacer()),
            Text("She likes you. The plan does not.", 14, "i", "ink2"),
        ],
        gap=8,
    )
    return CardButton(
        body, id="standing", label="Relationship 64, Delivery 47", help="Both move each week.", x=16, y=14
    )


def goals() -> Widget:
    rows = [
        Row(
            [
                Icon(icon, 20, tone),
                Flex(Column([Text(goal, leading=1.2), Text(word, 13, "s", tone, leading=1.25)], gap=2)),
            ],
            gap=12,
        )
        for goal, tone, icon, word in GOALS
    ]
    return Card(Column([Text("What Helena asked of you", 16, "s"), *rows], gap=8), 16, 15)


def promises() -> Widget:
    rows: list[Widget] = []
    for what, due, tone, icon, note in PROMISES:
        rows += [Divider(3)] if rows else []
        rows.append(Row([Flex(Text(what)), Text(due, 15, "s")]))
        rows.append(Row([Icon(icon, 14, tone), Flex(Text(note, 13, "s", tone))], gap=6))
    return Card(Column([Text("Your open promises", 16, "s"), Spacer(4), *rows], gap=2), 16, 12)


def colleague() -> Widget:
    words = Column([Text("Mara’s side, as of week 2", 14, "s"), Text("“Warm. Very warm.”", 13, "i", "ink2")], gap=1)
    row = Row([Picture(face("#2C6E8F", "#D9E8F1"), 44), Flex(words), Icon("chevron-right")], gap=8)
    return CardButton(row, "colleague", id="colleague", label="Mara’s side, as of week 2", x=16)


def people() -> Widget:
    cells = []
    for name, icon, tone, mood, bar, share, side, shirt, ground in PEOPLE:
        ink = "ink2" if tone == "plain" else tone
        words = Column(
            [
                Text(name, 15, "s", leading=1.2),
                Row([Icon(icon, 14, ink), Flex(Text(mood, 13, "s", ink, leading=1.3))], gap=6),
                Row([Text(bar, 13, "r", "ink2", leading=1.3), Flex(Bar(share, side), least=40)], gap=8),
            ],
            gap=1,
        )
        cells.append(Pad(Row([Picture(face(shirt, ground), 48), Flex(words, least=100)], gap=12), 6, 0))
    return Card(Grid(cells, 5, least=180, gap=8, divided=True), 8, 8)


def event() -> Widget:
    head = Column(
        [
            Text("Eleven tiny things", 22, "b"),
            Text("Dana Whitfield, Head of E-commerce", 14, "s"),
            Text("By e-mail, Friday, as people were leaving", 14, "r", "ink2"),
        ],
        gap=1,
    )
    note = Row([Icon("eye", 15), Flex(Text("Mara was copied in. She replied with a thumbs-up.", 13, "r", "ink2"))])
    return Card(
        Column(
            [
                Row([Picture(face("#7A3E65", "#EBD9E4"), 72, 16), Flex(head, least=200)], gap=16),
                Text(LETTER, 17),
                Flex(Spacer()),
                Divider(),
                note,
            ],
            gap=6,
        ),
        16,
        11,
    )


def choice(letter: str, text: str, chips: tuple[tuple[str, str, str], ...], lock: str) -> Widget:
    shown = Row([Chip(*chip) for chip in chips], line_gap=4)
    locked = Row([Icon("lock", 14), Flex(Text(lock, 14, "r", "ink2"))], gap=6)
    words = Column([Text(text, 16, "s", "ink2" if lock else "ink", leading=1.25), locked if lock else shown], gap=4)
    return CardButton(
        Row([Keycap(letter), Flex(words, least=200)], gap=14, align="start"),
        ("choose", letter),
        id=f"choice/{letter}",
        label=f"{letter}. {text}",
        hotkey=letter.lower(),
        state="locked" if lock else "open",
        autofocus=letter == "C",
        y=11,
    )


def move(icon: str, verb: str, target: str, hint: str) -> Widget:
    words = Column(
        [
            Text([Part(f"{verb}  ", colour="ink2"), semibold(target)], leading=1.25),
            Row([Icon("hourglass", 13, "warn"), Flex(Text(hint, 13, "s", "warn", leading=1.25))], gap=6),
        ],
        gap=2,
    )
    row = Row([IconTile(icon, 18, "ink"), Flex(words, least=120), Icon("chevron-down")], gap=12)
    return CardButton(row, ("move", target), id=f"move/{target}", label=f"{verb} {target}", style="sunk", x=10, y=9)


def moves() -> Widget:
    words = Column([Text("Your two moves", 16, "s", leading=1.25), Text("this week", 14, "r", "ink2")], gap=0)
    chosen = [Flex(move(*m), least=220) for m in MOVES]
    button = Fixed(Button("Answer Dana first", id="start", enabled=False), 184)
    return Card(Row([Pad(words, 0, 0), *chosen, button], gap=12), 16, 7)


def kpis() -> Widget:
    cells = [
        CardButton(
            Column(
                [
                    Text(label, 13, "r", "ink2", leading=1.2),
                    Row([Text(value, 17, "s", leading=1.2), Icon(icon, 15, ink)]),
                ],
                gap=1,
            ),
            ("open", label),
            id=f"kpi/{label}",
            label=f"{label}: {value}",
            help="What it means, and what moved it.",
            style="flat",
            x=8,
            y=3,
            corner=8,
        )
        for label, value, icon, ink in KPIS
    ]
    return Pad(Grid(cells, 5, least=140, gap=8, divided=True), 8, 6)


def plan(p: Painter, rect: Rect) -> None:
    row, head = p.t(20), p.t(36)
    left = rect.x + p.t(104)
    wide = rect.right - left - 8
    bottom = rect.y + head + row * len(PLAN)

    def x_of(week: float) -> float:
        return left + wide * week / 12

    p.mid(rect.x, rect.y + head / 2 + 2, "The plan", 16, "s")
    for week in range(13):
        p.vline(x_of(week), rect.y + head, bottom - rect.y - head)
    for week in (1, 2, 3, 5, 6, 7, 8, 10, 11, 12):
        p.mid((x_of(week - 1) + x_of(week)) / 2, rect.y + head / 2 + 2, str(week), 13, "r", "ink2", "c")
    for i, (name, start, planned, done, expected) in enumerate(PLAN):
        cy, tall = rect.y + head + row * (i + 0.5), p.t(11)
        p.mid(rect.x, cy, name, 14, "r", "ink2" if done >= planned else "ink")
        if done >= planned:
            p.icon(left - p.t(20), cy, "check", 15, "good")
        if expected > planned:
            p.hline(x_of(planned), cy + tall / 2 + 2, x_of(expected) - x_of(planned), "bad", 3)
        p.rounded(Rect(x_of(start), cy - tall / 2, x_of(planned) - x_of(start), tall), 4, "dlv_soft", "dlv")
        if done > start:
            p.rounded(Rect(x_of(start), cy - tall / 2, x_of(done) - x_of(start), tall), 4, "dlv", "dlv")
    p.dashed(x_of(9), rect.y + head - 4, bottom - rect.y - head + 6)
    p.vline(x_of(3.4), rect.y + head - 4, bottom - rect.y - head + 6, "action", 2)
    for i, promised, expected in MILESTONES:
        cy = rect.y + head + row * (i + 0.5)
        p.diamond(x_of(promised), cy, 8, hollow=True)
        p.diamond(x_of(expected), cy, 8)
    for week, label, fill, ink in ((3.4, "Now", "action", "on_action"), (9, "Due", "card", "ink")):
        width, tall = p.width(label, 13, "s") + p.t(16), p.t(21)
        tag = Rect(x_of(week) - width / 2, rect.y + head / 2 + 2 - tall / 2, width, tall)
        p.rounded(tag, tall / 2, fill, "" if label == "Now" else "ink2")
        p.mid(tag.cx, tag.cy, label, 13, "s", ink, "c")


def key_of_plan() -> Widget:
    def swatch(kind: str) -> Custom:
        def draw(p: Painter, rect: Rect) -> None:
            box = Rect(rect.x, rect.cy - 5.5, 20, 11)
            if kind == "slips":
                p.hline(box.x, box.cy, box.w, "bad", 3)
            elif kind in ("promised", "expected"):
                p.diamond(rect.x + 12, rect.cy, 7, hollow=kind == "promised")
            else:
                p.rounded(box, 4, "dlv" if kind == "done" else "dlv_soft", "dlv")

        return Custom(draw, 14, 20)

    names = (
        ("done", "done"),
        ("planned", "planned"),
        ("slips", "slips, on this pace"),
        ("promised", "milestone promised"),
        ("expected", "milestone expected"),
    )
    return Row([Row([swatch(kind), Text(name, 13, "r", "ink2")], gap=6) for kind, name in names], gap=24, line_gap=4)


def lower() -> Widget:
    drawn = Custom(plan, lambda p, width: p.t(136))
    return Card(
        Column(
            [kpis(), Divider(), Pad(Column([drawn, Flex(Spacer()), key_of_plan()], gap=3), 16, 1), Spacer(4)], gap=0
        ),
        0,
        0,
    )


class Demo:
    """The screen; it remembers what was pressed."""

    def __init__(self) -> None:
        self.messages: list[object] = []

    def view(self, ui: Ui) -> Widget:
        left = Column([standing(), goals(), promises(), Flex(colleague())], gap=16)
        choices = Column([Flex(choice(*c)) for c in CHOICES])
        middle = Row([Flex(event(), 456, 400), Flex(choices, 504, 400)], gap=16, align="stretch")
        main = Column([people(), middle, moves(), Flex(lower())], gap=16)
        body = Row([Fixed(left, 256), Flex(main, least=640)], gap=16, align="stretch")
        return Column([top_bar(), Divider(), Flex(Scroll(Pad(body, 16)))], gap=0)

    def on_message(self, message: object) -> app.Answer:
        self.messages.append(message)
        return None

    def on_tick(self, now_ms: int) -> bool:
        return False


class Gallery:
    """One of every control; `above` is "", "dialog", "popover" or "list"."""

    def __init__(self, above: str = "") -> None:
        self.above = above
        self.volume, self.motion, self.name, self.tab = 60.0, True, "Sam", "sound"

    def settings(self) -> Widget:
        names = (("sound", "Sound"), ("look", "Look"), ("keys", "Keys"))
        themes = (("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))
        return Card(
            Column(
                [
                    Text("Settings", 22, "b"),
                    tabs("tab", names, self.tab, lambda key: ("tab", key)),
                    Toggle("Reduce motion", self.motion, lambda to: ("motion", to), id="motion"),
                    Toggle("Say aloud what has the focus", not self.motion, lambda to: ("say", to), id="say"),
                    Slider("Volume", self.volume, lambda to: ("volume", to), id="volume", show=lambda v: f"{v:.0f} %"),
                    Select("Colours", themes, "light", lambda key: ("theme", key), id="theme"),
                    TextEntry("Your name", self.name, id="name", on_change=lambda text: ("name", text)),
                    TextEntry("A note to yourself", "", id="note", hint="Only you will see it"),
                    KeyCapture("Open the ledger", pygame.K_l, lambda code: ("key", code), id="key"),
                ],
                gap=14,
            ),
            24,
        )

    def buttons(self) -> Widget:
        kinds = (
            Button("Start the week", "start", id="primary", kind="primary", after="arrow-right"),
            Button("The full ledger", "ledger", id="secondary", hotkey="l", show_key=True),
            Button("Skip", "skip", id="quiet", kind="quiet", icon="undo-2"),
            Button("Delete this play", "delete", id="danger", kind="danger"),
            Button("Answer Dana first", id="wait", enabled=False),
            Button("Close", "close", id="close", kind="icon", icon="x"),
        )
        numbers = (
            NumberButton("Trust", "−6.0", "trust", id="trust", tone="bad", icon="arrow-down"),
            NumberButton("Morale", "+3.0", "morale", id="morale", tone="good", icon="arrow-up"),
            NumberButton("Go-live", "+5 days", "live", id="live", tone="bad", icon="arrow-right"),
        )
        states = [
            CardButton(Text(f"A choice that is {state}", 16, "s"), state, id=state, label=state, state=state)
            for state in ("open", "taken", "left", "locked")
        ]
        return Card(Column([Text("Buttons", 22, "b"), Row(kinds, gap=12), Row(numbers, gap=12), *states], gap=14), 24)

    def view(self, ui: Ui) -> Widget:
        body = Row([Flex(self.settings(), least=400), Flex(self.buttons(), least=400)], gap=16, align="start")
        sure = Column(
            [
                Text("Give up this play?", 22, "b"),
                Text("Your four answered weeks stay in the list of plays. You can go on with them whenever you like."),
                Row([Button("Keep playing", "keep", id="keep", kind="primary"), Button("Give up", "give up", id="up")]),
            ],
            gap=16,
        )
        ledger = Column(
            [
                Text("Dana’s trust", 18, "b"),
                Text("38 last week, 32 now", 14, "r", "ink2"),
                Divider(8),
                Row([Flex(Text("From week 2: “week 6”, now week 8", 14, "s")), Text("−5.5", 16, "s", "bad")]),
                Row([Flex(Text("Eleven changes taken on", 14, "s")), Text("+4.0", 16, "s", "good")]),
                Button("What would have helped", "helped", id="helped", kind="quiet", after="arrow-right"),
            ]
        )
        above = {
            "dialog": Modal(sure, "closed", id="dialog"),
            "popover": Popover(ledger, "closed", id="popover", anchor="trust", width=400),
        }
        return Stack(Column([Flex(Scroll(Pad(body, 16)))]), [above.get(self.above)])

    def on_message(self, message: object) -> app.Answer:
        return None

    def on_tick(self, now_ms: int) -> bool:
        return False


def gallery(folder: Path) -> None:
    for above in ("", "dialog", "popover", "list", "tip"):
        for theme, text_scale in ((THEMES[0], 1.0), (THEMES[1], 1.0), (THEMES[2], 1.0), (THEMES[0], 2.0)):
            surface = pygame.Surface((1280, 720))
            session = app.Session(Gallery(above), Ui(surface), app.Appearance(theme, 1.0, text_scale))
            if above == "list":
                session.press("theme")
            elif above == "tip":
                session.ui.set_focus("close")
                session.ui.command("help")
            session.ui.draw()
            name = f"gallery_{above or 'plain'}_{theme.name.replace(' ', '_')}_{text_scale:.0f}.png"
            pygame.image.save(surface, folder / name)


def pictures(folder: Path) -> None:
    for theme in THEMES:
        for size in ((1280, 720), (1920, 1080)):
            for text_scale in (1.0, 2.0):
                name = f"demo_{theme.name.replace(' ', '_')}_{size[1]}_{text_scale:.0f}.png"
                pygame.image.save(app.render_to_surface(Demo(), size, None, text_scale, theme), folder / name)


def bench(size: tuple[int, int] = (1920, 1080), frames: int = 300) -> None:
    ui = Ui(pygame.Surface(size))
    session = app.Session(Demo(), ui, app.ORDINARY)
    for what in ("redraw", "rebuild and redraw"):
        taken = []
        for _ in range(frames):
            started = time.perf_counter()
            if what != "redraw":
                session.answer(None)
            ui.draw()
            taken.append((time.perf_counter() - started) * 1000)
        taken = sorted(taken[10:])
        print(f"{what}: median {taken[len(taken) // 2]:.2f} ms, p99 {taken[int(len(taken) * 0.99)]:.2f} ms")


if __name__ == "__main__":
    if sys.argv[1] == "--window":
        problem = app.display_problem()
        sys.exit(problem) if problem else app.run(Demo(), title="The kit")
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    if sys.argv[1] == "--bench":
        bench()
    else:
        pictures(Path(sys.argv[1]))
        gallery(Path(sys.argv[1]))
