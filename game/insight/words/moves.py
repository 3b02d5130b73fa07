"""The moves in words: what to press, what it does, and how long it has been left undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.formulas.numeric import odds
from game.engine.formulas.risk import mitigate
from game.engine.laws.client import SILENT_FROM
from game.engine.laws.contract import PREPARED
from game.engine.model import NONE, Account, Offer, Risk, Scenario, Seat
from game.engine.moves import (
    ASK_GRANTED,
    ASK_RAPPORT,
    MITIGATE_COST,
    PREPARED_STEP,
    RENEGOTIATE,
    TRADE_AGAIN,
    area_name,
    responsibility_of,
)
from game.engine.scores import number
from game.engine.state import Move
from game.engine.view import View
from game.insight.words.closed import closed
from game.insight.words.figures import POINTS, ago, days, decimal, listed, money, percent, small, week_of
from game.insight.words.people import by_id, client_label, colleague_of, first_name, they

PROMISES = "promises"
PUT_OFF = "Put off by your answer:"  # a move whose place an answer has taken
LONG_SILENT = 3  # weeks without a word after which a call is more than a call, and a talk is missed
CONTACTS = ("call", "visit", "warn", "repair")  # each of them ends a silence
GROUPS = {
    "relationships": "The relationship",
    "client_goals": "Their business",
    "selling": "Selling",
    "coordination": "Your colleague",
    "contracts": "The contract",
    "issues": "Trouble",
    "scope": "Scope",
    "plan": "The plan",
    "resources": "People and hours",
    "team": "The people",
    "risks": "Risks",
    "stakeholders": "Keeping people posted",
    PROMISES: "Your promises",
}
# kind -> (verb on the button, verb in a story, icon)
VERBS = {
    "call": ("Call", "called", "phone"),
    "visit": ("Visit", "visited", "train-front"),
    "learn": ("Read up on", "read up on", "book-open"),
    "pitch": ("Pitch", "pitched", "presentation"),
    "sync": ("Sync with", "sat down with", "refresh-cw"),
    "prepare_renewal": ("Prepare", "prepared", "file-check"),
    "table_free_work": ("Put on the table", "put on the table", "receipt"),
    "repair": ("Make it right with", "made it right with", "heart-handshake"),
    "freeze": ("Freeze", "froze", "snowflake"),
    "trade": ("Trade away part of", "traded away part of", "scale"),
    "re_estimate": ("Re-estimate", "re-estimated", "calculator"),
    "review": ("Review", "changed the reviews of", "search-check"),
    "assign": ("Move", "moved", "user-round-cog"),
    "hours": ("Set", "set the hours of", "clock"),
    "talk": ("Talk with", "talked with", "message-circle"),
    "look_into": ("Look into", "looked into", "search"),
    "mitigate": ("Work against", "worked against", "shield"),
    "warn": ("Warn", "warned", "megaphone"),
    RENEGOTIATE: ("Ask for more time", "asked for more time", "calendar-clock"),
}
ASK_WORDS = {
    "": "",
    "hold_off": "ask [them] to hold off promising",
    "date": "ask when it will be done",
    "room": "ask [them] to take on less",
    "come_with_me": "ask [them] along",
}
HOURS_DO = {
    "40": "A normal week. Tiredness wears off over a month.",
    "45": "An eighth more work. Tiredness creeps up, mistakes with it.",
    "50": "A quarter more work at first, half of that after two months. Tiredness grows, mistakes with it.",
}


@dataclass(frozen=True)
class MoveWords:
    """One move: the parts of its label, one line of what it does, and its neglect ("" for none worth a mention)."""

    move: Move
    verb: str
    target: str
    icon: str
    does: str
    group: str
    group_name: str
    neglect: str

    @property
    def label(self) -> str:
        """Verb and target in one line."""
        return f"{self.verb} {self.target}".strip()


@dataclass(frozen=True)
class MoveGroup:
    """The legal moves of one responsibility, in the order of the role description, and why others are not there."""

    name: str
    title: str
    neglect: str
    moves: tuple[MoveWords, ...]
    closed: tuple[str, ...] = ()


def move_words(view: View, move: Move, picked: Sequence[Move] = ()) -> MoveWords:
    """A move in words for the seat that may make it; never raises for a move of another scenario. What the `picked`
    moves of the week see to is not called neglected."""
    verb, _past, icon = VERBS.get(move.kind, (move.kind.replace("_", " ").capitalize(), "", "circle-dot"))
    if move.kind == "assign" and move.option == "split":
        verb = "Split"
    if move.kind == "review":
        verb = "Add a review to" if move.option == "more" else "Drop a review from"
    group = group_of(move, view.seat)
    target = button_target(view.scenario, view.seat, move)
    return MoveWords(move, verb, target, icon, does(view, move), group, GROUPS[group], neglect(view, move, picked))


def move_groups(view: View, moves: tuple[Move, ...], picked: Sequence[Move] = ()) -> tuple[MoveGroup, ...]:
    """Legal moves by responsibility, each group in the engine's order; one without any where there is a reason."""
    found: dict[str, list[MoveWords]] = {}
    for move in moves:
        found.setdefault(group_of(move, view.seat), []).append(move_words(view, move, picked))
    groups: list[MoveGroup] = []
    for name, title in GROUPS.items():
        words, reasons = tuple(found.get(name, ())), closed(view, name, moves)
        if words or reasons:
            groups.append(MoveGroup(name, title, _left_alone(view, name, words, picked), words, reasons))
    return tuple(groups)


