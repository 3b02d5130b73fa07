"""The fields of a scenario file, each with a description and an example, for the reference and the editor's schema."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from game.scenario.closed import (
    METERS,
    NOVELTY,
    TONES,
    Asked,
    Challenge,
    Kpi,
    Plays,
    Side,
    Skill,
    Stance,
    Style,
    Trades,
    count,
    word,
)
from game.scenario.fields import Flags, Lines, OutcomeSpec, Refs, Spec, needed, optional
from game.scenario.scalars import (
    AnyNumber,
    ChoiceId,
    Days,
    Every,
    Factor,
    Formula,
    HoursSpread,
    Id,
    Money,
    Path,
    PointsSpread,
    Ref,
    Share,
    ShareSpread,
    Trade,
    Week,
    WeekCount,
    Weight,
    Window,
    Words,
    YesNo,
    many,
    some,
)

_ABSORB = "{text: Take them on., skill: organisation, stance: accommodate}"  # two choices for examples
_ASK = "{text: Ask who pays., skill: sales acumen, stance: push}"


class SeatsSpec(Spec):
    """Who sits in the two seats."""

    am: Ref | None = optional(None, "The account manager, a person of side house.", "mara")
    pm: Ref | None = optional(None, "The project manager, a person of side house.", "joss")


class BriefingSpec(Spec):
    """What each seat reads before week 1: at most 120 words each."""

    am: Words | None = optional(None, "For the account manager.", "You look after Brightside.")
    pm: Words | None = optional(None, "For the project manager.", "You build the web shop.")
    both: Words | None = optional(None, "For somebody who plays both.", "You do all of it.")


class GoalSpec(Spec):
    """One of the three goals your manager sets."""

    text: Words = needed("The goal, as your manager says it.", "Live on the day we said")
    good: Formula = needed("When it is on track.", "project.forecast <= project.due")
    watch: Formula | None = optional(
        None, "When it is not on track but not lost either.", "project.forecast <= project.due + 1"
    )
    says: Lines | None = optional(None, "Three words of your own.", "[On track, Watch it, At risk]")


class GoalsSpec(Spec):
    """Three goals for each seat."""

    am: list[GoalSpec] = optional(
        [], "For the account manager.", "- {text: Signed for another year, good: account.renewal_chance >= 70%}"
    )
    pm: list[GoalSpec] = optional(
        [], "For the project manager.", "- {text: Live on the day we said, good: project.forecast <= project.due}"
    )
    both: list[GoalSpec] = optional(
        [],
        "For both; without it, two of the AM's and one of the PM's.",
        "- {text: They still like us, good: dana.trust >= 55}",
    )


class AccountSpec(Spec):
    """A client company."""

    client: Words = needed("The company's name.", "Brightside Outdoor")
    value: Money = needed("What it pays in a year.", "180_000")
    renewal: Week = optional(52, "The week the contract is due for renewal; it may lie after the last.", "week 10")
    upsell_target: Money | None = optional(None, "What you are expected to sell on top.", "20_000")
    contacts: Refs | None = optional(None, "Its people; without it, everybody of side client there.", "[dana, gareth]")
    switching_cost: Factor = optional(0.5, "How hard it would be for them to leave: 0 easy, 1.5 very hard.", "0.5")
    main: YesNo = optional(False, "Whether it is the account of the story; otherwise the first is.", "yes")


class PersonSpec(Spec):
    """Somebody with a name."""

    name: Words = needed("First and last name.", "Dana Whitfield")
    title: Words | None = optional(None, "What it says on their card.", "Head of E-commerce")
    side: Side = needed("client, team (does the work) or house (runs it).", "client")
    account: Ref | None = optional(None, "Clients: their account, when not the main one.", "fjell")
    influence: Annotated[int, *count(0, 10, "influence")] = optional(1, "Clients: how much their word counts.", "3")
    trust: PointsSpread = optional((60.0, 60.0), "Clients: trust at the start, 0 to 100.", "55 to 65")
    satisfaction: PointsSpread = optional((70.0, 70.0), "Clients: satisfaction at the start.", "70")
    expectation: PointsSpread = optional((70.0, 70.0), "Clients: what they expect.", "70")
    intro: Words | None = optional(None, "One line when they first speak.", "Runs the shop and reads every order.")
    face: Annotated[dict[Id, Words], BeforeValidator(some)] = optional(
        {}, "Words for their portrait.", "{hair: bob, glasses: round}"
    )
    skill: Trades = optional([], "Team: what they can do.", "[development, testing]")
    rate: Money = optional(600.0, "Team: what one day costs.", "640")
    morale: PointsSpread = optional((70.0, 70.0), "Team: morale at the start.", "70")
    fatigue: ShareSpread = optional((0.0, 0.0), "Team: how tired they start.", "5%")
    hours: HoursSpread = optional((40.0, 40.0), "Team: hours a week.", "40")
    ramp: ShareSpread = optional((1.0, 1.0), "Team: how well they know the work.", "60%")
    project: Ref | None = optional(None, "Team: the project they start on, when not the first.", "portal")
    style: Style = optional("balanced", "House: how they decide when nobody plays their seat.", "by-the-book")
    rapport: PointsSpread = optional((60.0, 60.0), "House: how well the two of you get on.", "60")


class TaskSpec(Spec):
    """A piece of a project."""

    name: Words | None = optional(None, "What it is called.", "Checkout")
    work: Days = needed("Person-days of work.", "30 days")
    skill: Trade = needed("The skill it asks for.", "development")
    after: Refs = optional([], "Tasks that must be done first.", "[design]")
    milestone: YesNo = optional(False, "Whether the client counts on its date.", "yes")
    novelty: Annotated[str, *word(NOVELTY, "how new it is")] = optional(
        "normal", "routine is done right the first time more often than novel.", "novel"
    )
    tested: YesNo | None = optional(None, "Whether mistakes are found early (yes) or late (no).", "yes")


class ProjectSpec(Spec):
    """What is being delivered."""

    name: Words | None = optional(None, "What it is called.", "Web shop")
    account: Ref | None = optional(None, "The account that pays, when not the main one.", "fjell")
    budget: Money = needed("The money there is for it.", "120_000")
    due: Week = needed("The week it is promised for.", "week 9")
    status_report: Every = optional(3, "How often the PM reports, or no.", "every 3 weeks")
    tasks: dict[Id, TaskSpec] = needed("Its tasks.", "{design: {work: 12 days, skill: design}}")


class OfferSpec(Spec):
    """What the account manager may pitch."""

    name: Words = needed("What it is called.", "Loyalty programme")
    account: Ref | None = optional(None, "To whom, when not the main account.", "fjell")
    value: Money = needed("What it brings in.", "30_000")
    fit: Share = optional(0.5, "How well it fits what they need.", "60%")
    when: Formula | None = optional(None, "When it may be pitched.", "week >= 3")


class RiskSpec(OutcomeSpec):
    """Something that may go wrong, once. What it does then is written like any outcome."""

    name: Words | None = optional(None, "What it is called once known.", "Payment certification")
    project: Ref | None = optional(None, "The project it threatens, when not the first.", "portal")
    area: Words | None = optional(None, "What looking into it is called.", "the payment provider")
    chance: Formula = needed("The probability in one week.", "8%")
    weeks: Window | None = optional(None, "The weeks in which it may strike.", "3-8")
    cost: Money = optional(0.0, "What it would cost, for the risk KPI.", "9_000")
    known: Annotated[list[Asked], BeforeValidator(many)] = optional([], "Who knows of it from the start.", "[pm]")


class TruthSpec(Spec):
    """A hidden fact of this play, drawn from the seed."""

    chance: Share = needed("How likely it holds.", "50%")
    tells: Words = needed("The fact, as the debrief or somebody tells it.", "Her board sees the shop in week 8.")
    area: Words | None = optional(None, "What can be looked into to find it out.", "Dana's calendar")
    known_by: Refs = optional([], "People who tell you when they trust you.", "[dana]")
    effects: Annotated[dict[Path, Formula], BeforeValidator(some)] = optional(
        {}, "What it changes from the start.", "{checkout.work: +6 days}"
    )
    sets: Flags = optional([], "Flags it sets from the start.", "in_a_hurry")


class PromiseSpec(Spec):
    """Somebody's word, given to somebody."""

    by: Asked = needed("The seat that gives it.", "pm")
    to: Ref = needed("Whom it is given to.", "dana")
    text: Words = needed("What is promised.", "Live by week 9")
    due: Week | None = optional(None, "The week it is due.", "week 9")
    kept_when: Formula = needed("When it is kept.", "project.delivered > 0")
    weight: Weight = optional(1.0, "How much it counts.", "2")
    open: YesNo = optional(False, "Whether it stands from the start.", "yes")


