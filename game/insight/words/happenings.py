"""The sentences of a recap for what happens once: signatures, promises, deliveries, strikes; and the reasons."""

from __future__ import annotations

Variants = tuple[str, ...]

THINGS: dict[str, Variants] = {
    "resigned": (
        "has handed in the notice.",
        "is leaving. It was said on the stairs, between two meetings.",
        "has found something else. It did not take long.",
    ),
    "renewed": ("has signed again.", "signed. The pen was theirs.", "stays, in writing."),
    "renewal_due": (
        "decides next week whether to sign again.",
        "has the contract on the table next week.",
    ),
    "lost": ("does not sign again.", "is no longer our client.", "will not go on with us."),
    "left": ("is no longer our client.", "has left without a scene.", "will not go on with us."),
    "sold": (
        "pays [amount] for something on top.",
        "signed for [amount] more.",
        "agreed to [amount], and asked for an invoice.",
    ),
    "credit": (
        "cost us [amount] that no bill covers.",
        "took [amount] this week that nobody invoices.",
        "is [amount] dearer to us, and no bill says so.",
    ),
    "complaint": (
        "has lodged a complaint.",
        "put it in writing, with a date.",
        "has a complaint open.",
    ),
    "settled": (
        "considers the matter settled.",
        "has closed the complaint.",
        "has nothing more to say about the complaint.",
    ),
    "won": (
        "is sold.",
        "got a yes.",
        "is theirs now, and paid for.",
    ),
    "declined": (
        "got a no.",
        "is not wanted. Not now, anyway.",
        "went the way of most offers.",
    ),
    "delivered": (
        "is delivered.",
        "is live, in time.",
        "is out of the house.",
    ),
    "delivered_late": (
        "is delivered, late.",
        "is live, after the date and before the lawyers.",
        "is out of the house at last.",
    ),
    "milestone_late": (
        "will miss its week: planned for [text], expected in [due]. Milestones are half of On time.",
        "goes from [text] to [due]. Milestones are half of On time.",
    ),
    "milestone_met": (
        "can be met again, planned for [text]. Milestones are half of On time.",
        "is back inside its week. Milestones are half of On time.",
    ),
    "milestone_met_done": (
        "was done in its week after all. Milestones are half of On time.",
        "met its week, which is what half of On time is made of.",
    ),
    "milestone_late_done": (
        "was done after its week, [text]. Milestones are half of On time.",
        "is done, and was planned for [text]. Milestones are half of On time.",
    ),
    "grew": (
        "has [amount] of work more in it.",
        "grew by [amount] of work.",
        "is [amount] of work larger than on Monday.",
    ),
    "shrank": (
        "has [amount] of work less in it.",
        "is [amount] of work lighter.",
        "is smaller by [amount] of work.",
    ),
    "found_out": (
        "stands worse than they had been told, and now they know: [text].",
        "is [text]. They found out by themselves.",
        "is [text], and they know since when.",
    ),
    "made": (
        "has [your] word: “[text]”.",
        "wrote it down as [your] word: “[text]”.",
        "counts on what [sayer] said: “[text]”.",
    ),
    "kept": (
        "has what was promised: “[text]”.",
        "got what was asked for: “[text]”.",
        "had [your] word for it, and was not let down: “[text]”.",
    ),
    "kept_moved": (
        "has it, on the later date: “[text]”.",
        "has what was promised after all, once the date had moved: “[text]”.",
        "has “[text]” at last. The first date is still legible underneath.",
    ),
    "exceeded": ("has what was promised, before its date: “[text]”.", "had it before the date: “[text]”."),
    "broken": (
        "was let down: “[text]”.",
        "waited for “[text]”, and then stopped.",
        "had [your] word on “[text]”, and has only that.",
    ),
    "released": ("let you off: “[text]”.", "agreed to forget “[text]”."),
    "moved": ("moved “[text]” to [due].", "will wait until [due] for “[text]”."),
    "number": ("[text].",),
    "risk_told": (
        "was known to [col] already. Now to both of you.",
        "came up when you talked with [col].",
        "is a worry for two now, you and [col].",
    ),
    "risk_harmless": (
        "is nothing to fear, as things are. Now you know.",
        "cannot come, as things stand. It has been looked at.",
    ),
    "risk_found": (
        "could still happen, and now you know.",
        "is known to you now.",
        "is something to watch from now on.",
    ),
}
WHY: dict[str, str] = {
    "renewal_due": "",
    "delivered": "The team is free; [broken].",
    "delivered_late": "The team is free; [broken].",
    "milestone_met_done": "The week’s work: it was expected later, and planned for [text].",
    "milestone_late_done": "The week’s work: it was expected sooner.",
    "won": "Half of it comes again next year, if they stay.",
    "found_out": "What they had been told was better than it was.",
    "released": "Nothing is owed.",
    "declined": "It no longer counts among what is on offer.",
}
