"""A scenario's story as a Mermaid flowchart: what calls what, what is remembered, and what an ending asks for.

Full arrows are things that happen (a choice calls an event, sets a flag, tells a truth); dotted ones are conditions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.expression import Expr
from game.engine.model import Ending, Event, Outcome, Question, Scenario, Seat
from game.insight.words.fill import substitute

SEATS = ((Seat.AM, "am", "Account manager"), (Seat.PM, "pm", "Project manager"))
_SIGNS = str.maketrans(
    {"#": "#35;", "&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "%": "#37;", "\\": "#92;"}
)


@dataclass(frozen=True)
class Arrow:
    """One thing leads to another, or is asked about by it."""

    start: str
    end: str
    label: str = ""
    asked: bool = False


def mermaid(scenario: Scenario) -> str:
    """The text of the flowchart."""
    story = _Story(scenario)
    arrows = _joined(story.arrows())
    met = {name for arrow in arrows for name in (arrow.start, arrow.end)}
    lines = ["flowchart LR", *_seats(story), *_endings(scenario)]
    lines += [f'  {node}>"{text}"]' for node, text in story.epilogues() if node in met]
    lines += [f'  {node}{{{{"{text}"}}}}' for node, text in story.hidden() if node in met]
    lines += [f'  {node}(["{text}"])' for node, text in story.flags() if node in met]
    lines += [f'  {node}[/"{text}"/]' for node, text in story.risks() if node in met]
    lines += [_drawn(arrow) for arrow in arrows]
    return "\n".join(lines) + "\n"


def shown(text: str) -> str:
    """Wording inside a Mermaid label, where nothing of it can be taken for Mermaid."""
    return " ".join(text.split()).translate(_SIGNS)


def _seats(story: _Story) -> Iterator[str]:
    for seat, name, words in SEATS:
        yield f'  subgraph {name}["{words}"]'
        for event in story.events:
            if event.asks is seat:
                yield f'    event_{event.id}["{_called(event, story.scenario)}"]'
        yield "  end"


def _called(event: Event, scenario: Scenario) -> str:
    who = event.question.who
    said = f"{scenario.people[who].name}, " if who >= 0 else ""
    return f"{shown(substitute(event.title or event.id, scenario))}<br/>{shown(said + _when(event, scenario.weeks))}"


def _when(event: Event, weeks: int) -> str:
    first, last = event.first_week, min(event.last_week, weeks)
    if event.builtin:
        return "when nothing else comes"
    if event.follow_up:
        return "when called"
    if (first, last) == (1, weeks):
        return "any week"
    return f"week {first}" if first == last else f"weeks {first} to {last}"


def _endings(scenario: Scenario) -> Iterator[str]:
    yield '  subgraph endings["Endings"]'
    for ending in scenario.endings:
        yield f'    {_ending(ending)}(("{shown(ending.title)}<br/>{ending.tone}{", early" if ending.early else ""}"))'
    yield "  end"


def _ending(ending: Ending) -> str:
    return f"ending_{ending.id}"


def _drawn(arrow: Arrow) -> str:
    line = "-.->" if arrow.asked else "-->"
    return f"  {arrow.start} {line}{_label(arrow)} {arrow.end}"


def _label(arrow: Arrow) -> str:
    return f'|"{shown(arrow.label)}"|' if arrow.label else ""


def _joined(arrows: Iterator[Arrow]) -> list[Arrow]:
    """One arrow for all that lead the same way."""
    labels: dict[tuple[str, str, bool], dict[str, None]] = {}
    for arrow in arrows:
        labels.setdefault((arrow.start, arrow.end, arrow.asked), {})[arrow.label] = None
    return [Arrow(start, end, ", ".join(filter(None, said)), asked) for (start, end, asked), said in labels.items()]


class _Story:
    """Who in a scenario leads to whom; built-in events are left out."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.events = [event for event in scenario.events if not event.id.startswith("common_")]
        self.node_of: dict[int, str] = {}  # what a quantity belongs to, where a story remembers something by it
        for flag in scenario.flags:
            self.node_of[flag] = f"flag_{scenario.quantities[flag].name}"
        for truth in scenario.truths:
            for quantity in (truth.holds, truth.known_am, truth.known_pm):
                self.node_of[quantity] = f"truth_{truth.id}"
        for event in self.events:
            self.node_of[event.seen] = f"event_{event.id}"
            for taken in _taken(event.question):
                self.node_of[taken] = f"event_{event.id}"
        self.node_of.pop(-1, None)

    def flags(self) -> Iterator[tuple[str, str]]:
        """The nodes of flags, with their wording."""
        for flag in self.scenario.flags:
            yield self.node_of[flag], shown(self.scenario.quantities[flag].name)

    def hidden(self) -> Iterator[tuple[str, str]]:
        """The nodes of truths."""
        for truth in self.scenario.truths:
            yield f"truth_{truth.id}", shown(truth.id)

    def risks(self) -> Iterator[tuple[str, str]]:
        """The nodes of risks."""
        for risk in self.scenario.risks:
            yield f"risk_{risk.id}", shown(risk.name or risk.id)

    def epilogues(self) -> Iterator[tuple[str, str]]:
        """The nodes of what becomes of people."""
        for who in dict.fromkeys(epilogue.who for epilogue in self.scenario.epilogues):
            yield self._epilogue(who), f"What becomes of {shown(self.scenario.people[who].name)}"

    def _epilogue(self, who: int) -> str:
        return f"epilogue_{self.scenario.people[who].id}"

    def arrows(self) -> Iterator[Arrow]:
        """Everything that leads to something."""
        for event in self.events:
            node = f"event_{event.id}"
            yield from self._asked(node, event.when)
            yield from self._asked(node, event.chance)
            yield from self._question(node, event.question, "")
            yield from self._leads(node, event.ignored, "unanswered", 0)
        for risk in self.scenario.risks:
            yield from self._asked(f"risk_{risk.id}", risk.hazard)
            yield from self._leads(f"risk_{risk.id}", risk.outcome, "", 0)
        for truth in self.scenario.truths:
            yield from self._leads(f"truth_{truth.id}", truth.outcome, "", 0)
        for ending in self.scenario.endings:
            yield from self._asked(_ending(ending), ending.when)
        for epilogue in self.scenario.epilogues:
            yield from self._asked(self._epilogue(epilogue.who), epilogue.when)

    def _question(self, node: str, question: Question, way: str) -> Iterator[Arrow]:
        for choice in question.choices:
            said = f"{way}{choice.id.replace('_', ' ')}"
            yield from self._asked(node, choice.needs)
            yield from self._leads(node, choice.outcome, said, 0)
            if choice.scene is not None:
                yield from self._question(node, choice.scene, f"{said}: ")

    def _leads(self, node: str, outcome: Outcome, said: str, weeks: int) -> Iterator[Arrow]:
        for effect in outcome.effects:
            end = self.node_of.get(effect.quantity, node)
            if end != node:
                undone = " clears" if effect.sets and effect.amount.bounds() == (0.0, 0.0) else ""
                yield Arrow(node, end, _after(f"{said}{undone}", weeks))
        for wait, called in outcome.follow:
            yield Arrow(node, f"event_{self.scenario.events[called].id}", _after(said, weeks + wait))
        for later in outcome.later:
            yield from self._leads(node, later.outcome, said, weeks + later.weeks)
        if outcome.branch is not None:
            yield from self._asked(node, outcome.branch.test)
            yield from self._leads(node, outcome.branch.then, said, weeks)
            yield from self._leads(node, outcome.branch.other, said, weeks)

    def _asked(self, node: str, test: Expr | None) -> Iterator[Arrow]:
        for quantity in test.names() if test is not None else ():
            start = self.node_of.get(quantity, node)
            if start != node:
                yield Arrow(start, node, asked=True)


def _taken(question: Question) -> Iterator[int]:
    for choice in question.choices:
        yield choice.taken
        if choice.scene is not None:
            yield from _taken(choice.scene)


def _after(said: str, weeks: int) -> str:
    wait = "" if weeks == 0 else f"in {weeks} week{'' if weeks == 1 else 's'}"
    return " ".join(filter(None, (said, wait)))
