"""How long a play is for whoever plays it: words read, decisions taken, minutes."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.model import Event, Question, Scenario, Seat
from game.engine.outcomes import replies
from game.engine.play import Play
from game.insight.words.recap import recap

WORDS_A_MINUTE = 200.0  # people read 200 to 250 words of prose a minute on a screen; slower where they must choose
MINUTES_A_CHOICE = 0.25  # fifteen seconds to make up one's mind
MINUTES_A_WEEK = 0.5  # half a minute for the week's moves and a look at the numbers


@dataclass(frozen=True)
class Length:
    """One play: words and decisions, and the minutes they take."""

    words: int
    choices: int
    weeks: int

    @property
    def minutes(self) -> float:
        """What a first play takes, by the three numbers above."""
        return self.words / WORDS_A_MINUTE + self.choices * MINUTES_A_CHOICE + self.weeks * MINUTES_A_WEEK


def length(play: Play) -> Length:
    """How long a finished play was for its player: briefing, events, options, replies, recaps and the ending."""
    scenario, seat = play.scenario, play.seat
    words = _count(briefing(scenario, seat)) + _ending_words(play)
    choices = 0
    for number, lived in enumerate(play.weeks):
        mine = lived.decisions.pm if seat is Seat.PM else lived.decisions.am
        for answer in mine.answers:
            event = scenario.events[scenario.event_index[answer.event]]
            words += _event_words(play, number, event, answer.path)
            choices += len(answer.path)
        words += _recap_words(play, number + 1)
    return Length(words, choices, len(play.weeks))


def briefing(scenario: Scenario, seat: Seat) -> str:
    """What a seat reads first."""
    return scenario.both_briefing if seat is Seat.BOTH else scenario.rules(seat).briefing


def _event_words(play: Play, week: int, event: Event, path: tuple[str, ...]) -> int:
    words = _count(event.title) + _count(event.how)
    values = play.states[week].values
    question: Question | None = event.question
    for name in path:
        if question is None:
            break
        words += _count(question.text)
        for choice in question.choices:
            words += _count(choice.text)
        taken = next(c for c in question.choices if c.id == name)
        for _who, said in replies(taken.outcome, values, play.luck, week + 1):
            words += _count(said)
        question = taken.scene
    return words


def _recap_words(play: Play, week: int) -> int:
    told = recap(play, week, play.seat)
    words = _count(told.headline)
    for line in told.lines:
        words += _count(line.lead) + _count(line.rest)
    for text in (*told.moves, *told.warnings):
        words += _count(text)
    return words


def _ending_words(play: Play) -> int:
    ended = play.outcome
    rule = next((e for e in play.scenario.endings if ended is not None and e.id == ended.ending), None)
    return 0 if rule is None else _count(rule.title) + _count(rule.text)


def _count(text: str) -> int:
    return len(text.split())