def _left_alone(view: View, group: str, words: Sequence[MoveWords], picked: Sequence[Move]) -> str:
    """What of a responsibility is neglected: for the relationship, whom silence costs by now."""
    if group == "relationships":
        waiting = dict.fromkeys(each.move.target for each in words if each.neglect)
        people = [view.scenario.people[by_id(view.scenario, target)] for target in waiting]
        return f"Silence costs trust: {listed([first_name(person) for person in people])}" if people else ""
    return group_neglect(view, group, picked) if any(not _idle(view, each.move) for each in words) else ""


def group_of(move: Move, seat: Seat) -> str:
    """The responsibility a move is listed under; renegotiating has a heading of its own."""
    return PROMISES if move.kind == RENEGOTIATE else responsibility_of(move.kind, seat)


def target_name(scenario: Scenario, kind: str, target: str) -> str:
    """What a move aims at, as a noun; the id itself where the scenario has none."""
    person = by_id(scenario, target)
    if person != NONE:
        who = scenario.people[person]
        return client_label(scenario, who) if who.side == "client" else first_name(who)
    for names in (
        [(a.id, a.name) for a in scenario.accounts],
        [(o.id, o.name) for o in scenario.offers],
        [(p.id, p.name) for p in scenario.projects],
        [(p.id, p.text) for p in scenario.promises],
    ):
        for name, words in names:
            if name == target:
                return words
    if kind == "mitigate":
        return next((r.name for r in scenario.risks if r.id == target), target)
    return "the team" if target == "team" else area_name(scenario, target)


def button_target(scenario: Scenario, seat: Seat, move: Move) -> str:
    """The target as it stands on the button, with its option."""
    name = target_name(scenario, move.kind, move.target)
    if move.kind == "sync":
        colleague = colleague_of(scenario, seat)
        who = first_name(colleague) if colleague is not None else "yourself"
        ask = ASK_WORDS.get(move.option, move.option)
        whom = they(colleague)[1] if colleague is not None else "them"
        return f"{who} · {ask.replace('[them]', whom)}" if move.option else who
    if move.kind == "hours":
        return f"{possessive(name)} hours to {move.option}"
    if move.kind == "assign":
        return (
            f"{name} across projects"
            if move.option == "split"
            else f"{name} to {target_name(scenario, '', move.option)}"
        )
    if move.kind == "prepare_renewal":
        return f"{name}{'’' if name.endswith('s') else '’s'} renewal"
    if move.kind == "freeze":
        return f"the scope of {name}"
    if move.kind == "table_free_work":
        return f"the free work for {name}"
    if move.kind == "mitigate":
        return f"“{name}”"
    return f"on “{name}”" if move.kind == RENEGOTIATE else name


