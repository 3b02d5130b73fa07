"""Help: how a week goes, the keys, and the words of the trade with a search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.insight.words.glossary import TERMS
from game.window import bindings
from game.window.chrome import top_bar
from game.window.house import KEYS, House
from game.window.kit import (
    AsTallAs,
    Back,
    Button,
    Card,
    Column,
    Fixed,
    Flex,
    Grid,
    IconTile,
    Keycap,
    Pad,
    Row,
    Scroll,
    Spacer,
    Tallest,
    Text,
    TextEntry,
    Ui,
    Widget,
    key_name,
    tabs,
)
from game.window.routes import GoLibrary, Route

TABS: Final = (("week", "How a week goes"), ("keys", "Keys"), ("words", "Words"))
STEPS: Final = (
    (
        "inbox",
        "Read your inbox",
        "Up to two people want something of you, or three where you do both jobs, the account manager’s and the "
        "project manager’s. Nobody in it is a fool, and everybody is right about something.",
    ),
    (
        "message-circle",
        "Choose what you do or say",
        "The small labels say what a sensible person would foresee: money and days, who will like it, a chance where "
        "one is known, a question mark where nobody can know. Rest on a choice to have them in words. The reply comes "
        "at once.",
    ),
    (
        "hand",
        "Make your two moves",
        "A call, a talk, a closer look: what you give your time to. With both jobs you have three. What can go on, "
        "like a call or a talk, stays picked for the next week. What gets no move for a few weeks gets worse by "
        "itself: work is done twice, wishes creep in, clients feel forgotten. In the list of moves an hourglass says "
        "where, and for how long.",
    ),
    (
        "calendar-check",
        "Start the week",
        "Nothing counts until then, and you may change your mind; except where nobody could know what would come of a "
        "choice, and the reply has shown it.",
    ),
    (
        "scroll-text",
        "Read what came of it",
        "At most five lines. Every number opens: its causes add up to it exactly, because there is nothing else.",
    ),
    (
        "scale",
        "And after the last week",
        "Two scorecards and a score: 70 % of it is your own card, 30 % the other one, so that is your business, too. "
        "With both jobs it is half and half.",
    ),
)
GOOD_TO_KNOW: Final = (
    (
        "You see your own side live.",
        "The other side only as of the last time you sat down together, which is the move called Sync. With both jobs "
        "you see everything live.",
    ),
    (
        "A promise kept is worth a little.",
        "A promise broken costs about four times as much. Exceeding one earns hardly more than keeping it.",
    ),
    (
        "Nobody is put on a task by hand.",
        "Everybody takes the tasks of their project from top to bottom, where they have the skill. The opened plan "
        "says who is on what this week.",
    ),
    (
        "Numbers become points.",
        "Each number of a scorecard is worth up to 100 points, all of them once it is as good as is wanted. Some count "
        "twice or three times; that stands beside their names.",
    ),
    ("People compare.", "They measure what they get against what they expect, and a favour is normal by next month."),
    (
        "Everything is stored when you do it.",
        "Close the window whenever you like. Any week can be gone back to; that makes a branch, and the first result "
        "stands.",
    ),
)


@dataclass(frozen=True)
class Turn:
    """Show this part of the help."""

    tab: str


@dataclass(frozen=True)
class Search:
    """What is looked for among the words."""

    text: str


class HelpScreen:
    """`back` is where it returns to; with a `term` it opens at that word."""

    def __init__(self, house: House, back: object, term: str = "") -> None:
        self.house = house
        self.back: Route = back if isinstance(back, Route) else GoLibrary()
        self.tab = "words" if term else "week"
        self.search = self.term = term

    def view(self, ui: Ui) -> Widget:
        close = Button("Back", Back(), id="back", kind="quiet", icon="arrow-left")
        bar = top_bar("Help", "", [close])
        part = {"week": self._week, "keys": self._keys, "words": self._words}[self.tab]
        looking = self._looking()
        if self.tab != "words":
            looking = Fixed(AsTallAs(Spacer(), Tallest([looking])), 500)  # the tabs stay where they are
        stays = [tabs("tab", TABS, self.tab, Turn), looking]
        name = next(label for tab, label in TABS if tab == self.tab)
        body = Scroll(Pad(Column(part(), gap=16), 16), id=f"help/{self.tab}", label=name)
        return Column([bar, Pad(Row(stays, gap=20, line_gap=8, align="end"), 16, 10), Flex(body)], gap=0)

    # ---- the three parts

    def _week(self) -> list[Widget]:
        steps = [
            Card(
                Row(
                    [
                        IconTile(icon, 20, "ink", tile=44, fill="sunk"),
                        Flex(
                            Column(
                                [Text(f"{number + 1}. {title}", 16, "s", leading=1.25), Text(text, 15, "r", "ink2")],
                                gap=4,
                            ),
                            least=200,
                        ),
                    ],
                    gap=14,
                    align="start",
                ),
                18,
                16,
            )
            for number, (icon, title, text) in enumerate(STEPS)
        ]
        rules = [
            Column([Text(first, 15, "s", leading=1.25), Text(second, 15, "r", "ink2")], gap=2)
            for first, second in GOOD_TO_KNOW
        ]
        card = Card(Column([Text("Good to know", 16, "s"), Grid(rules, 2, 360, 20)], gap=12), 20, 18)
        return [Grid(steps, 3, 330, 16), card]

    def _keys(self) -> list[Widget]:
        codes = bindings.codes(self.house.settings.keys, KEYS)
        groups = (("Everywhere", bindings.COMMANDS), ("In a week", bindings.ACTIONS))
        cards = []
        for title, names in groups:
            rows: list[Widget] = [Text(title, 16, "s")]
            for name, label in names.items():
                rows.append(Row([Flex(Text(label, 15), least=160), Keycap(key_name(codes[name]))], gap=12))
            cards.append(Card(Column(rows, gap=8), 20, 16))
        note = (
            "Everything can be done with the keys alone, and everything with the mouse alone. Each key can be changed "
            "in the settings. Nothing has to be held down, and nothing waits for you to be quick."
        )
        return [Text(note, 15, "r", "ink2"), Grid(cards, 2, 400, 16)]

    def _looking(self) -> Widget:
        """The search, which stays where it is while the words scroll."""
        clears = self.search != self.term  # a word one came for is left by the Escape that leads back
        entry = TextEntry("Look for a word", self.search, id="search", on_change=Search, autofocus=True, clears=clears)
        box = Fixed(entry, 360)
        count = f"{len(self._found())} of {len(TERMS)}" if self.search else f"{len(TERMS)} words"
        return Row([box, Pad(Text(count, 14, "r", "ink2"), 0, 11)], gap=16, align="end")

    def _words(self) -> list[Widget]:
        found = self._found()
        if not found:
            return [Text(f"There is no entry with “{self.search}” in it.", 15, "r", "ink2")]
        return [Grid([_term(word, TERMS[word]) for word in found], 2, 400, 12)]

    def _found(self) -> list[str]:
        """Words that begin with what is looked for first, then those that contain it, then those that mention it."""
        wanted = self.search.strip().lower()
        if not wanted:
            return list(TERMS)
        scored = [(_rank(word, meaning, wanted), word) for word, meaning in TERMS.items()]
        return [word for rank, word in sorted(scored, key=lambda pair: pair[0]) if rank < 3]

    # ---- what it does

    def on_message(self, message: object) -> Route | None:
        match message:
            case Back():
                return self.back
            case Turn(tab):
                self.tab = tab
            case Search(text):
                self.search = text
        return None

    def on_tick(self, now_ms: int) -> bool:
        return False


def _rank(word: str, meaning: str, wanted: str) -> int:
    if word.lower().startswith(wanted):
        return 0
    return 1 if wanted in word.lower() else 2 if wanted in meaning.lower() else 3


def _term(word: str, meaning: str) -> Widget:
    name = word[:1].upper() + word[1:]
    body = Column([Text(name, 16, "s", leading=1.25), Text(meaning, 15, "r", "ink2")], gap=2)
    return Card(body, 16, 10)
