"""What a choice foreseeably does, as chips: a few words, a tone, an icon, and a spoken form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.engine.model import NONE, Choice
from game.engine.view import View
from game.insight.preview import CLEARLY, FELT, Chip, Preview, hangs_open, preview
from game.insight.words.figures import days, listed, money, percent, plain, small
from game.insight.words.people import first_name

_NAMES = 3  # people one chip has room for
STRONGLY = 8.0  # points from which a reaction is strong
ALONE, TOO = "alone", "too"
TIRED, RESTED = "battery-low", "battery-full"  # icons of who gets more tired, less tired


@dataclass(frozen=True)
class ChipWords:
    """One chip. `icon` says the same as the tone, so that nothing hangs on colour."""

    text: str
    tone: str
    icon: str
    spoken: str


MORE_DEFECTS = ChipWords("More defects", "bad", "badge-x", "More of it reaches the client broken; quality falls")
FEWER_DEFECTS = ChipWords("Fewer defects", "good", "badge-check", "Less of it reaches the client broken; quality rises")
WAITS_LONGER = ChipWords("More waiting", "warn", "hourglass", "Hand-overs wait longer, and less gets done")
WAITS_LESS = ChipWords("Less waiting", "good", "hourglass", "Hand-overs wait less, and more gets done")
GOES_ON = ChipWords("The talk goes on", "plain", "message-circle", "It leads to a further question")
STANDS = ChipWords(
    "Stands once given",
    "plain",
    "circle-question-mark",
    "Part of what comes of it is not for you to know; once given, the answer stands",
)
UNFORESEEN = ChipWords("Hard to foresee", "plain", "circle-question-mark", "Nobody could foresee much of it")


def choice_chips(view: View, choice: Choice) -> tuple[ChipWords, ...]:
    """The chips a screen has room for, in words; where there are more, people who take it alike share one."""
    found = preview(view, choice)
    groups: list[list[Chip]] = []
    for chip in found.chips:
        any_number = _tires(chip) == ALONE
        alike = [group for group in groups if _alike(group[0], chip) and (any_number or len(group) < _NAMES)]
        if alike and len(found.chips) > found.room:
            alike[0].append(chip)
        else:
            groups.append([chip])
    first = Preview(tuple(group[0] for group in groups), found.room).shown
    told = [chip_words(view, *group, *_tired_too(group[0], groups, first)) for group in groups if group[0] in first]
    if hangs_open(view, choice.outcome) and all(chip.sure and chip.kind != "chance" for chip in first):
        told.append(STANDS)
    if choice.scene:
        told.append(GOES_ON)
    return tuple(told) or (UNFORESEEN,)


def _alike(one: Chip, other: Chip) -> bool:
    """Whether two people take it the same way, or each of them either way."""
    people = one.kind == other.kind == "person"
    if people and not one.sure and not other.sure:
        return True
    plainly = people and one.sure and other.sure and not one.mixed and not other.mixed
    return plainly and _sign(one) == _sign(other) and _tires(one) == _tires(other)


def _tired_too(chip: Chip, groups: list[list[Chip]], first: tuple[Chip, ...]) -> list[Chip]:
    """Who gets tired or rests as somebody does, and has no room for what else it does to them."""
    if _tires(chip) != ALONE:
        return []
    others = [other for group in groups if group[0] not in first for other in group]
    parts = [other._replace(amount=other.tired, better=NONE, worse=NONE) for other in others]
    return [part for part in parts if _tires(part) == ALONE and _alike(chip, part)]


def chip_words(view: View, chip: Chip, *alike: Chip) -> ChipWords:
    """One chip in words; with people who take it alike, one for all of them."""
    if chip.kind == "person":
        return _person(view, chip, [first_name(view.scenario.people[each.person]) for each in (chip, *alike)])
    said = chip.named or chip.amount
    if chip.kind == "money":
        return _perhaps(chip, _money(view.scenario.currency, said))
    if chip.kind == "days":
        return _perhaps(chip, _work(chip, said))
    if chip.kind == "defects":
        return _perhaps(chip, MORE_DEFECTS if chip.amount > 0.0 else FEWER_DEFECTS)
    if chip.kind == "waits":
        return WAITS_LONGER if chip.amount > 0.0 else WAITS_LESS
    if chip.kind == "chance":
        if not chip.sure:
            return ChipWords("May not work", "plain", "dices", "It may work, or not; nobody can say how likely")
        text = f"{percent(chip.amount)} it works"
        spoken = f"{percent(chip.amount)} that what you try works; where it does not, the other labels promise too much"
        return ChipWords(text, "plain", "dices", spoken)
    if chip.kind == "promise":
        many = round(chip.amount)
        text = "A promise" if many == 1 else f"{small(many).capitalize()} promises"
        return ChipWords(text, "rel", "handshake", f"{text}, to be kept")
    if chip.kind in ("keeps", "breaks"):
        to = first_name(view.scenario.people[chip.person])
        tone, icon = ("good", "circle-check") if chip.kind == "keeps" else ("bad", "circle-x")
        return ChipWords(f"{chip.kind.capitalize()} a promise", tone, icon, f"It {chip.kind} an open promise to {to}")
    if chip.kind == "prepared":
        readier = f"{percent(chip.amount)} readier"
        return ChipWords(f"Renewal {readier}", "plain", "file-check", f"The renewal gets {readier}")
    if chip.kind == "known":
        learnt = percent(chip.amount / 100.0)
        spoken = f"You learn {learnt} of their business"
        return ChipWords(f"Their business +{learnt}", "plain", "book-open", spoken)
    if chip.kind == "report":
        spoken = "The client is told this next week; brighter than the work stands, it costs trust once they find out"
        return ChipWords("The client hears it", "rel", "megaphone", spoken)
    return ChipWords("Takes one move", "plain", "clock", "Takes one of your moves this week")


def _sign(chip: Chip) -> tuple[str, str]:
    """How strongly somebody takes it, in a word, and the icon that says so."""
    size, way = abs(chip.amount), "up" if chip.amount > 0.0 else "down"
    how = "strongly" if size >= STRONGLY else "clearly" if size >= CLEARLY else "a little"
    mark = "chevrons" if size >= STRONGLY else "arrow" if size >= CLEARLY else "chevron"
    return how, f"{mark}-{way}"


def _tires(chip: Chip) -> str:
    """Whether somebody gets tired, or rests, and nothing else; or that, too; "" for neither."""
    if chip.tired * chip.amount <= 0.0 or abs(chip.tired) < FELT:
        return ""
    return ALONE if abs(chip.amount - chip.tired) < FELT else TOO


def _person(view: View, chip: Chip, names: list[str]) -> ChipWords:
    name = names[0]
    how, icon = _sign(chip)
    if not chip.sure:
        spoken = f"{listed(names)} may take it either way"
        return ChipWords(f"{', '.join(names)}, maybe", "warn", "circle-question-mark", spoken)
    if chip.mixed:
        whole = "better" if chip.amount > 0.0 else "worse"
        both = f"{_change(view, chip, chip.better, True)}, {_change(view, chip, chip.worse, False)}"
        if abs(chip.amount) < FELT:
            return ChipWords(f"{name}, good and bad", "warn", "arrow-down-up", f"{name}: {both}; about even")
        return ChipWords(f"{name}, mostly {whole}", "warn", icon, f"{name}: {both}; on the whole {whole}, {how}")
    return _tiring(view, chip, names) if _tires(chip) == ALONE else _taken(chip, names)


def _taken(chip: Chip, names: list[str]) -> ChipWords:
    """How people take it; that they get tired, too, where they do."""
    how, icon = _sign(chip)
    tone = "good" if chip.amount > 0.0 else "bad"
    text, spoken = ", ".join(names), f"{tone.capitalize()} for {listed(names)}, {how}"
    if _tires(chip) == TOO:
        tired = "less tired" if chip.amount > 0.0 else "more tired"
        return ChipWords(f"{text}, {tired} too", tone, icon, f"{spoken}; {tired}, too")
    return ChipWords(text, tone, icon, spoken)


def _tiring(view: View, chip: Chip, names: list[str]) -> ChipWords:
    """Who gets more tired, or less: no word of their mood."""
    how = _sign(chip)[0].replace("strongly", "much")
    way, tone, icon = ("less tired", "good", RESTED) if chip.amount > 0.0 else ("more tired", "bad", TIRED)
    text = f"{_in_short(view, names)} {'much ' if how == 'much' else ''}{way}"
    return ChipWords(text, tone, icon, f"{listed(names)} {'gets' if len(names) == 1 else 'get'} {how} {way}")


def _in_short(view: View, names: list[str]) -> str:
    """The names a chip has room for; the whole team as such, and of others how many more there are."""
    if len(names) <= _NAMES:
        return ", ".join(names)
    team = [person for person in view.scenario.people if person.side == "team"]
    if len(names) == len(team):
        return "The whole team"
    return f"{', '.join(names[: _NAMES - 1])} and {small(len(names) - _NAMES + 1)} more"


def _change(view: View, chip: Chip, quantity: int, good: bool) -> str:
    """What of somebody gets better or worse: "trust up", "more tired"."""
    person = view.scenario.people[chip.person]
    if quantity == person.fatigue:
        return "less tired" if good else "more tired"
    if quantity == person.hours:
        return "fewer hours" if good else "longer hours"
    names = {
        person.morale: "morale",
        person.rapport: "rapport",
        person.confidence: "trust",
        person.relationship: "trust",
    }
    return f"{names.get(quantity, 'satisfaction')} {'up' if good else 'down'}"


def _perhaps(chip: Chip, words: ChipWords) -> ChipWords:
    """The same with a maybe, where it hangs on what nobody has told."""
    if chip.sure:
        return words
    return replace(
        words, text=f"{words.text}, maybe", spoken=f"{words.spoken}, or not: it hangs on what you do not know"
    )


def _work(chip: Chip, said: float) -> ChipWords:
    """Days of work; on a chance also those there are if it does not work."""
    less = said < 0.0
    text = f"{days(abs(said))} {'less' if less else 'of'} work"
    spoken = f"{days(abs(said))} {'less' if less else 'more'} work"
    if chip.failed:
        how = "less" if chip.failed < 0.0 else "more"
        other = f"{days(abs(chip.failed))} {how} work"
        if chip.named:
            turned = f" {how}" if chip.failed * chip.named < 0.0 else ""
            shown = f"{text}, else {plain(abs(chip.failed))}{turned}"
            return ChipWords(shown, "dlv", "wrench", f"{spoken}, else {other}")
        return ChipWords(f"Else {other}", "dlv", "wrench", f"{other} if it does not work")
    return ChipWords(text, "dlv", "wrench", spoken)


def _money(currency: str, amount: float) -> ChipWords:
    sum_of = money(currency, abs(amount))
    if amount < 0.0:
        return ChipWords(f"{sum_of} cost", "warn", "coins", f"Costs {sum_of}")
    return ChipWords(f"{sum_of} in", "good", "coins", f"Brings in {sum_of}")