class ChoiceSpec(OutcomeSpec):
    """One of the options of an event."""

    text: Words = needed("What you do or say; at most 18 words.", "Take them all on. It is only a few days.")
    skill: Skill | None = optional(None, "The skill it exercises.", "relationship building")
    stance: Stance | None = optional(None, "What kind of answer it is; colleagues choose by it.", "accommodate")
    needs: Formula | None = optional(None, "When it can be chosen; only what this seat sees.", "dana.trust >= 45")
    takes: Annotated[int, *count(0, 1, "0 or 1 moves", "moves", "move")] = optional(
        0, "Whether it takes one of the week's moves.", "1 move"
    )
    scene: SceneSpec | None = optional(
        None,
        "A further question in the same event.",
        "{text: And who pays?, choices: {us: {text: We do.}, you: {text: You do.}}}",
    )


Choices = Annotated[dict[ChoiceId, ChoiceSpec], BeforeValidator(some)]


class SceneSpec(Spec):
    """A further question after a choice."""

    who: Ref | None = optional(None, "Who asks, when not the same person.", "gareth", alias="from")
    text: Words = needed("What they say.", "And who pays?")
    choices: Choices = needed("The options.", "{us: {text: We do.}, you: {text: You do.}}")


class EventSpec(Spec):
    """A situation that asks for a choice."""

    title: Words | None = optional(None, "A short, odd title.", "Eleven tiny things")
    asks: Asked = needed("The seat that answers: am or pm.", "pm")
    plays: Plays | None = optional(None, "The plays it belongs to, when not all.", "[am, both]", alias="in")
    weeks: Window | None = optional(None, "The weeks it may come.", "2-6")
    when: Formula | None = optional(None, "What must hold.", "checkout.progress > 20%")
    chance: Formula | None = optional(None, "The probability per week once the rest holds.", "60%")
    priority: Annotated[int, *count(0, 9, "a priority")] = optional(5, "0 to 9; higher comes first.", "7")
    expires: WeekCount = optional(2, "How long it may wait for room in the inbox.", "2 weeks")
    repeats: WeekCount | None = optional(None, "How soon it may come again; otherwise once.", "4 weeks")
    follow_up: YesNo | None = optional(None, "Whether it only comes when another outcome calls it.", "yes")
    quiet: YesNo = optional(False, "Whether it only fills an empty inbox.", "yes")
    who: Ref | None = optional(None, "Who says it; without, it is told.", "dana", alias="from")
    how: Words | None = optional(None, "How it reaches you.", "By e-mail, Friday")
    text: Words = needed("What they say; at most 60 words.", "Dana forwards eleven tiny changes.")
    note: Words | None = optional(None, "What the other seat reads of it.", "Mara was copied in.")
    ignored: OutcomeSpec | None = optional(
        None, "Both seat: what happens when it is left unanswered.", "{effects: {dana.trust: -3}}"
    )
    choices: Choices = needed(
        "The options: usually three.",
        f"{{absorb: {_ABSORB}, ask: {_ASK}}}",
    )


