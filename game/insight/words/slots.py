"""What the slots of a sentence say: [who], [amount], [event] and the others that the tables of sentences use."""

from __future__ import annotations

from game.engine.model import NONE
from game.insight.words.causes import choices_on, doer, entitled
from game.insight.words.figures import about, capital, day_of, days, percent, plain, week_of, weeks
from game.insight.words.lived import Beat, Week
from game.insight.words.people import colleague_of, first_name, they, whose


def slots(lived: Week, beat: Beat) -> dict[str, str]:
    """What the slots of a sentence say."""
    scenario = lived.scenario
    colleague = colleague_of(scenario, lived.viewer)
    found = {"col": first_name(colleague) if colleague is not None else "you", "text": beat.detail, "who": beat.subject}
    person = scenario.people[beat.person] if beat.person != NONE else None
    found["they"], found["them"], found["their"] = they(person) if person is not None else ("it", "it", "its")
    if beat.cause is not None:
        who = doer(lived.view, beat.cause.seat)
        found["your"], found["Your"] = whose(who)
        found["sayer"] = who
        event, _way = choices_on(scenario, beat.cause.key.partition(":")[2])
        found["event"] = entitled(event) if event is not None else ""
        found["what"] = beat.cause.text if beat.cause.kind == "risk" else ""
        if beat.cause.key.startswith("law:resignation"):
            found["text"] = beat.cause.text.removesuffix(" left")
    went = f"{beat.detail} of mistakes nobody had found went out with it" if beat.detail else ""
    found["broken"] = went or "whatever is still wrong in it now belongs to the client"
    silent = round(beat.value)
    found["long"], found["Long"] = weeks(silent), capital(weeks(silent))
    found["hours"] = plain(beat.value)
    found["due"] = week_of(beat.value)
    if beat.kind == "forecast":
        found["day"] = day_of(lived.value(beat.quantity))
        found["amount"] = days(round(abs(beat.change), 1))
    elif beat.kind in ("grew", "shrank"):
        found["amount"] = days(round(abs(beat.change), 1))
    elif beat.kind == "renewal":
        found["value"] = found["Value"] = percent(beat.value)
    else:
        found["amount"] = about(scenario.currency, beat.change)
    return found
