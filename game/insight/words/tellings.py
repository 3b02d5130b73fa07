"""The sentences of a recap, by kind of beat and cause. A sentence goes on after the bold subject.

Slots: [what] the choice, quoted · [event] its event, quoted · [col] the colleague · [they] [them] [their] the person ·
[long] weeks of silence · [hours] · [amount] · [text] a promise or a name · [due] · [day] a date · [why] ·
[your] whose word a promise was.
"""

from __future__ import annotations

Variants = tuple[str, ...]

CLIENT_UP: dict[str, Variants] = {
    "own": (
        "liked your answer to [event].",
        "heard [what] and sat back a little.",
        "has told two colleagues about [what].",
        "thanked you for [what], briefly, and meant it.",
        "was glad of [what], and said so the same day.",
        "thought your answer to [event] was a proper one.",
        "came away from [event] lighter.",
        "has mentioned [event] twice, kindly.",
    ),
    "theirs": (
        "liked what [col] said about [event].",
        "has [col] to thank for [what], and does.",
        "heard [what] from [col] and sat back a little.",
        "mentions [col] kindly this week, on account of [event].",
        "thanks [col] for [event], and us a little, too.",
    ),
    "later": (
        "has not forgotten [what].",
        "has come round to [what].",
        "still lives off [what].",
        "brought up [event] again, this time with a smile.",
        "sees now what [event] was good for.",
    ),
    "call_theirs": (
        "was glad that [col] rang.",
        "had a call from [col], and one from nobody else.",
        "told [col] something on the phone, and felt better for it.",
    ),
    "visit_theirs": (
        "noticed that [col] made the journey.",
        "gave [col] the good biscuits.",
        "walked [col] to the door, still talking.",
    ),
    "straight_talk": (
        "hears the bad news from us first, and counts that for us.",
        "has stopped asking what we leave out.",
        "said it is a relief to be told things.",
    ),
    "follows": ("is getting used to us, in the good sense.", "has begun to say our name to others."),
    "call": (
        "was glad of the call.",
        "picked up at the first ring.",
        "had been meaning to say something; the call came first.",
        "talked longer than planned, which is a good sign.",
    ),
    "visit": (
        "noticed that somebody made the journey.",
        "showed you round, and meant it.",
        "cleared a chair for you, which not everybody gets.",
        "says things across a table that never make it into an e-mail.",
    ),
    "repair": (
        "accepted the apology.",
        "heard the whole of it, and let it go.",
        "had not expected anybody to come and say so.",
        "shook hands on it, a moment longer than usual.",
        "said that it was about time, and meant it kindly.",
    ),
    "warn": (
        "did not like the news, and liked hearing it early.",
        "would rather have heard something else, and said thank you.",
    ),
    "expectation": (
        "got a little more than expected.",
        "had expected less.",
        "is pleased, and slightly surprised about it.",
        "had feared worse, and said so.",
        "found nothing to complain about, and looked.",
        "had set the bar low. It was cleared.",
    ),
    "timeliness": (
        "has stopped asking about the date.",
        "believes the date again, for now.",
        "mentioned the date without raising an eyebrow.",
    ),
    "promise": ("got what was promised.", "ticked something off, and said so."),
    "offer": ("bought something, and is pleased with the purchase.",),
    "": (
        "is a little warmer than last week.",
        "has less to say against us, which is how it starts.",
        "is getting used to us.",
    ),
}
CLIENT_DOWN: dict[str, Variants] = {
    "own": (
        "did not enjoy your answer to [event].",
        "has gone over [what] twice, and not for pleasure.",
        "took [what] home over the weekend.",
        "said “I see” to [what], which is not agreement.",
        "has repeated [what] to somebody further up.",
        "had expected another answer to [event].",
        "has not come back to [event], which is unlike [them].",
    ),
    "theirs": (
        "did not enjoy [col]’s answer to [event].",
        "had [what] from [col], and has gone quiet.",
        "repeats what [col] said about [event], slowly.",
        "said “I see” to [col], which is not agreement.",
    ),
    "later": (
        "has found out what [what] means.",
        "is paying for [what] now.",
        "came back to [event], and not kindly.",
        "remembers [event] otherwise than you do.",
        "had hoped [what] would turn out otherwise.",
    ),
    "ignored": ("asked, and nobody answered.", "is still waiting for an answer about [event]."),
    "silence": (
        "has not had a call or a visit for [long].",
        "has begun to fill the silence on [their] own.",
        "has stopped expecting the telephone to ring. [Long] now.",
        "asks reception whether the two firms still work together.",
    ),
    "timeliness": (
        "has been told the date is in doubt, and plans around you.",
        "has a date nobody believes in, [them] included.",
        "asked for the date again. It was the same date, said differently.",
        "keeps a calendar open next to your e-mails.",
    ),
    "defects": (
        "keeps finding what testing did not.",
        "has started a list of what is broken, with numbers.",
        "clicks on things now to see whether they hold.",
    ),
    "slow_answers": (
        "waits days for answers, and counts them.",
        "has learned to ask twice.",
        "got Monday’s answer on Thursday.",
    ),
    "open_issue": (
        "still has a complaint that nobody has settled.",
        "mentioned the complaint again, in front of others.",
        "opens every conversation with the same sentence, and it is the complaint.",
    ),
    "expectation": (
        "expected more than this.",
        "sees nothing wrong, and had hoped for better.",
        "was promised more than an ordinary week.",
        "compares the week with what was said at the start.",
    ),
    "found_out": ("found out, and not from you.", "knows now how it really stands."),
    "renegotiate": ("agreed to two more weeks. It was not free.", "moved the date, and moved a little further away."),
    "offer": (
        "was offered something at the wrong moment.",
        "said no to the offer, and would rather not have been asked.",
    ),
    "scope": ("heard the word “process”.", "noticed what was traded away.", "asked what else is no longer included."),
    "free": ("saw the bill for what had been a gift.",),
    "warn": (
        "heard it early, which is better than late and worse than not at all.",
        "took the warning like a parking ticket.",
    ),
    "promise": ("had a word for it, and has only that.",),
    "risk": ("felt it too: [what].", "did not ask whose fault [what] was. That comes next week."),
    "": (
        "is a little cooler than last week.",
        "answers in shorter sentences.",
        "has copied somebody new into the e-mails.",
    ),
}
TEAM_UP: dict[str, Variants] = {
    "own": (
        "liked [what].",
        "breathes easier since [what].",
        "saw what you did about [event], and said so.",
        "has stopped looking at the clock, thanks to [what].",
        "was glad of your answer to [event].",
        "has told the others about [event], approvingly.",
    ),
    "theirs": (
        "liked what [col] did about [event].",
        "has [col] to thank for [what].",
        "did not expect [what] of [col].",
    ),
    "later": ("is still glad of [what].", "got what [what] had meant.", "found that [what] was not just talk."),
    "talk": (
        "was asked, and answered.",
        "said what was wrong. It took eleven minutes.",
        "had a coffee with you and left half of it.",
        "had been waiting for somebody to ask.",
    ),
    "recognition": ("noticed that somebody noticed.", "was thanked, in a sentence with a verb."),
    "promise": ("got what was promised.",),
    "settling": (
        "is coming back, slowly.",
        "laughed on Wednesday. Somebody wrote it down.",
        "is nearly back to normal.",
    ),
    "": ("had a better week than the last.", "whistles again."),
}
TEAM_DOWN: dict[str, Variants] = {
    "own": (
        "took [what] as one takes weather.",
        "did not sign up for [what].",
        "has thoughts about [event], and keeps them.",
        "read [what] as an answer to another question.",
        "had hoped for another answer to [event].",
        "has not mentioned [event] since, at some length.",
        "came out of [event] quieter than before.",
    ),
    "theirs": (
        "heard what [col] said about [event], and did the arithmetic.",
        "pays for [col]’s [what].",
        "asks who decided [what]. It was [col].",
    ),
    "later": (
        "is living with [what] now.",
        "remembers [what], and who said it.",
        "has not got over [event].",
        "still comes back to [event], in the kitchen.",
    ),
    "ignored": ("asked, and nobody answered.",),
    "workload": (
        "has more week than hours.",
        "is in three places at once, and good in none of them.",
        "eats lunch over the keyboard. The keyboard shows it.",
        "has a queue outside the door, and no door.",
        "works from a list, and the list from another list.",
        "has stopped asking what is urgent. Everything said yes.",
        "was asked for three things at once, twice.",
    ),
    "idle": ("has too little to do, and notices.", "tidied the same folder twice."),
    "tiredness": (
        "is tired in the mornings, too.",
        "says “fine” a little later each day.",
        "has stopped arguing, which is not agreement.",
        "makes the kind of mistakes that come from four o’clock.",
    ),
    "resignation": (
        "did the sum after [text] left.",
        "looks at the empty chair, then at the screen.",
        "got a share of [text]’s work, and the mug.",
    ),
    "settling": (
        "has come down from a good week.",
        "is back at the usual level.",
        "found that the good mood had an end date.",
    ),
    "renegotiate": ("was told two more weeks.",),
    "nobody_asked": (
        "has not been asked anything but “how long” for a while.",
        "is drawing conclusions from nobody asking.",
        "answers “fine” before the question, and there was no question.",
        "could say a good deal about this week, if somebody asked.",
        "has worked the week through like a lodger.",
        "talks to the plant on the window sill. It listens.",
        "thinks that nobody would notice. It has not been put to the test.",
    ),
    "promise": ("had your word, and remembers it.",),
    "risk": ("lost days to something nobody ordered: [what].", "spent the week on [what]."),
    "": ("had a worse week than the last.", "is quieter than usual.", "has started to leave on the dot."),
}
TIRED: Variants = (
    "worked [hours] hours. It shows by Thursday.",
    "put in [hours] hours, and part of them twice.",
    "is getting used to [hours] hours, which is not the same as rested.",
    "had [hours] hours this week and no evenings worth the name.",
)
WORN: Variants = (
    "gave an evening to [event].",
    "has had more week than sleep.",
    "lost an evening to [what], and has not had it back.",
    "is more tired than last week, at the same hours.",
    "left a sentence half finished on Thursday, and went home.",
    "yawns in meetings, and apologises to the table.",
)
RESTED: Variants = (
    "slept, and it shows in the work.",
    "went home at five. Twice.",
    "has got some colour back.",
    "answers before the question is over again.",
    "has had a weekend, and mentions it.",
    "had lunch sitting down.",
)
COLLEAGUE_UP: dict[str, Variants] = {
    "own": (
        "noticed [what], and will remember it.",
        "was glad of your answer to [event].",
        "owes you one, on account of [what].",
        "counts [event] in your favour.",
    ),
    "talk": (
        "sat down with you. It helps, oddly, to talk.",
        "knows now what you know.",
        "brought two coffees and one honest number.",
    ),
    "": ("is easier to work with than last week.", "says “we” again."),
}
COLLEAGUE_DOWN: dict[str, Variants] = {
    "own": (
        "has to live with [what], and said so.",
        "did not enjoy hearing about [event] from others.",
        "will have to explain [what].",
        "would have answered [event] otherwise.",
        "has [event] to explain now, and explains it shortly.",
    ),
    "talk": ("gave you what you asked for, and counted it.",),
    "": (
        "answers your messages in the order they came, after the others.",
        "is a little shorter with you than last week.",
    ),
}
FORECAST_LATER: Variants = (
    "slips to [day]: [why].",
    "is now a matter of [day]. [Why].",
    "lost [amount] this week. [Why].",
    "will be done on [day], on this pace: [why].",
)
FORECAST_SOONER: Variants = (
    "comes forward to [day]: [why].",
    "gained [amount]. [Why].",
    "is now expected on [day], [amount] earlier than a week ago.",
)
FORECAST_SAME: Variants = (
    "holds: [day].",
    "has not moved: [day], as last week.",
    "still says [day].",
)
TASK_DONE: Variants = (
    "is done, and nobody asked for a second look.",
    "is done. It took what it took.",
    "can be ticked. Somebody ticked it twice.",
    "is done.",
    "is finished, as far as anybody knows.",
    "went off the list on Friday.",
)
TASK_LATE: Variants = (
    "is done, later than the plan had it.",
    "is finished at last.",
    "is off the list. The list is cross about it.",
)
REOPENED: Variants = (
    "was done, and is not any more.",
    "came back from testing with a list.",
    "turned out to be finished in one sense only.",
)
COST_UP: Variants = (
    "will cost about [amount] more than it would have last Friday.",
    "is [amount] dearer than last Friday, on paper.",
    "adds [amount] to the bill, on paper.",
)
COST_DOWN: Variants = (
    "needs [amount] less than it did on Monday.",
    "got cheaper by [amount], for once.",
    "gave [amount] back to the budget.",
    "will cost [amount] less than it would have last Friday.",
    "found [amount] somewhere.",
)
RENEWAL_UP: Variants = (
    "is likelier to sign again: [value].",
    "leans your way, [value] now.",
    "would sign at [value], if they were asked today.",
    "has stopped asking others for prices: [value] to renew.",
    "is [value] likely to stay, on this mood.",
    "thinks of next year with us in it: [value].",
)
RENEWAL_DOWN: Variants = (
    "is less sure to sign again: [value].",
    "leans away, [value] now.",
    "has begun to compare. [Value] to renew, on this mood.",
    "thinks it over: [value] to renew.",
    "would rather not be asked today: [value].",
    "is [value] likely to stay, and was likelier a week ago.",
)
RENEWAL_SAME: Variants = ("would renew at [value], as last week.", "stands where it stood: [value] to renew.")