class EndingSpec(Spec):
    """How a play ends."""

    title: Words = needed("Its title.", "Signed, with a smile")
    text: Words = needed("What is told.", "The shop went live on a Tuesday.")
    when: Formula | None = optional(
        None, "What must hold; without it, this is the ending when no other holds.", "week > 0"
    )
    early: YesNo = optional(False, "Whether it may come before the last week, after two warnings.", "yes")
    severity: Annotated[int, *count(0, 9, "a severity")] = optional(1, "Of several, the highest counts.", "9")
    tone: Annotated[str, *word(TONES, "a tone")] = optional("mixed", "good, mixed or bad.", "bad")
    warnings: Lines = optional(
        [], "The two warnings before an early ending.", "[Dana is brief today., Dana copied her lawyer.]"
    )
    plays: Plays | None = optional(None, "The plays it belongs to, when not all.", "[am, both]", alias="in")


class EpilogueSpec(Spec):
    """What became of somebody; the first that holds is told."""

    who: Ref = needed("Who it is about.", "dana")
    when: Formula | None = optional(None, "What must hold.", "account.signed")
    text: Words = needed("What became of them.", "Dana asked for you by name.")


class TargetSpec(Spec):
    """Where a KPI's points run from 0 to 100."""

    floor: AnyNumber = needed("Worth 0 points.", "40")
    target: AnyNumber = needed("Worth 100 points.", "80")


class DebriefSpec(Spec):
    """What the guided look back offers."""

    notes: Lines = optional([], "Things worth noticing.", "- Dana told the board before you knew.")
    questions: Lines = optional([], "Questions without an answer in the book.", "- When would you have said no?")


class GuideSpec(Spec):
    """One line of guidance in a tutorial."""

    id: Ref = needed("An id.", "first_mail")
    when: Formula | None = optional(None, "When it shows.", "week == 1")
    text: Words = needed("What it says.", "This is your inbox.")
    points_at: Words | None = optional(None, "The part of the screen it points at.", "inbox")