def done_words(scenario: Scenario, kind: str, target: str, teller: Seat) -> str:
    """A move as part of a story, past tense: "called Dana"; `teller` is the seat that made it."""
    past = VERBS.get(kind, ("", kind.replace("_", " "), ""))[1]
    move = Move(kind, target)
    if kind == "hours":
        return f"set {possessive(target_name(scenario, kind, target))} hours"
    if kind == "mitigate":
        return f"{past} the risk “{target_name(scenario, kind, target)}”"
    if kind == "pitch":
        return f"{past} “{target_name(scenario, kind, target)}” to {_buyer(scenario, target)}"
    if kind in ("call", "visit", "repair", "warn"):  # a label may say “Nils, Fjell Coffee”, a story may not
        return f"{past} {target_name(scenario, kind, target).replace(', ', ' of ', 1)}"
    if kind == "assign":
        return f"moved {target_name(scenario, kind, target)} between projects"
    return f"{past} {button_target(scenario, teller, move)}"


def _buyer(scenario: Scenario, offer: str) -> str:
    return next((scenario.accounts[o.account].name for o in scenario.offers if o.id == offer), "the client")


def possessive(name: str) -> str:
    """Leo’s, Agnes’s."""
    return f"{name}’s"


def does(view: View, move: Move) -> str:
    """One line of what a move does."""
    scenario, kind = view.scenario, move.kind
    if kind == "hours":
        return HOURS_DO.get(move.option, "")
    if kind == "review":
        more = move.option == "more"
        return (
            "Mistakes come to light sooner; 6 % of everybody’s time."
            if more
            else "6 % of the time back. Mistakes keep longer."
        )
    if kind == "sync":
        return _sync(view, move.option)
    if kind == "mitigate":
        for risk in scenario.risks:
            if risk.id == move.target:
                return _spares(view, risk)
    if kind == "pitch":
        for offer in scenario.offers:
            if offer.id == move.target:
                return _pitched(view, offer)
    if kind == "table_free_work":
        for account in scenario.accounts:
            if account.id == move.target:
                return _shown(view, account)
    if kind == "prepare_renewal":
        for account in scenario.accounts:
            if account.id == move.target:
                return f"{percent(view.known(account.prepared))} ready. {_readied(view, account)}"
    if kind == "look_into":
        return _found(view, move.target)
    if kind == "learn":
        for account in scenario.accounts:
            if account.id == move.target:
                known = percent(view.known(account.understanding) / 100.0)
                return f"You know {known} of their business. {DOES[kind]}"
    return DOES.get(kind, "")


def _idle(view: View, move: Move) -> bool:
    """Whether nothing is left undone where this is not done: a look where one has looked, or knows what lies there, and
    a renewal that is prepared."""
    scenario = view.scenario
    if move.kind == "prepare_renewal":
        return any(account.id == move.target and view.known(account.prepared) >= 1.0 for account in scenario.accounts)
    if move.kind != "look_into" or any(task.id == move.target for task in scenario.tasks):
        return False
    looked = _looked(view, move.target) < view.week - 1
    return looked or knows_one(view, hidden_in(scenario, area_name(scenario, move.target)))


def _found(view: View, target: str) -> str:
    """What may come of a look: nothing more where one has looked, as what an area hides is settled from the start."""
    scenario = view.scenario
    if any(task.id == target for task in scenario.tasks):
        return "Find most of the mistakes in it that nobody has found, if there are any."
    if _looked(view, target) < view.week - 1:
        return "You have looked there. There is no more to find."
    if knows_one(view, hidden_in(scenario, area_name(scenario, target))):
        return "You know what lies there. Find what else does, if anything."
    if scenario.projects and all(view.known(project.delivered) for project in scenario.projects):
        return "Find what is there, if anything is. The work is delivered: no danger there can strike it any more."
    return "Find what is there, if anything is."


def _looked(view: View, target: str) -> int:
    """Weeks since a look into the area; the way there may be another risk by now, the area is the same."""
    return view.neglected("look/" + area_name(view.scenario, target))


