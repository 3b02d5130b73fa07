"""Events with their questions, choices and scenes; and which of them only come when called."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.model import NONE, NOTHING, Choice, Event, Question
from game.scenario.context import SEAT_BITS, SEATS, Context, play_bits
from game.scenario.fields import OutcomeSpec
from game.scenario.names import BOTH
from game.scenario.outcomes import Asking, build_outcome
from game.scenario.spec import ChoiceSpec, EventSpec, ScenarioSpec, SceneSpec
from game.scenario.tree import Text

EVENT_WORDS, CHOICE_WORDS = 60, 18
ONLY_BOTH = 4


@dataclass(frozen=True)
class Inherited:
    """What a further question takes over from the choice that led to it."""

    who: int
    skill: str
    stance: str


def outcomes_in(spec: ScenarioSpec, events: dict[Text, EventSpec]) -> Iterator[OutcomeSpec]:
    """Every outcome written anywhere."""
    stack: list[OutcomeSpec] = list(spec.risks.values())
    for event in events.values():
        if event.ignored is not None:
            stack.append(event.ignored)
        stack += event.choices.values()
    stack.reverse()
    while stack:
        outcome = stack.pop()
        yield outcome
        inner: list[OutcomeSpec] = [*outcome.later]
        inner += [part for part in (outcome.then, outcome.otherwise) if part is not None]
        if isinstance(outcome, ChoiceSpec) and outcome.scene is not None:
            inner += outcome.scene.choices.values()
        stack += reversed(inner)


def choice_ids(choices: dict[Text, ChoiceSpec]) -> list[str]:
    """The ids of an event's choices, those of its scenes included."""
    found: list[str] = []
    for name, choice in choices.items():
        found.append(str(name))
        if choice.scene is not None:
            found += choice_ids(choice.scene.choices)
    return found


def build_events(context: Context, events: dict[Text, EventSpec], called: set[str], weeks: int) -> tuple[Event, ...]:
    """All events, in order. Everything they name must have been declared."""
    return tuple(_event(context, name, event, name in called, weeks) for name, event in events.items())


def _event(context: Context, name: Text, spec: EventSpec, called: bool, weeks: int) -> Event:
    plays = play_bits(spec.plays)
    seat = BOTH if plays == ONLY_BOTH else SEAT_BITS[spec.asks]
    first, last = spec.weeks or (1, weeks)
    if first > weeks and not name.startswith("common_"):
        message = f"`{name}` comes in week {first} at the earliest; the story has {weeks}."
        context.report.error(name, "OP205", message, "Change its `weeks`.")
    by_itself = spec.weeks is not None or spec.when is not None or spec.chance is not None
    follow_up = spec.follow_up if spec.follow_up is not None else called and not by_itself
    who = context.find(spec.who, "person")
    question = Question(
        who,
        context.wording(spec.text, EVENT_WORDS, "This event"),
        _choices(context, spec.choices, Asking(seat, str(name)), Inherited(who, "", ""), name, name),
    )
    ignored = spec.ignored
    return Event(
        id=str(name),
        title=context.wording(spec.title) or name.replace("_", " ").capitalize(),
        asks=SEATS[spec.asks],
        plays=plays,
        when=context.condition(spec.when, seat),
        first_week=first,
        last_week=min(last, weeks),
        chance=context.probability(spec.chance, seat) if spec.chance is not None else None,
        priority=spec.priority,
        expires=spec.expires,
        repeats=spec.repeats or 0,
        follow_up=follow_up,
        builtin=spec.quiet,
        how=context.wording(spec.how),
        note=context.wording(spec.note, EVENT_WORDS, "This note"),
        question=question,
        ignored=build_outcome(context, ignored, Asking(seat, f"{name}/ignored")) if ignored else NOTHING,
        seen=context.names.index[f"{name}.seen"],
    )


def _choices(
    context: Context, choices: dict[Text, ChoiceSpec], asking: Asking, inherited: Inherited, event: Text, place: Text
) -> tuple[Choice, ...]:
    if len(choices) < 2:
        message = f"`{place}` has {'one choice' if choices else 'no choices'}; a question needs two or more."
        context.report.error(place, "OP403", message, "Add a choice with its own price.")
    return tuple(_choice(context, name, choice, asking, inherited, event) for name, choice in choices.items())


def _choice(
    context: Context, name: Text, spec: ChoiceSpec, asking: Asking, inherited: Inherited, event: Text
) -> Choice:
    inner = asking.inner(str(name))
    skill, stance = spec.skill or inherited.skill, spec.stance or inherited.stance
    for field, value in (("skill", skill), ("stance", stance)):
        if not value:
            example = "communication" if field == "skill" else "negotiate"
            context.report.error(name, "OP121", f"`{name}` in {event} has no `{field}`.", f"Add `{field}: {example}`.")
    return Choice(
        id=str(name),
        text=context.wording(spec.text, CHOICE_WORDS, "This choice"),
        skill=skill,
        stance=stance,
        needs=context.condition(spec.needs, asking.seat, live=True) if spec.needs is not None else None,
        takes=spec.takes,
        outcome=build_outcome(context, spec, inner),
        scene=_scene(context, spec.scene, inner, Inherited(inherited.who, skill, stance), event, name),
        taken=NONE,
    )


def _scene(
    context: Context, spec: SceneSpec | None, asking: Asking, inherited: Inherited, event: Text, place: Text
) -> Question | None:
    if spec is None:
        return None
    who = context.find(spec.who, "person") if spec.who is not None else inherited.who
    passed = Inherited(who, inherited.skill, inherited.stance)
    text = context.wording(spec.text, EVENT_WORDS, "This question")
    return Question(who, text, _choices(context, spec.choices, asking, passed, event, place))


def with_taken(context: Context, event: Event) -> Event:
    """The event with the quantities of those of its choices that some condition reads."""
    if not context.names.read_choices(event.id):
        return event
    return dataclasses.replace(event, question=_taken_in(context, event.question, event.id))


def _taken_in(context: Context, question: Question, event: str) -> Question:
    def mark(choice: Choice) -> Choice:
        scene = _taken_in(context, choice.scene, event) if choice.scene is not None else None
        return dataclasses.replace(choice, taken=context.names.taken(event, choice.id), scene=scene)

    return dataclasses.replace(question, choices=tuple(mark(choice) for choice in question.choices))
