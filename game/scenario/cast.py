"""The people, the accounts and what may be sold to them."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.expression import Arithmetic, Const, Expr
from game.engine.model import NONE, Account, Offer, Person, Seat
from game.scenario.context import Context, first_name
from game.scenario.names import ACCOUNT, AM, BOTH, CLIENT, COLLEAGUE, OFFER, PM, TEAM, Row, equals, plus
from game.scenario.problems import one_of
from game.scenario.spec import AccountSpec, OfferSpec, PersonSpec, ScenarioSpec
from game.scenario.tree import Text, text_at

Start = tuple[float, float]
# Who sits in a seat when the author names nobody.
STAND_INS = {
    "am": ("account_manager", "Robin Hale", "Account manager"),
    "pm": ("project_manager", "Sam Ortega", "Project manager"),
}


@dataclass(frozen=True)
class Cast:
    """Everybody, in file order (stand-ins last), and the indices that matter to the rest of the build."""

    people: tuple[Person, ...]
    am: int
    pm: int
    boss: int


def account_specs(spec: ScenarioSpec) -> dict[Text, AccountSpec]:
    """The accounts by id, the main one first."""
    if spec.accounts:
        main = [name for name, account in spec.accounts.items() if account.main]
        first = main[0] if main else next(iter(spec.accounts))
        return {first: spec.accounts[first]} | spec.accounts
    if spec.account is not None:
        return {text_at("account", spec.account.client): spec.account}
    return {}


def with_stand_ins(spec: ScenarioSpec) -> dict[Text, PersonSpec]:
    """The people by id; somebody is put on a seat that the author left empty."""
    people = dict(spec.people)
    like = next(iter(spec.people), spec.title)
    for seat, (name, full, title) in STAND_INS.items():
        if _seated(spec, seat) is None and name not in people:
            words = {"name": text_at(full, like), "title": text_at(title, like), "side": text_at("house", like)}
            people[text_at(name, like)] = PersonSpec.model_validate(words)
    return people


def _seated(spec: ScenarioSpec, seat: str) -> Text | None:
    if spec.seats is None:
        return None
    return spec.seats.am if seat == "am" else spec.seats.pm


def build_cast(context: Context, spec: ScenarioSpec, people: dict[Text, PersonSpec]) -> Cast:
    """Everybody with their quantities. Ids must have been declared."""
    seats: dict[int, Seat] = {}
    at = {}
    for seat, which in (("am", Seat.AM), ("pm", Seat.PM)):
        written = _seated(spec, seat)
        at[seat] = context.find(written or text_at(STAND_INS[seat][0], spec.title), "person")
        if written is not None and at[seat] != NONE and list(people.values())[at[seat]].side != "house":
            context.report.error(
                written, "OP203", f"`{written}` is not on side house.", "Seats are for people of side house."
            )
        if at[seat] in seats and at[seat] != NONE and written is not None:
            context.report.error(written, "OP207", "One person cannot sit in two seats.", "Name two people.")
        seats[at[seat]] = which
    accounts = list(account_specs(spec))
    made = tuple(
        _person(context, spec, name, person, seats.get(i), accounts) for i, (name, person) in enumerate(people.items())
    )
    boss = context.find(spec.boss, "person")
    if spec.boss is not None and boss != NONE and made[boss].side != "house":
        context.report.error(
            spec.boss, "OP203", f"`{spec.boss}` is not on side house.", "The boss is one of the house."
        )
    _team_names(context, made)
    return Cast(made, at["am"], at["pm"], boss)


def _person(
    context: Context, spec: ScenarioSpec, name: Text, person: PersonSpec, seat: Seat | None, accounts: list[Text]
) -> Person:
    account = NONE
    if person.side == "client":
        account = context.find(person.account, "account") if person.account else 0 if accounts else NONE
    else:
        _only_for(context, name, person, "client", ("account", "influence", "trust", "satisfaction", "expectation"))
    if person.side != "team":
        _only_for(context, name, person, "team", ("skill", "rate", "morale", "fatigue", "hours", "ramp", "project"))
    stored = _quantities(context, spec, name, person, seat)
    return Person(
        id=str(name),
        name=context.wording(person.name),
        title=context.wording(person.title),
        side=person.side,
        seat=seat,
        intro=context.wording(person.intro),
        face=tuple((str(part), str(look)) for part, look in person.face.items()),
        account=account,
        influence=float(person.influence),
        skills=tuple(person.skill),
        rate=person.rate if person.side == "team" else 0.0,
        style=person.style if person.side == "house" else "",
        **stored,
    )


def _only_for(context: Context, name: Text, person: PersonSpec, side: str, fields: tuple[str, ...]) -> None:
    for field in fields:
        if field in person.model_fields_set:
            message = f"`{name}` is on side {person.side}; `{field}` is for side {side}."
            context.report.error(name, "OP126", message, f"Delete `{field}`, or change the side.")


def _quantities(
    context: Context, spec: ScenarioSpec, name: Text, person: PersonSpec, seat: Seat | None
) -> dict[str, int]:
    starts: dict[str, Start] = {
        "satisfaction": person.satisfaction,
        "expectation": person.expectation,
        "confidence": person.trust,
        "relationship": person.trust,
        "morale": person.morale,
        "fatigue": person.fatigue,
        "hours": person.hours,
        "ramp": person.ramp,
        "rapport": person.rapport,
    }
    if person.side == "team":
        index = (
            context.find(person.project, "project") if person.project else 0 if (spec.project or spec.projects) else -1
        )
        starts["project"] = (float(index), float(index))
    rows = CLIENT if person.side == "client" else TEAM if person.side == "team" else COLLEAGUE if seat else ()
    stored = store_all(context, name, f"{first_name(person.name)}'s ", rows, person.side, starts)
    if person.side == "client":
        _client_names(context, str(name), first_name(person.name), stored)
    return stored


def store_all(
    context: Context, name: str, owner: str, rows: tuple[Row, ...], kind: str, starts: dict[str, Start]
) -> dict[str, int]:
    """Store every row of one entity; the indices by suffix."""
    names = context.names
    return {
        row.suffix: names.store(
            f"{name}.{row.suffix}", f"{owner}{row.words}", row, kind, starts.get(row.suffix, (0.0, 0.0))
        )
        for row in rows
    }


def _client_names(context: Context, name: str, first: str, stored: dict[str, int]) -> None:
    names = context.names
    confidence, relationship = names.read(stored["confidence"]), names.read(stored["relationship"])
    trust = Arithmetic("+", Arithmetic("*", Const(0.6), confidence), Arithmetic("*", Const(0.4), relationship))
    names.derive(f"{name}.trust", f"{first}'s trust", "points", trust, BOTH)
    names.target(f"{name}.trust", (stored["confidence"],))
    names.target(f"{name}.satisfaction", (stored["experience"],))


def _team_names(context: Context, people: tuple[Person, ...]) -> None:
    """`team.morale` and the like: the mean to read, everybody to move."""
    team = [person for person in people if person.side == "team"]
    if not team:
        return
    for suffix, words in (("morale", "morale"), ("fatigue", "fatigue"), ("hours", "hours")):
        indices = tuple(context.names.index[f"{person.id}.{suffix}"] for person in team)
        reads: list[Expr] = [context.names.read(index) for index in indices]
        unit = context.names.quantities[indices[0]].unit
        mean = Arithmetic("/", plus(reads), Const(float(len(reads))))
        context.names.derive(f"team.{suffix}", f"the team's {words}", unit, mean, PM)
        context.names.target(f"team.{suffix}", indices)


def build_accounts(context: Context, spec: ScenarioSpec, people: tuple[Person, ...]) -> tuple[Account, ...]:
    """The accounts, the main one first."""
    found = account_specs(spec)
    made = tuple(_account(context, i, name, account, people) for i, (name, account) in enumerate(found.items()))
    if made and made[0].contacts:
        context.alias("client", people[made[0].contacts[0]].id)
    return made


def _account(context: Context, index: int, name: Text, spec: AccountSpec, people: tuple[Person, ...]) -> Account:
    label = context.wording(spec.client)
    contacts = _contacts(context, index, name, spec, people)
    starts = {
        "value": (spec.value, spec.value),
        "understanding": (40.0, 40.0),
        "renewal_chance": (0.8, 0.8),
        "churn_risk": (0.15, 0.15),
    }
    stored = store_all(context, str(name), f"{label}: ", ACCOUNT, "account", starts)
    signed = context.names.read(stored["signed"])
    context.names.mean(f"{name}.signed", signed, "count", BOTH, equals(signed, 1.0))
    return Account(
        id=str(name),
        name=label,
        main=index == 0,
        contacts=contacts,
        base_value=spec.value,
        renewal_week=spec.renewal,
        switching_cost=spec.switching_cost,
        upsell_target=spec.value * 0.1 if spec.upsell_target is None else spec.upsell_target,
        **stored,
    )


def _contacts(
    context: Context, index: int, name: Text, spec: AccountSpec, people: tuple[Person, ...]
) -> tuple[int, ...]:
    there = [i for i, person in enumerate(people) if person.side == "client" and person.account == index]
    if spec.contacts is not None:
        named = [context.find(ref, "person") for ref in spec.contacts]
        for ref, i in zip(spec.contacts, named, strict=True):
            if i != NONE and i not in there:
                message = f"`{ref}` is not a client person of this account."
                context.report.error(ref, "OP203", message, one_of([people[j].id for j in there]))
        there = [i for i in named if i in there]
    if not there:
        message = f"Nobody of side client belongs to `{name}`."
        context.report.error(name, "OP207", message, "Add a person with `side: client`.")
    return tuple(sorted(there, key=lambda i: -people[i].influence))


def build_offers(context: Context, spec: ScenarioSpec) -> list[tuple[OfferSpec, Offer]]:
    """The offers, without their conditions, which can only be read once all names are known."""
    made = []
    for name, offer in spec.offers.items():
        account = context.find(offer.account, "account") if offer.account else 0
        label = context.wording(offer.name)
        status = store_all(context, str(name), f"{label}: ", OFFER, "account", {})["status"]
        read = context.names.read(status)
        for word, value in (("open", 1.0), ("won", 2.0), ("declined", 3.0)):
            context.names.derive(f"{name}.{word}", f"{label} is {word}", "flag", equals(read, value), AM, True)
        made.append((offer, Offer(str(name), label, account, offer.value, offer.fit, Const(1.0), status)))
    return made
