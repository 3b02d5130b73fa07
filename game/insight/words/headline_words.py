"""One sentence over a week, by what mattered most in it.

Slots: [name] whom or what it is about · [other] a second person · [col] the colleague · [text] a promise or a choice ·
[amount] money or days · [day] a date · [long] weeks of silence · [left] weeks that remain · [event] an event’s title ·
[your] whose word it was · [was] [now] a number of the cards · [offer] what was offered · [never] that there is no date.
"""

from __future__ import annotations

Variants = tuple[str, ...]

HEADLINES: dict[str, Variants] = {
    "renewed": (
        "[name] signs again, and everybody pretends it was never in doubt.",
        "[name] stays. The pen was theirs, the coffee was ours.",
        "A signature from [name], on paper and on time.",
    ),
    "lost": (
        "[name] will not renew. The letter is very polite.",
        "It ends with [name], in one paragraph and a good wish.",
        "[name] goes. That was the contract.",
    ),
    "left": (
        "[name] leaves so quietly that it takes a day to notice.",
        "[name] takes leave in three lines, the last of which is the date.",
        "One account fewer: [name] is gone.",
    ),
    "resigned": (
        "[name] is leaving.",
        "An envelope from [name], on a Thursday, before lunch.",
        "[name] goes, and what [name] knew goes too.",
    ),
    "delivered": (
        "[name] is out of the house, and not after its date.",
        "Delivered in time: [name], which people will remember.",
        "[name] goes live, and the date on it is the right one.",
    ),
    "delivered_late": (
        "Late, and delivered: [name] is out of the house.",
        "[name] is live, after its date.",
        "[name] is out at last, and the calendar has not forgotten.",
    ),
    "broken": (
        "“[text]” was a promise. It is a sentence now.",
        "[name] had [your] word, and waited to the end of the week for it.",
        "The week a promise ran out, and [name] was holding it.",
    ),
    "kept": (
        "Said and done: [name] has what was promised.",
        "A promise kept, and [name] noticed, which people do not always.",
        "[name] ticks a box and closes the folder.",
    ),
    "kept_moved": (
        "[name] has it in the end, and remembers the beginning.",
        "Kept, on the second date: [name] ticks the box with a short pencil.",
        "[name] got what was promised, later than it was promised.",
    ),
    "exceeded": (
        "[name] got it before the date, and checked the calendar.",
        "Early, for once. [name] did not know what to say.",
    ),
    "made": (
        "[Your] word to [name], and a week to go with it.",
        "[Your] promise to [name]: easily said, now written down.",
        "[name] has [your] word in writing now, and will look it up.",
    ),
    "moved": (
        "[name] agreed to wait, and did not say how gladly.",
        "The date moved. [name] let it.",
    ),
    "struck": (
        "What could happen did: [name].",
        "[name] arrived this week, without an appointment.",
        "Something had a chance, and took it: [name].",
    ),
    "found_out": (
        "They found out how [name] really stands.",
        "It came out: [name] stands worse than they had been told.",
        "They know now what nobody had said about [name].",
    ),
    "truth": (
        "Now you know about [name]. Monday would have been better.",
        "There was more to [name] than anybody had said.",
        "You know something about [name] that you did not on Monday.",
        "There is more behind [name] than one saw on Monday.",
        "On Monday you would have said something else about [name].",
    ),
    "risk_found": (
        "[name] is on the list now, before it is in the news.",
        "Something to watch from now on: [name].",
        "It has not happened yet, and now you know that it could: [name].",
    ),
    "risk_told": (
        "You talked with [col], and came out with a longer list.",
        "[col] knew about [name]. Now both of you do.",
        "Two people who talk know more than two who do not. This time it was [name].",
    ),
    "won": (
        "A yes to [name].",
        "[name] is sold, and it will be somebody’s to keep.",
        "They said yes to [name], with a signature under it.",
    ),
    "declined": (
        "No to [name], this time.",
        "They thought about [name], and said no.",
        "[name] was offered, and is still ours to offer.",
    ),
    "complaint": (
        "[name] has put it in writing, which means it has been said twice.",
        "A complaint from [name], with a number and a date.",
        "[name] complains, and is not wrong.",
    ),
    "settled": (
        "The matter with [name] is closed, and everybody sits up straighter.",
        "[name] considers it settled, and so may you.",
        "One complaint fewer: [name] has closed the file.",
    ),
    "sold": (
        "[amount] more from [name], for something with a price on it.",
        "[name] paid for what others get for nothing.",
    ),
    "credit": (
        "Peace with [name] costs [amount] this week.",
        "[amount] off for [name], and a precedent.",
    ),
    "yes_cost": (
        "[name] is pleased, and the plan is [amount] bigger.",
        "What pleased [name] this week makes [amount] of work.",
        "It took a minute to say and will take [amount] to do.",
    ),
    "client_up_team_down": (
        "A better week for [name] than for [other].",
        "[name] had a good week. [other] had the other one.",
        "[name] ends the week happier, and [other] does not.",
    ),
    "client_down_team_up": (
        "A better week for [other] than for [name].",
        "[other] ends the week lighter, and [name] does not.",
        "[other] had the good week. [name] had the other one.",
    ),
    "both_down": (
        "Neither [name] nor [other] would call it a good week.",
        "A worse week for [name], and for [other] too.",
        "[name] and [other] have little in common but this week.",
    ),
    "both_up": (
        "A better week for [name], and for [other]. Write down the date.",
        "[name] is happier than on Monday, and so is [other].",
        "A good week at the client’s and at home: ask [name], ask [other].",
    ),
    "client_up": (
        "[name] is warming to us.",
        "[name] had a better week with us than the last.",
        "Something went right with [name] this week.",
        "[name] is a little happier with us than on Monday.",
        "[name] speaks better of us than last Friday.",
    ),
    "client_down": (
        "[name] is less sure of us than on Monday.",
        "Something between us and [name] got a crack this week.",
        "[name] liked last week better.",
        "[name] is cooler than on Monday.",
        "Ask [name] about us some other week.",
    ),
    "less_content": (
        "[name] trusts us more than on Monday, and is less content.",
        "[name] believes us, and is less content for it all the same.",
        "[name] is less content than on Monday, and trusts us more.",
        "More trust from [name] this week, and less satisfaction.",
    ),
    "less_trusting": (
        "[name] is more content than on Monday, and trusts us less.",
        "[name] liked the week, and trusts us less after it.",
        "[name] trusts us less than on Monday, and is more content.",
        "More satisfaction from [name] this week, and less trust.",
    ),
    "client_answered": (
        "[name] had hoped for another answer.",
        "An answer of this week did not please [name].",
        "[name] had hoped for another answer to [event].",
    ),
    "crash": (
        "[name] has had enough this week.",
        "There is a before and an after with [name], and this was the week between.",
        "[name] thinks a good deal less of us than on Monday.",
        "A bad week with [name], and it will take more than a good one.",
    ),
    "silence": (
        "Nobody has rung [name] unasked for [long], and [name] has noticed.",
        "[name] has had [long] without a call in which to imagine things.",
        "[long] without a call is news, when one is [name].",
    ),
    "date_doubt": (
        "[name] has a date and no longer a belief in it.",
        "[name] has been told about the date, and is counting back from it.",
        "The date is still the date. [name] has started saying “if”.",
    ),
    "date_past": (
        "The date has passed, and [name] is still waiting.",
        "[name] had a date. It was not this Friday.",
        "Every day after the date is a long one for [name].",
    ),
    "defects": (
        "[name] is testing it now, which was not the plan.",
        "What testing missed, [name] found.",
        "[name] keeps a list of what does not work.",
    ),
    "expected": (
        "[name] got an ordinary week, and had come to expect another kind.",
        "It was good enough. [name] had been led to expect better.",
        "What we had led [name] to expect was more than this week.",
    ),
    "milestone_late": (
        "[name] will not be done in its week.",
        "[name] was planned for another week than it is going to get.",
        "The plan still has [name] where it was. The work has moved.",
    ),
    "slip": (
        "The plan lost [amount] this week.",
        "[name] moves to [day].",
        "[name]: [amount] later than it was last Friday.",
        "On this pace [name] will be done on [day].",
        "[name] has [never] on this pace.",
        "On this pace there is [never] for [name].",
    ),
    "gain": (
        "The plan found [amount] down the back of the week.",
        "[name] is [amount] nearer than it was.",
        "For once the date moved the right way.",
    ),
    "cost": (
        "What [name] will cost went up by [amount] this week.",
        "[amount] more on the bill than there was on Monday.",
        "[name] is getting dearer: [amount] since last Friday.",
    ),
    "overtime": (
        "The team is more tired than on Monday, [other] first of all.",
        "[other] is tired, and is not the only one.",
        "More than one of the team will want the weekend. [other] will want two.",
    ),
    "rest": (
        "People got some rest this week, and it shows.",
        "A week with evenings in it. It has become a luxury good.",
        "[other] is less tired than on Monday, and not alone in it.",
    ),
    "team_up": (
        "[other] had a good week.",
        "Things look better for [other] than on Monday.",
        "A week that did [other] good.",
    ),
    "team_down": (
        "[other] is quiet, and it is not concentration.",
        "The work went on. The jokes did not.",
        "[other] had a worse week than the last.",
        "A week [other] will not tell anybody about.",
    ),
    "done": (
        "[name] is done.",
        "One line fewer in the plan: [name].",
        "[name] is off the list.",
    ),
    "reopened": (
        "[name] was finished, and there turned out to be more of it.",
        "Done is a mood. [name] is not in it any more.",
        "[name] is open again.",
    ),
    "colleague_up": (
        "[col] is on your side this week, on purpose.",
        "You and [col] get on better than on Monday.",
        "[col] says “we” this week, and means you.",
    ),
    "colleague_down": (
        "[col] and you are further apart than on Monday.",
        "Two desks, one account, and a cooler week between them.",
        "[col] would have done some of this week otherwise.",
    ),
    "late_bill": (
        "Something you settled in week [due] came back this week.",
        "What you decided in week [due] showed this week.",
        "Week [due] had a sequel this week.",
    ),
    "renewal_up": (
        "The contract with [name] is a little likelier than on Monday.",
        "Next year with [name] is easier to imagine than last Friday.",
        "[name] moved a little nearer to signing again.",
    ),
    "renewal_up_far": (
        "The contract with [name] is much likelier than on Monday.",
        "[name] came a good deal nearer to signing again.",
    ),
    "renewal_down_far": (
        "The contract with [name] is far less likely than on Monday.",
        "[name] went a long way from signing again, in five days.",
    ),
    "renewal_down": (
        "The contract with [name] is a little less likely than on Monday.",
        "Next year with [name] got harder to imagine.",
        "[name] moved a little further from signing again.",
    ),
    "ending": (
        "This cannot go on for many weeks, and somebody has said so.",
        "There is a door at the end of this corridor, and it is not far.",
        "One more week like this one, or two. Not three.",
    ),
    "quiet_first": (
        "A quiet start.",
        "The first week, and nothing is lost yet.",
        "Everybody is polite. It is the first week.",
    ),
    "quiet_last": (
        "The last week, and it went by like a Tuesday.",
        "It ends quietly, which most things do not.",
        "The last Friday. What is open now stays open.",
    ),
    "rough": (
        "Friday is lower than Monday.",
        "A week that cost more than it brought.",
        "A week that will be looked up later.",
        "The numbers took the stairs this week, downwards.",
        "More went down this week than up.",
        "Five days, and less to show on the fifth.",
        "A week one would rather have had in summer.",
        "Not a week to frame.",
    ),
    "quiet": (
        "A week without a headline.",
        "Nothing to put in a letter home.",
        "A week one will not remember, which is worth something.",
        "Much as last week, with [left] left.",
        "Most things stayed where they were put.",
        "Five days of work, and they looked like it.",
    ),
    # a number of the cards that did most to its meter: [event] and [name] are behind it, [was] and [now] its values
    "on_time_down": (
        "[event] is paid for in days.",
        "[event] moved the dates.",
        "The dates got harder to keep, [name] first of all.",
        "[name] is what the plan lost its time on this week.",
        "Less of the plan is in its week than on Monday.",
        "The plan is further from its dates than last Friday.",
    ),
    "on_time_up": (
        "[event] gave the plan some of its days back.",
        "The dates are easier to keep than on Monday.",
        "More of the plan is in its week than last Friday.",
        "The plan is nearer to its dates, [name] most of all.",
    ),
    "budget_down": (
        "[event] is on the bill now.",
        "[event] made the week a dear one.",
        "The budget reads [now]. On Monday it read [was].",
        "Money was the news of the week: [now].",
        "From [was] to [now], in five days.",
    ),
    "budget_up": (
        "[event] took something off the bill.",
        "The bill got shorter this week: [now].",
        "On Monday the budget read [was]. It reads [now].",
        "From [was] to [now], and the right way round.",
    ),
    "load_full": (
        "The team has more to do than a week is good for: [now] of it billed.",
        "[now] of everybody’s week is spoken for, which leaves nothing to go wrong in.",
        "The weeks are fuller than they should be: [now].",
        "Everybody had enough to do this week, and then some: [now].",
    ),
    "load_idle": (
        "Part of the team had nothing to do that was ready.",
        "[now] of everybody’s week was billed. The rest was waiting.",
        "People waited for work this week: [now] of their time is billed.",
        "There was time this week, and no work that fitted it: [now].",
    ),
    "load_better": (
        "The week fits the team better than last week did: [now] of it billed.",
        "[now] of everybody’s week is billed, nearer to what a week can hold.",
        "The load came nearer to what people can carry: [now].",
    ),
    "quality_down": (
        "What the client has got is worse than it was believed to be: [now], after [was].",
        "Quality stood at [was] on Monday. It stands at [now].",
        "From [was] to [now]: that is what became of quality this week.",
    ),
    "quality_up": (
        "The client thinks better of what was delivered: [now], after [was].",
        "Quality stood at [was] on Monday. Now it is [now].",
        "The work looks better from the client’s side than on Monday: [now].",
    ),
    "risk_down": (
        "[event] cost the plan a good part of its cover.",
        "More can go wrong than on Monday: [now] of it is covered, after [was].",
        "[was] of what could go wrong was covered on Monday. [now] is today.",
        "The week left more open than it found: [now] of the risks are covered.",
        "A piece of what was covered is not any more: [now], after [was].",
    ),
    "risk_up": (
        "Less can go wrong than on Monday: [now] of it is covered.",
        "[now] of what could go wrong is covered, after [was].",
        "Some of what could go wrong has been seen to: [now] of it.",
        "The worries have got smaller this week: [now] covered.",
    ),
    "satisfaction_down": (
        "[event] is what [name] minds.",
        "The client’s people are less content than on Monday, [name] first of all.",
        "[name] is less content than on Monday, and it counts.",
        "[now] for satisfaction, after [was]. It is mostly [name].",
    ),
    "satisfaction_up": (
        "The client’s people are more content than on Monday, [name] first of all.",
        "[name] is more content than on Monday, and counts.",
        "Satisfaction is at [now], after [was], thanks mostly to [name].",
    ),
    "retention_down": (
        "Whether they stay is less sure than on Monday: [now], after [was].",
        "[name] has begun to look at other people’s brochures.",
        "The signature of [name] is further off than last Friday.",
    ),
    "retention_up": (
        "They are likelier to stay than on Monday: [now], after [was].",
        "[name] has put the other brochures away, or some of them.",
        "The signature of [name] is nearer than last Friday.",
    ),
    "upsell_down": (
        "Less will be bought than it looked on Monday.",
        "What is on offer looks smaller than last Friday.",
        "What is on offer at [name] is worth less than on Monday.",
    ),
    "upsell_up": (
        "[name] has [offer] to think about.",
        "[offer] is on offer at [name], and nothing is signed.",
        "[name] may buy [offer], or not.",
        "There is something on offer at [name], and a chance of a yes.",
        "What is on offer at [name] is worth more than last Friday, unsigned as it is.",
        "[name] has a quotation to think about.",
    ),
    "upsell_sold": (
        "Something was sold this week, to [name]: [now].",
        "[name] bought something: [now].",
    ),
    "delivered_faulty": (
        "[name] is live, and so are its faults.",
        "[name] went out with its faults.",
        "Delivered, with what nobody had found: [name].",
    ),
    "revenue_down": (
        "[name] will bring in less in a year than on Monday.",
        "The accounts are worth less than last Friday: [now] of what they were.",
        "[event] comes off what [name] pays.",
    ),
    "revenue_up": (
        "[name] will bring in more in a year than on Monday.",
        "The accounts are worth more than last Friday: [now] of what they were.",
    ),
    "churn_down": (
        "[name] is likelier to go than on Monday.",
        "Somebody may just leave, [name] sooner than others.",
        "[name] could be gone within a year, and a little sooner than it looked.",
    ),
    "churn_up": (
        "[name] is less likely to go than on Monday.",
        "Nobody is about to leave, [name] least of all.",
        "[name] is held by a little more than a contract.",
    ),
}