class ScenarioSpec(Spec):
    """A scenario file."""

    format: Annotated[int, *count(0, 1_000_000, "a format number")] = needed("The version of this format: 1.", "1")
    title: Words = needed("The story's title.", "Just one more thing")
    summary: Words | None = optional(None, "One sentence for the library.", "A retailer keeps adding tiny requests.")
    setting: Words | None = optional(None, "Where it plays.", "digital agency")
    challenge: Challenge = needed("The challenge it trains.", "scope creep")
    weeks: Annotated[int, *count(1, 52, "a number of weeks", "weeks", "week")] = needed("How many weeks.", "10")
    minutes: Annotated[int, *count(1, 600, "minutes", "minutes")] | None = optional(
        None, "How long a first play takes; 3 a week without it.", "30"
    )
    currency: Words = optional("€", "The sign before amounts of money.", "£")
    seats: SeatsSpec | None = optional(None, "Who sits in the two seats.", "{am: mara, pm: joss}")
    boss: Ref | None = optional(None, "Your manager, a person of side house.", "helena")
    briefing: BriefingSpec | None = optional(
        None, "What each seat reads first.", "{am: You look after Brightside., pm: You build the web shop.}"
    )
    goals: GoalsSpec | None = optional(
        None,
        "Three goals for each seat.",
        "{pm: [{text: Live on the day we said, good: project.forecast <= project.due}]}",
    )
    account: AccountSpec | None = optional(
        None, "The client, when there is one.", "{client: Brightside, value: 180_000}"
    )
    accounts: dict[Id, AccountSpec] | None = optional(
        None,
        "Several clients; the first is the story's.",
        "{brightside: {client: Brightside Outdoor, value: 180_000}, fjell: {client: Fjell Coffee, value: 40_000}}",
    )
    people: dict[Id, PersonSpec] = needed("Everybody with a name.", "{dana: {name: Dana Whitfield, side: client}}")
    project: ProjectSpec | None = optional(
        None,
        "The project, when there is one.",
        "{budget: 120_000, due: week 9, tasks: {design: {work: 12 days, skill: design}}}",
    )
    projects: dict[Id, ProjectSpec] | None = optional(
        None,
        "Several projects; the first is the story's.",
        "{app: {budget: 90_000, due: week 7, tasks: {build: {work: 40 days, skill: development}}}}",
    )
    offers: Annotated[dict[Id, OfferSpec], BeforeValidator(some)] = optional(
        {}, "What may be pitched.", "{loyalty: {name: Loyalty programme, value: 30_000}}"
    )
    risks: Annotated[dict[Id, RiskSpec], BeforeValidator(some)] = optional(
        {}, "What may go wrong.", "{provider: {chance: 8%, tells: The payment provider wants a certificate.}}"
    )
    truths: Annotated[dict[Id, TruthSpec], BeforeValidator(some)] = optional(
        {}, "Hidden facts.", "{board_date: {chance: 50%, tells: Her board sees the shop in week 8.}}"
    )
    promises: Annotated[dict[Id, PromiseSpec], BeforeValidator(some)] = optional(
        {},
        "Promises.",
        "{go_live: {by: pm, to: dana, text: Live by week 9, due: week 9, kept_when: project.delivered > 0}}",
    )
    events: dict[Id, EventSpec] = needed(
        "What happens and asks for a choice.",
        f"{{wishlist: {{asks: pm, text: Eleven tiny changes., choices: {{absorb: {_ABSORB}, ask: {_ASK}}}}}}}",
    )
    endings: Annotated[dict[Id, EndingSpec], BeforeValidator(some)] = optional(
        {}, "How it may end.", "{over: {title: Week ten, text: The weeks are over. The list is not.}}"
    )
    epilogues: list[EpilogueSpec] = optional(
        [], "What became of people.", "- {who: dana, text: Dana asked for you by name.}"
    )
    targets: Annotated[dict[Kpi, TargetSpec], BeforeValidator(some)] = optional(
        {}, "Where the KPIs' points run.", "{satisfaction: {floor: 40, target: 80}}"
    )
    weights: Annotated[dict[Kpi, Weight], BeforeValidator(some)] = optional(
        {}, "How much KPIs count.", "{satisfaction: 2}"
    )
    debrief: DebriefSpec | None = optional(
        None, "For the look back.", "{notes: [Dana told the board first.], questions: [When would you have said no?]}"
    )
    guide: list[GuideSpec] = optional([], "Tutorial lines.", "- {id: first, text: This is your inbox.}")
    meters: Annotated[list[Annotated[str, *word(METERS, "a meter")]], BeforeValidator(many)] | None = optional(
        None, "Which meters show, when not both.", "[relationship]"
    )


class CommonSpec(Spec):
    """The events every scenario has."""

    events: dict[Annotated[str, PlainValidator(str)], EventSpec] = needed("Built-in events.", "{common_tidy_desk: ...}")


ChoiceSpec.model_rebuild()
ScenarioSpec.model_rebuild()
