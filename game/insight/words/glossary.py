"""Terms of the trade and of the game, each in a sentence or two."""

from __future__ import annotations

TERMS: dict[str, str] = {
    "account": "A client company and everything between it and us: people, contract, money, habits.",
    "account manager": (
        "Looks after the client: the relationship, their goals, the contract, what else they might need. "
        "Thinks in years."
    ),
    "backlog": "Work that has been asked for and not begun.",
    "baseline": "The plan as it was when everybody believed it. Later plans are measured against it.",
    "burn rate": "What a week costs, whether or not there was something to do.",
    "change request": "A wish with a price and a date, so that a yes means something.",
    "churn": "Clients, or revenue, lost in a year. Here: what goes between renewals, not at one.",
    "complaint": (
        "What a client holds against us, lodged and not yet settled. While it is open, it costs satisfaction every "
        "week and makes a renewal less likely. “Make it right” closes it; so do some answers."
    ),
    "confidence": "The quick half of trust: whether they think you can do it. Easily broken, slowly mended.",
    "CPI": "Cost performance: work earned for each unit of money spent. Below 1, the money goes faster than the work.",
    "CSAT": (
        "Satisfaction as surveys ask for it, 1 to 5. Four is good; the difference between four and five is "
        "whether they stay."
    ),
    "defect": "Something that reached the client broken. Found by us, it is only rework.",
    "dependency": "Work that cannot begin before other work is done, or before somebody else has moved.",
    "earned value": (
        "The planned price of what is reported done. An honest report still counts mistakes nobody has found."
    ),
    "EAC": "What the whole will cost, judged by the pace so far.",
    "expectation": (
        "What a client thinks is normal for you. It follows good service up quickly and bad service down slowly."
    ),
    "fatigue": "The share of a person’s output that long hours have eaten. Builds and fades over about a month.",
    "fixed price": "They pay the same whatever it costs us. Every addition is a gift, unless it is sold.",
    "forecast": "When it will be done and what it will cost if everybody goes on like this.",
    "free work": "Days worked that nobody is billed for. Welcome once, normal the third time.",
    "hidden rework": (
        "Work that counts as done and is wrong. It surfaces later, at the worst time unless somebody looks."
    ),
    "influence": "How much a person’s opinion weighs when their company decides.",
    "ledger": "Every change of every number, with its week and its cause. The causes add up exactly.",
    "milestone": "A date others have planned around. Met or not; nearly does not count.",
    "morale": (
        "How somebody on the team feels about coming in. Low morale and fatigue are what resignations are made of."
    ),
    "move": (
        "What you give your time to this week. You have two, three with both seats. What gets none for some "
        "weeks gets worse by itself: the list of moves says since when."
    ),
    "NPS": (
        "Share of those who would recommend us less share of those who would warn others. From few clients it"
        " is mostly noise."
    ),
    "pipeline": "Open offers, each at its value times its chance.",
    "project manager": (
        "Looks after the work: scope, plan, people, money, risks, the next report. Thinks to the end of the project."
    ),
    "promise": "What was said, to whom, by when. Kept is good, early hardly better, broken about four times as bad.",
    "quality": "How little of what reached the client was broken, and how content they are with it.",
    "rapport": "How you and your colleague get on, 0 to 100. From 40 on, a colleague grants what you ask.",
    "re-estimate": "Asking again how long it will take, with what is known now. The answer is rarely earlier.",
    "relationship": "The slow half of trust: whether they like dealing with you. Also the name of the client’s meter.",
    "renewal": "The date on which a contract goes on or ends. Its chance is known long before.",
    "retention": "The share of clients, or revenue, that stays when it could go.",
    "risk": (
        "Something that may happen, with a chance and a cost. Known, it can be worked against; unknown, it "
        "counts in full."
    ),
    "risk covered": (
        "Of all that could go wrong, in money, how much is known and worked against. What nobody has found counts in "
        "full. Look into things to find it, then work against it."
    ),
    "scope": "What was agreed to be made. It grows by itself, about two per cent a month.",
    "scope creep": "Many small additions, each reasonable, none of them planned.",
    "seat": "The role you play: account manager, project manager, or both.",
    "silence": (
        "Weeks since anybody gave a client their time: a call, a visit, a warning, an answer that took a move. Over "
        "two, it is bad news."
    ),
    "SPI": "Work earned against work planned by now. Always ends at 1, even when late; SPI(t) does not.",
    "stakeholder": "Anybody who can be pleased or hurt by the work, whether or not they pay for it.",
    "status report": "Green, amber or red. True, reported and told are three values; they need not agree.",
    "TCPI": "The cost performance the rest would need to end on budget. Above 1.10 it is out of reach.",
    "trust": (
        "Whether they rely on you: 60 % confidence, which is quick, and 40 % relationship, which is slow. It is what "
        "makes people wait, agree, and tell you things."
    ),
    "truth": "A fact of this play that nobody told you: drawn at the start, found out by asking, true either way.",
    "upsell": "Selling a client something more. It works when it fits, and not while something is broken.",
    "utilisation": "Billed hours against a normal week. Best at 70 to 80 %; above that, everything begins to wait.",
}


def meaning(term: str) -> str:
    """What a term means; "" for one that is not in the list. Upper and lower case are the same."""
    wanted = term.strip().lower()
    for name, words in TERMS.items():
        if name.lower() == wanted:
            return words
    return ""
