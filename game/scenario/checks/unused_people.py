"""OP511: somebody with a name who plays no part."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.plan import project_specs
from game.scenario.problems import Report
from game.scenario.survey import Survey


def check(survey: Survey, report: Report) -> None:
    """Report people who never speak, are never spoken of in a condition or effect, and have no seat or work."""
    known = set(_named(survey)) | set(_measured(survey))
    wanted = {task.skill for project in project_specs(survey.spec).values() for task in project.tasks.values()}
    for name, person in survey.spec.people.items():
        works = person.side == "team" and any(skill in wanted for skill in person.skill)
        if name not in known and not works:
            message = f"`{name}` plays no part: nobody hears from them, and nothing depends on them."
            report.warn(name, "OP511", message, f"Let an event come `from: {name}`, or take `{name}` out.")


def _named(survey: Survey) -> Iterator[str]:
    """Whoever is named somewhere; `client` is the main account's first contact."""
    spec, people = survey.spec, survey.scenario.people
    refs = [spec.boss, *(asked.who for asked in survey.questions)]
    refs += [spec.seats.am, spec.seats.pm] if spec.seats is not None else []
    refs += [promise.to for promise in spec.promises.values()]
    refs += [epilogue.who for epilogue in spec.epilogues]
    refs += [who for truth in spec.truths.values() for who in truth.known_by]
    refs += [who for done in survey.outcomes for who in done.spec.reply]
    main = survey.scenario.accounts[0].contacts[:1] if survey.scenario.accounts else ()
    for ref in refs:
        if ref is not None:
            yield people[main[0]].id if ref == "client" and main else str(ref)
    yield from ("account_manager", "project_manager")  # who, by these ids, sits in a seat nobody was put on


def _measured(survey: Survey) -> Iterator[str]:
    """Whoever some condition, amount or effect is about."""
    quantities = survey.scenario.quantities
    truths = [truth.outcome for truth in survey.scenario.truths]
    outcomes = [done.outcome for done in survey.outcomes] + truths
    moved = [effect.quantity for outcome in outcomes for effect in outcome.effects]
    for index in (*sorted(survey.read), *moved):
        yield quantities[index].name.partition(".")[0]