def _spares(view: View, risk: Risk) -> str:
    """What working against a risk takes off its damage and off its chance, which falls more slowly."""
    spared = number(view.scenario, view.values, risk.mitigated)  # which whoever works against it has done
    after = mitigate(spared)
    less = 1.0 - (1.0 - 0.5 * after) / (1.0 - 0.5 * spared)  # all of a cover takes half of the chance
    share = "a quarter" if round(100.0 * less) == 25 else percent(less)
    price = money(view.scenario.currency, MITIGATE_COST * risk.cost)
    damage = "what is left of its damage" if spared > 0.0 else "its damage"
    return f"Halves {damage} and takes {share} off its chance, for {price}."


def _sync(view: View, asked: str) -> str:
    """What a talk with the colleague brings, and whether what is asked in it is granted, as the rapport stands."""
    colleague = colleague_of(view.scenario, view.seat)
    who = first_name(colleague) if colleague is not None else "your colleague"
    gains = {
        "": "You see each other’s numbers, and what each of you knows.",
        "hold_off": f"For a week {who} promises nothing.",
        "date": f"What {who}’s plan says by Friday, and an honest estimate in the week after.",
        "room": f"For a week {who} agrees to less of what people ask for, so that less work comes on top.",
        "come_with_me": f"Next week {who} goes to the client with you.",
    }
    said = gains.get(asked, "")
    if not said or colleague is None:
        return said
    rapport, least = view.known(colleague.rapport), f"{ASK_GRANTED:.0f}"
    if rapport >= ASK_GRANTED:  # once for all asks
        terms = f"your rapport is {rapport:.0f}, {least} is enough, and asking costs {-ASK_RAPPORT:.0f} of it"
        last = view.week >= view.scenario.weeks  # which has nothing to ask, as an ask is done in the week after
        return said if asked or last else f"{said} What you ask besides is granted: {terms}."
    if not asked:
        return said
    refused = f"{said.partition(',')[0]}, and no more" if asked == "date" else "Not granted"
    return f"{refused}: your rapport is {rapport:.0f}, and it takes {least}."


def _pitched(view: View, offer: Offer) -> str:
    """What an offer would bring, and how likely it is taken, where the seat can judge that."""
    brings = f"{money(view.scenario.currency, offer.value)} if they take it"
    chance = view.offer_chance(offer)
    if chance is not None and view.difficulty != "stormy":
        brings += f", {percent(chance)} likely as things stand{_held_back(view, offer, chance)}"
    return f"{brings}. Each week from now is an even chance that they answer."


def _shown(view: View, account: Account) -> str:
    """What it does to show a client the work they did not pay for: to whom, and to what."""
    who = listed([first_name(view.scenario.people[contact]) for contact in account.contacts]) or "the client"
    expect = "expects less and minds" if len(account.contacts) < 2 else "expect less and mind"
    given = f"They remember {days(view.known(account.given))} of free work, a little less each week."
    return f"{given} Once shown the list, {who} {expect} a little, and half of the days are forgotten."


def _held_back(view: View, offer: Offer, chance: float) -> str:
    """Why an offer is less likely than it could be: an open complaint, or what they were asked to buy before."""
    if view.known(view.scenario.accounts[offer.account].issue):
        return ", with a complaint open"
    fresh = percent(view.offer_chance(offer, fresh=True) or 0.0)
    return f", and {fresh} had they been asked to buy nothing before" if fresh != percent(chance) else ""


def _readied(view: View, account: Account) -> str:
    """What a week of preparing adds, and what being ready does for the renewal, where the seat can judge that."""
    ready, chance = view.known(account.prepared), view.known(account.renewal_chance)
    if ready >= 1.0:
        return "There is nothing left to prepare."
    if view.difficulty == "stormy":
        return "Each week given to it adds a third."
    step, whole = _likelier(chance, min(PREPARED_STEP, 1.0 - ready)), _likelier(chance, 1.0 - ready)
    told = (
        "A week given to it adds a third. With all else as it is, this one makes them about "
        f"{step}{POINTS} more likely to sign"
    )
    return (
        f"{told}."
        if ready + PREPARED_STEP >= 1.0
        else f"{told}, each one after it less: about {whole} once all is ready."
    )


