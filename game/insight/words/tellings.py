"""The sentences of a recap, by kind of beat and cause. A sentence goes on after the bold subject.

Every sentence of a row must be true of every situation the row is chosen for: what was said, and how it was taken at
once, stands in the reply; here stands only what the numbers know. A row whose name ends in _strong is for a change of
STRONG points and more.

Slots: [what] a risk, quoted · [event] an event, quoted · [col] the colleague · [they] [them] [their] the person ·
[long] weeks of silence · [hours] · [amount] · [text] a promise or a name · [due] · [day] a date ·
[your] whose answer, or whose word, it was.
"""

from __future__ import annotations

Variants = tuple[str, ...]

CLIENT_UP: dict[str, Variants] = {
    "answer": (
        "liked [your] answer to [event].",
        "was glad of [your] answer to [event].",
        "took [your] answer to [event] well.",
        "counts [your] answer to [event] in our favour.",
        "came out of [event] in a better mood.",
        "thinks the better of us for [event].",
        "found [your] answer to [event] a proper one.",
        "can live very well with [your] answer to [event].",
    ),
    "answer_strong": (
        "is delighted with [your] answer to [event].",
        "could not have asked for a better answer to [event].",
        "will not forget [your] answer to [event], in the good sense.",
    ),
    "aside": (
        "liked how [event] was settled.",
        "counts what became of [event] in our favour.",
        "has something to gain from [your] answer to [event].",
        "thinks well of what became of [event].",
        "has no complaint about what became of [event].",
    ),
    "later": (
        "has [event] to thank for a better week.",
        "gets the good of [event] now.",
        "thinks of [event] again, kindly.",
        "has not forgotten [event], for once to our advantage.",
    ),
    "call": (
        "was glad of the call.",
        "counts the call in our favour.",
        "is a little warmer since the telephone rang.",
        "had a call this week, and is the better for it.",
        "does not mind being rung up, it turns out.",
    ),
    "visit": (
        "noticed that somebody made the journey.",
        "counts the visit in our favour.",
        "is easier to talk to since the visit.",
        "is warmer for having seen a face.",
        "was visited, and it counts.",
    ),
    "call_theirs": (
        "was glad that [col] rang.",
        "is a little warmer since [col] rang.",
        "counts [col]’s call in our favour.",
    ),
    "visit_theirs": (
        "noticed that [col] made the journey.",
        "is easier to talk to since [col] came by.",
        "counts [col]’s visit in our favour.",
        "is warmer for having seen [col].",
    ),
    "straight_talk": (
        "hears the bad news from us first, and counts that for us.",
        "likes the news no better than before, and us a little better for telling it.",
        "believes us a little more for being told how it is.",
    ),
    "follows": ("is getting used to us, in the good sense.", "is coming to like dealing with us, slowly."),
    "repair": (
        "is warmer since somebody came and said sorry.",
        "counts the apology for us.",
        "holds a little less against us than on Monday.",
        "was owed an apology, and has it.",
    ),
    "warn": (
        "would rather hear it early than late.",
        "counts it for us to be told early.",
    ),
    "expectation": (
        "got a little more than expected.",
        "had expected less.",
        "is pleased, and slightly surprised about it.",
        "had feared worse.",
        "had set the bar low. It was cleared.",
        "has seen a better week than we had led anybody to expect.",
    ),
    "date_told": ("sees no reason to doubt the date.", "has a date, and believes it.", "is content with the date."),
    "date_live": ("has the work, on time, and likes to mention it.", "has what was ordered, when it was ordered for."),
    "promise": ("got what was promised.", "ticked something off the list of promises."),
    "offer": ("bought something, and is pleased with the purchase.", "said yes to something, and does not regret it."),
    "": (
        "is a little warmer than last week.",
        "has less to say against us, which is how it starts.",
        "had a better week with us than the last.",
        "ends the week in a better mood.",
    ),
}
CLIENT_DOWN: dict[str, Variants] = {
    "answer": (
        "did not like [your] answer to [event].",
        "had hoped for another answer to [event].",
        "minds [your] answer to [event].",
        "counts [your] answer to [event] against us.",
        "came out of [event] in a worse mood.",
        "is cooler with us since [event].",
        "would have chosen another answer to [event].",
        "does not see [event] as [your] answer does.",
    ),
    "answer_strong": (
        "takes [your] answer to [event] badly.",
        "will not forget [your] answer to [event] soon.",
        "has lost a good deal of patience over [event].",
        "is angry about [your] answer to [event].",
    ),
    "aside": (
        "did not like how [event] was settled.",
        "bears part of the price of [event].",
        "minds what became of [event].",
        "ends the week worse off for [event].",
        "is cooler since [event].",
    ),
    "later": (
        "has found out what [event] comes to.",
        "is paying for [event] now.",
        "thinks of [event] again, and not kindly.",
        "has not forgotten [event].",
        "had hoped [event] would turn out otherwise.",
    ),
    "ignored": ("asked, and nobody answered.", "has had no answer about [event]."),
    "silence": (
        "has had no call and no visit for [long].",
        "has noticed that we speak when spoken to.",
        "has had [long] to wonder whether anybody would ring unasked.",
        "reads [long] without a call as an answer.",
    ),
    "date_told": (
        "has been told the date is in doubt, and plans around us.",
        "has a date nobody believes in, [them] included.",
        "keeps a second date in mind, without telling us which.",
    ),
    "date_past": (
        "is still waiting. The date has passed.",
        "looks at the date that was, and at what is not there.",
        "had a date. It was some days ago.",
    ),
    "date_live": (
        "has the work, and remembers the date it was meant for.",
        "has it now. It was late, and that takes a while to fade.",
    ),
    "defects": (
        "keeps finding what testing did not.",
        "has a list of what is broken.",
        "clicks on things now to see whether they hold.",
        "did not buy the faults, and has them.",
    ),
    "slow_answers": (
        "waits days for answers, and counts them.",
        "has learned to ask twice.",
        "got Monday’s answer on Thursday.",
    ),
    "open_issue": (
        "still has a complaint that nobody has settled.",
        "has the complaint on the desk, where everybody can see it.",
        "will talk of other things when the complaint is settled.",
    ),
    "expectation": (
        "expected more than this.",
        "has come to expect more than an ordinary week.",
        "compares the week with what we have led people to expect.",
        "got an ordinary week, and had stopped thinking of us as ordinary.",
    ),
    "found_out": (
        "found out how it really stands.",
        "knows now how it really stands, and what was said instead.",
        "has seen the plan, and what it was called.",
        "is reading our last report again, with a pencil.",
    ),
    "renegotiate": ("agreed to a later date. It was not free.", "moved the date, and moved a little further away."),
    "offer": (
        "was offered something at the wrong moment.",
        "would rather not have been asked to buy.",
    ),
    "freeze": (
        "heard that nothing new gets in.",
        "has wishes, and a freeze to keep them in.",
        "minds the freeze.",
        "has been told to wait with everything new.",
    ),
    "trade": (
        "noticed what was traded away.",
        "gets less than was agreed, and can say which part.",
        "minds what is no longer in it.",
        "keeps the old list, with the line that was struck out.",
    ),
    "free": (
        "saw the list of what had been free.",
        "knows now what the favours were worth, and liked them better before.",
    ),
    "warn": (
        "heard it early, which is better than late and worse than not at all.",
        "did not enjoy the warning. It was meant to be early, not welcome.",
    ),
    "promise": ("did not get what was promised.",),
    "risk": ("felt it too: [what].", "bears a share of [what]."),
    "": (
        "is a little cooler than last week.",
        "had a worse week with us than the last.",
        "ends the week further away than it began.",
        "thinks a little less of us than on Monday.",
    ),
}
TEAM_UP: dict[str, Variants] = {
    "answer": (
        "liked [your] answer to [event].",
        "was glad of [your] answer to [event].",
        "breathes easier since [event].",
        "came out of [event] in better spirits.",
        "thinks the better of the week for [event].",
        "took [your] answer to [event] well.",
    ),
    "answer_strong": (
        "would not have dared to hope for [your] answer to [event].",
        "has a spring in the step since [event].",
        "was more than glad of [your] answer to [event].",
    ),
    "aside": (
        "liked how [event] was settled.",
        "is better off for [event].",
        "breathes easier since [event].",
        "gains by [your] answer to [event].",
        "was glad of what became of [event].",
    ),
    "later": (
        "is still glad of [event].",
        "gets the good of [event] now.",
        "found that [event] was not just talk.",
    ),
    "talk": (
        "is the better for having been asked.",
        "was sat down with, and it shows.",
        "has one thing less to carry about alone.",
        "had a talk, and stands a little straighter.",
        "is in better spirits since somebody sat down and asked.",
    ),
    "recognition": (
        "noticed that [sayer] noticed.",
        "knows that [sayer] saw the work.",
    ),
    "promise": ("got what was promised.",),
    "settling": (
        "is coming back, slowly.",
        "laughed on Wednesday. Somebody wrote it down.",
        "is nearer to the usual self.",
        "is getting over it, a little each week.",
    ),
    "": (
        "had a better week than the last.",
        "ends the week lighter than it began.",
        "is in better spirits than on Monday.",
    ),
}
TEAM_DOWN: dict[str, Variants] = {
    "answer": (
        "did not like [your] answer to [event].",
        "had hoped for another answer to [event].",
        "came out of [event] quieter than before.",
        "minds [your] answer to [event].",
        "would have chosen another answer to [event].",
        "thinks the less of the week for [event].",
    ),
    "answer_strong": (
        "takes [your] answer to [event] hard.",
        "will not forget [your] answer to [event] soon.",
        "has lost some heart over [event].",
    ),
    "aside": (
        "pays part of the price of [event].",
        "did not like how [event] was settled.",
        "has the work that [your] answer to [event] makes.",
        "minds what became of [event].",
        "has thoughts about [event].",
    ),
    "later": (
        "is living with [event] now.",
        "has not got over [event].",
        "is still paying for [event].",
        "remembers [event], and who answered it.",
    ),
    "ignored": ("asked, and nobody answered.", "has had no answer about [event]."),
    "workload": (
        "has more week than hours.",
        "works from a list, and the list from another list.",
        "eats lunch over the keyboard. The keyboard shows it.",
        "has a queue outside the door, and no door.",
        "has too much to do, and does most of it.",
        "begins the day with yesterday’s work.",
        "is in three places at once, and good in none of them.",
    ),
    "idle": (
        "has too little to do, and notices.",
        "tidied the same folder twice.",
        "is free, and has asked twice what for.",
        "watered the plant on the window sill until it had enough.",
    ),
    "tiredness": (
        "is tired in the mornings, too.",
        "says “fine” a little later each day.",
        "has less to say than when there was more sleep.",
        "makes the kind of mistakes that come from four o’clock.",
        "is tired, and it colours the rest.",
    ),
    "resignation": (
        "did the sum after [text] left.",
        "looks at the empty chair, then at the screen.",
        "got a share of [text]’s work, and the mug.",
    ),
    "settling": (
        "has come down from a good week.",
        "is back nearer the usual level.",
        "found that the good mood had an end date.",
    ),
    "renegotiate": ("was told to wait longer.",),
    "nobody_asked": (
        "has not been sat down with for a while, and nor has anybody on the team.",
        "draws conclusions from nobody asking how it is going.",
        "could say a good deal about this week, over a coffee.",
        "has worked the week through like a lodger.",
        "gets work from us, and no talk.",
        "talks to the plant on the window sill. It listens.",
        "thinks that nobody would notice. It has not been put to the test.",
    ),
    "promise": ("did not get what was promised.",),
    "risk": ("lost days to something nobody ordered: [what].", "spent the week on [what]."),
    "": (
        "had a worse week than the last.",
        "is quieter than usual.",
        "ends the week heavier than it began.",
        "is in lower spirits than on Monday.",
    ),
}
TIRED: Variants = (
    "worked [hours] hours. It shows by Thursday.",
    "put in [hours] hours, and part of them twice.",
    "is getting used to [hours] hours, which is not the same as rested.",
    "had [hours] hours this week and no evenings worth the name.",
    "is [hours] hours older than on Monday, and feels them.",
)
WORN: Variants = (
    "lost some sleep over [event].",
    "has had more week than sleep.",
    "is more tired than last week.",
    "left a sentence half finished on Thursday, and went home.",
    "yawns in meetings, and apologises to the table.",
    "pays for [event] in evenings.",
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
    "answer": (
        "liked your answer to [event].",
        "counts [event] in your favour.",
        "is easier to work with since [event].",
        "has your answer to [event] to be glad of.",
    ),
    "talk": (
        "sat down with you. It helps, oddly, to talk.",
        "knows now what you know.",
        "gets on better with you for the talk.",
    ),
    "": (
        "is easier to work with than last week.",
        "gets on a little better with you.",
        "says “we” a little more often.",
    ),
}
COLLEAGUE_DOWN: dict[str, Variants] = {
    "answer": (
        "did not like your answer to [event].",
        "would have given [event] another answer.",
        "has your answer to [event] to live with.",
        "counts [event] against you, for now.",
    ),
    "talk": ("counts what you ask for.", "was asked for something, and keeps a tally."),
    "": (
        "answers your messages in the order they came, after the others.",
        "is a little shorter with you than last week.",
        "gets on a little worse with you.",
    ),
}
FORECAST_LATER: Variants = (
    "slips to [day].",
    "is now expected on [day], [amount] later than a week ago.",
    "lost [amount] this week, and stands at [day].",
    "will be done on [day], on this pace.",
)
FORECAST_SOONER: Variants = (
    "comes forward to [day].",
    "gained [amount], and stands at [day].",
    "is now expected on [day], [amount] earlier than a week ago.",
)
FORECAST_SAME: Variants = (
    "holds: [day].",
    "has not moved: [day], as last week.",
    "still says [day].",
)
FORECAST_LOST: Variants = ("has no date in sight any more.", "had a date on Monday, and has none in sight now.")
FORECAST_NONE: Variants = ("still has no date in sight.", "has no date in sight, as last week.")
FORECAST_AGAIN: Variants = ("has a date again: [day].", "is back in sight: [day].")
TASK_DONE: Variants = (
    "is done. It took what it took.",
    "can be ticked. Somebody ticked it twice.",
    "is done.",
    "is finished, as far as anybody knows.",
    "went off the list on Friday.",
    "is behind us.",
)
TASK_LATE: Variants = (
    "is done, later than the plan had it.",
    "is finished at last.",
    "is off the list. The list is cross about it.",
)
REOPENED: Variants = (
    "was done, and is not any more.",
    "is open again: there is more to do.",
    "turned out to be finished in one sense only.",
)
COST_UP: Variants = (
    "will cost about [amount] more than it would have last Friday.",
    "is [amount] dearer than last Friday, on paper.",
    "adds [amount] to the bill, on paper.",
)
COST_MORE: Variants = (
    "cost [amount] more than was expected last Friday.",
    "came to [amount] more than it was to on Monday.",
)
COST_LESS: Variants = (
    "cost [amount] less than was expected last Friday.",
    "came to [amount] less than it was to on Monday.",
)
COST_DOWN: Variants = (
    "needs [amount] less than it did on Monday.",
    "got cheaper by [amount], for once.",
    "gave [amount] back to the budget.",
    "will cost [amount] less than it would have last Friday.",
)
RENEWAL_UP: Variants = (
    "is likelier to sign again: [value].",
    "would renew at [value], more than last week.",
    "is [value] likely to stay, and was less likely a week ago.",
    "moves a little nearer to another year: [value].",
    "stands at [value] to renew, up from last week.",
    "has moved our way: [value] to renew.",
)
RENEWAL_DOWN: Variants = (
    "is less sure to sign again: [value].",
    "would renew at [value], less than last week.",
    "is [value] likely to stay, and was likelier a week ago.",
    "moves a little further from another year: [value].",
    "stands at [value] to renew, down from last week.",
    "has moved away: [value] to renew.",
)
RENEWAL_SAME: Variants = ("would renew at [value], as last week.", "stands where it stood: [value] to renew.")
