"""Who somebody is in a sentence."""

from __future__ import annotations

from game.engine.model import NONE, Person, Scenario, Seat
from game.insight.words.figures import NBSP, ago

TITLES = ("dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof.", "sir", "dame")
YOU = "you"


def first_name(person: Person) -> str:
    """What people call somebody: Dr. Ana Ruiz is Ana."""
    for part in person.name.split():
        if part.lower() not in TITLES:
            return part
    return person.name


def they(person: Person) -> tuple[str, str, str]:
    """She, her, her; he, him, his; or they, them, their: from the face the author described."""
    for part, look in person.face:
        if part == "look":
            return ("she", "her", "her") if look == "feminine" else ("he", "him", "his")
    return ("they", "them", "their")


def other_seat(seat: Seat) -> Seat:
    """The single seat across the desk (AM for the both seat, which has none)."""
    return Seat.PM if seat is Seat.AM else Seat.AM


def colleague_of(scenario: Scenario, viewer: Seat) -> Person | None:
    """Who sits in the other seat; None for one person in both."""
    return None if viewer is Seat.BOTH else scenario.people[scenario.rules(other_seat(viewer)).person]


def status_report(scenario: Scenario, viewer: Seat) -> str:
    """The status report by who fills it in, which is the project manager: "Joss’s status report"."""
    colleague = None if viewer is Seat.PM else colleague_of(scenario, viewer)
    return "Your status report" if colleague is None else f"{first_name(colleague)}’s status report"


def last_talk(week: int, as_of: int) -> str:
    """When two seats last told each other their numbers; until they do, each knows those of the start."""
    return f"Last Sync {ago(week - as_of)}" if as_of else "No Sync yet"


def as_known(as_of: int) -> str:
    """From when a number of the other side is: "as of week 3", or "at the start" where nobody has talked yet."""
    return f"as of week{NBSP}{as_of}" if as_of else "at the start"


def main_contact(scenario: Scenario) -> Person | None:
    """The most influential person of the main account."""
    for account in scenario.accounts:
        if account.main and account.contacts:
            return scenario.people[account.contacts[0]]
    return None


def by_id(scenario: Scenario, person: str) -> int:
    """The index of a person, or NONE."""
    for index, who in enumerate(scenario.people):
        if who.id == person:
            return index
    return NONE


def client_label(scenario: Scenario, person: Person) -> str:
    """A client by first name; with their company where it is a small account: Nils, Fjell Coffee."""
    name = first_name(person)
    if person.account == NONE or scenario.accounts[person.account].main:
        return name
    return f"{name}, {scenario.accounts[person.account].name}"


def role(scenario: Scenario, person: Person) -> str:
    """What somebody does, and where; their house once, where the title names it: "Owner and roaster, Fjell Coffee"."""
    company = client_label(scenario, person).partition(", ")[2] if person.side == "client" else ""
    return ", ".join(part for part in (person.title, company if company not in person.title else "") if part)


def whose(who: str) -> tuple[str, str]:
    """Your, or somebody’s; and the same at the start of a sentence."""
    return ("your", "Your") if who == YOU else (f"{who}’s", f"{who}’s")


def seat_name(seat: Seat) -> str:
    """A seat in words."""
    return {Seat.AM: "account manager", Seat.PM: "project manager", Seat.BOTH: "both seats"}[seat]
