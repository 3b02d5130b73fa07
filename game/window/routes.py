"""Where to go next: what an inner screen answers, and the shell builds."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Scenario, Seat
from game.insight.review.whole import Review
from game.records.desk import Desk


@dataclass(frozen=True)
class NewPlay:
    """A play that is about to begin. `mode` is am, pm, both or two; `text` is what the rules were read from."""

    scenario: Scenario
    text: str
    mode: str = ""  # "": the seat not played yet, else am
    difficulty: str = ""  # "": as the settings say
    seed: int | None = None  # None: drawn when it begins, unless the player names one


@dataclass(frozen=True)
class GoLibrary:
    """The stories and the plays kept."""


@dataclass(frozen=True)
class GoBriefing:
    """What a play begins with: under way, or about to begin; `back` is the route to return to, else the week."""

    desk: Desk | NewPlay
    back: object = None


@dataclass(frozen=True)
class GoWeek:
    """The week now open; `seat` says whose it is when two people share the screen."""

    desk: Desk
    seat: Seat | None = None


@dataclass(frozen=True)
class GoRecap:
    """How a lived week turned out, for one seat."""

    desk: Desk
    week: int
    seat: Seat | None = None


@dataclass(frozen=True)
class GoEnding:
    """How the play ended."""

    desk: Desk


@dataclass(frozen=True)
class GoDebrief:
    """One seat's look back on a finished play, at one of its steps."""

    desk: Desk
    seat: Seat
    step: int = 0


@dataclass(frozen=True)
class GoHistory:
    """The weeks lived so far, opened at one of them; `back` is the route to return to, else the menu or the ending."""

    desk: Desk
    week: int
    back: object = None


@dataclass(frozen=True)
class GoReview:
    """The review of an ended play for one seat, `opened` at a decision (-1: the dearest) and turned to a `part`.

    `turned` are weeks the player called turning points; `back` is the route to return to, else the ending; `onward`
    is where one goes from here, with the words on its button.
    """

    desk: Desk
    seat: Seat
    review: Review
    turned: tuple[int, ...] = ()
    back: object = None
    onward: object = None
    onward_label: str = ""
    opened: int = -1
    part: str = "decisions"


@dataclass(frozen=True)
class GoBeside:
    """Two plays of one story side by side for one seat, the original first; `back` is the route to return to."""

    one: Desk
    other: Desk
    seat: Seat
    back: object


@dataclass(frozen=True)
class GoSettings:
    """The settings; `back` is the route to return to."""

    back: object


@dataclass(frozen=True)
class GoHelp:
    """The glossary and the keys; `back` is the route to return to."""

    back: object
    term: str = ""


@dataclass(frozen=True)
class GoHandover:
    """Two people at one screen: hide everything until `seat` is there, then go to `then`."""

    desk: Desk
    seat: Seat
    then: object = None


@dataclass(frozen=True)
class GoPause:
    """The menu over a play; `back` is the route it was opened from, else the week or the ending."""

    desk: Desk
    back: object = None


Route = (
    GoLibrary
    | GoBriefing
    | GoWeek
    | GoRecap
    | GoEnding
    | GoDebrief
    | GoHistory
    | GoReview
    | GoBeside
    | GoSettings
    | GoHelp
    | GoHandover
    | GoPause
)