def _likelier(chance: float, readier: float) -> str:
    """The points by which a renewal gets likelier than `chance` for so much more of its preparation."""
    likelier = chance * odds(PREPARED * readier)
    return decimal(100.0 * (likelier / (1.0 - chance + likelier) - chance), 0)


DOES = {
    "call": "They notice. A little warmth, and no silence to read things into.",
    "visit": "More than a call, when you have not been for a while. Costs a train and a lunch.",
    "learn": "You learn a quarter of what you do not know yet. Offers fit better; a secret may come out.",
    "repair": "Apologise and put it right. It closes an open complaint, and helps most the first time.",
    "freeze": "For three weeks hardly anything creeps in; your own yes still does. Not welcome with the client.",
    "trade": (
        "About a twelfth of it goes, a day at least. The client notices, and makes "
        f"one such swap in {small(TRADE_AGAIN)} weeks."
    ),
    "re_estimate": "An honest forecast, rework included. It is rarely an earlier one.",
    "assign": "Their days go there from this week. Switching costs a little.",
    "talk": "Their morale, and whatever they would only say to your face.",
    "warn": "They hear it from you, early. Not welcome now, remembered later.",
    RENEGOTIATE: "Two more weeks for what was said; the plan’s dates stay. Costs some trust, and more each time.",
}


def neglect(view: View, move: Move, picked: Sequence[Move]) -> str:
    """How long this has been left undone, or when it was last looked into; "" when it is not worth a mention."""
    if move in picked:
        return ""
    scenario = view.scenario
    person = by_id(scenario, move.target)
    if move.kind in CONTACTS and person != NONE:
        if any(each.kind in CONTACTS and each.target == move.target for each in picked):
            return ""
        silent = round(view.known(scenario.people[person].silence))
        last = week_of(max(1, view.week - silent))
        return f"No time given to them since {last}: it costs trust" if silent >= SILENT_FROM else ""
    if move.kind == "talk":
        since = view.neglected("talk/" + move.target)
        return _since(view, since, "No talk with you yet", "Last talk") if since >= LONG_SILENT else ""
    if move.kind == "look_into":
        since = _looked(view, move.target)
        if since < view.week - 1:
            return f"Looked into {ago(since + 1)}"
        return (
            "You know what lies there" if knows_one(view, hidden_in(scenario, area_name(scenario, move.target))) else ""
        )
    if move.kind == RENEGOTIATE:
        return ""
    return group_neglect(view, group_of(move, view.seat), picked)


def hidden_in(scenario: Scenario, area: str) -> list[int]:
    """The numbers that say who knows what lies in an area; none where nothing does."""
    truths = [known for each in scenario.truths if each.area == area for known in (each.known_am, each.known_pm)]
    risks = [known for each in scenario.risks if each.area == area for known in (each.known_am, each.known_pm)]
    return truths + risks


def knows_one(view: View, hidden: list[int]) -> bool:
    """Whether this seat knows any of what is hidden, by whichever way."""
    return any(view.live(known) and view.known(known) for known in hidden)


# responsibilities that drift when left alone
DRIFTS = (
    "risks", "coordination", "client_goals", "selling", "contracts", "scope", "plan", "team", "stakeholders",
)  # fmt: skip


def group_neglect(view: View, group: str, picked: Sequence[Move]) -> str:
    """How long a responsibility has been left undone; "" for those that do not drift when left alone, and for what a
    move of this week serves already."""
    if any(responsibility_of(move.kind, view.seat) == group for move in picked):
        return ""
    if group not in DRIFTS or (group == "scope" and any(view.known(p.frozen) > 0.0 for p in view.scenario.projects)):
        return ""
    return _since(view, view.neglected(group), "Never picked so far", "Last picked")


def _since(view: View, since: int, never: str, lately: str) -> str:
    if since < 2:
        return ""
    return never if since >= view.week - 1 else f"{lately} {ago(since + 1)}"
