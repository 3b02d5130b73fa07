"""What the words of common.yaml stand for in one story: its people, its client, the project it reports about."""

from __future__ import annotations

from game.scenario.cast import account_specs
from game.scenario.plan import project_specs
from game.scenario.spec import PersonSpec, ProjectSpec, ScenarioSpec
from game.scenario.tree import Text


def reporting(spec: ScenarioSpec) -> tuple[Text, ProjectSpec] | None:
    """The project the status report is about: the first that has one."""
    return next(((name, project) for name, project in project_specs(spec).items() if project.status_report), None)


def stand_in_words(spec: ScenarioSpec, people: dict[Text, PersonSpec]) -> dict[str, str]:
    """Each stand-in word of common.yaml with the id it means here; words nobody can fill are left out."""
    words = {"main_account": "account"}
    words["am_person"] = str((spec.seats and spec.seats.am) or "account_manager")
    words["pm_person"] = str((spec.seats and spec.seats.pm) or "project_manager")
    if spec.boss is not None:
        words["boss_person"] = str(spec.boss)
    team = _first_on(people, "team")
    if team:
        words |= {"team_person": team, "main_team": "team"}
    if _first_on(people, "client"):
        words["main_client"] = "client"
    if project_specs(spec):
        words["main_project"] = "project"
    return words | _report_words(spec, people)


def _report_words(spec: ScenarioSpec, people: dict[Text, PersonSpec]) -> dict[str, str]:
    found = reporting(spec)
    accounts = account_specs(spec)
    if found is None or not accounts:
        return {}
    name, project = found
    account = project.account or next(iter(accounts))
    words = {"report_weeks": str(project.status_report), "report_project": str(name), "report_account": str(account)}
    hears = _speaks_for(spec, people, account)
    return words | ({"report_client": hears} if hears else {})


def _speaks_for(spec: ScenarioSpec, people: dict[Text, PersonSpec], account: Text) -> str:
    """The client person of an account whose word counts most, the first of equals; "" for nobody."""
    accounts = account_specs(spec)
    main = next(iter(accounts))
    there = [name for name, p in people.items() if p.side == "client" and (p.account or main) == account]
    named = accounts[account].contacts if account in accounts else None
    candidates = [name for name in named if name in there] if named else there
    return str(max(candidates, key=lambda name: people[name].influence)) if candidates else ""


def _first_on(people: dict[Text, PersonSpec], side: str) -> str:
    return next((str(name) for name, person in people.items() if person.side == side), "")
