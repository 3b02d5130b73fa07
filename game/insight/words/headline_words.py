"""One sentence over a week, by what mattered most in it.

Slots: [name] whom or what it is about · [other] a second person · [col] the colleague · [text] a promise or a choice ·
[amount] money or days · [day] a date · [long] weeks of silence · [left] weeks that remain · [event] an event’s title ·
[your] whose word it was.
"""

from __future__ import annotations

Variants = tuple[str, ...]

HEADLINES: dict[str, Variants] = {
    "renewed": (
        "[name] signs again, and everybody pretends it was never in doubt.",
        "[name] stays. The pen was theirs, the coffee was yours.",
        "A signature from [name], on paper and on time.",
    ),
    "lost": (
        "[name] goes, and says thank you, which makes it worse.",
        "[name] will not renew. The letter is very polite.",
        "It ends with [name] in one paragraph and a good wish.",
    ),
    "left": (
        "[name] leaves so quietly that it takes a day to notice.",
        "[name] cancels in three lines, the last of which is the date.",
        "The small account goes first: [name] is gone.",
    ),
    "resigned": (
        "[name] is leaving, and took the news better than you.",
        "An envelope from [name], on a Thursday, before lunch.",
        "[name] goes, and what [name] knew goes too.",
    ),
    "delivered": (
        "[name] is out of the house, on the date that was said.",
        "Delivered: [name], when it was promised, which people remember.",
        "[name] goes live on the Friday that was named.",
    ),
    "delivered_late": (
        "[name] is live, and only the calendar is unhappy.",
        "Late, and delivered: [name] is out of the house.",
        "[name] arrives after its date, with most of its luggage.",
    ),
    "broken": (
        "“[text]” was a promise. It is a sentence now.",
        "[name] had [your] word, and waited to the end of the week for it.",
        "The week a promise ran out, and [name] was holding it.",
    ),
    "kept": (
        "Said and done: [name] has what was promised.",
        "A promise kept, and [name] noticed, which they do not always.",
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
        "They know how [name] stands, and how long you knew.",
        "The two versions of [name] met, and yours was the other one.",
        "It came out: [name] had been better on paper than in life.",
    ),
    "truth": (
        "You asked about [name], and there it was.",
        "Now you know about [name]. Monday would have been better.",
        "There was more to [name] than anybody had said.",
        "[name]: not what you had been told, and nobody had lied.",
        "You asked, and there it was.",
        "Something you did not know on Monday explains a good deal.",
        "One answer this week was worth more than the question.",
    ),
    "risk_found": (
        "You looked, and something was looking back: [name].",
        "[name] is on the list now, before it is in the news.",
        "A week in which somebody checked. It was [name].",
    ),
    "risk_told": (
        "You talked with [col], and came out with a longer list.",
        "[col] knew about [name]. Now both of you do.",
        "Two people who talk know more than two who do not. This time it was [name].",
    ),
    "won": (
        "A yes for [name], and it was theirs to give.",
        "[name] is sold, to people who had wanted it before you asked.",
        "Somebody bought [name], without being pushed.",
    ),
    "declined": (
        "No to [name], and a kind word with it.",
        "[name] went to the client and came back unopened.",
        "They read about [name] to the end, and said no.",
    ),
    "complaint": (
        "[name] has put it in writing, which means it has been said twice.",
        "A complaint from [name], with a number and a date.",
        "[name] complains, and is not wrong.",
    ),
    "settled": (
        "The matter with [name] is closed, and everybody sits up straighter.",
        "[name] took the apology. It will not be accepted a second time.",
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
        "A yes to [name], and [amount] in the plan to show for it.",
        "[name] is happy, [amount] of happy.",
        "It was agreed in a minute and will take [amount].",
        "Everybody nodded, and the plan grew by [amount].",
    ),
    "client_up_team_down": (
        "[name] is pleased, and [other] is doing the pleasing.",
        "What [name] gained this week, [other] went without.",
        "Smiles at the client’s, sighs at home.",
        "[name] had a good week. [other] had the other one.",
    ),
    "client_down_team_up": (
        "[other] can breathe, and [name] can count.",
        "You stood in front of the team, and [name] saw your back.",
        "A better week for [other] than for [name].",
    ),
    "both_down": (
        "Neither [name] nor [other] would call it a good week.",
        "Nobody got what they wanted, and it was shared out fairly.",
        "A week in which [name] and [other] agreed on something: you.",
    ),
    "both_up": (
        "[name] is content, and so is [other]. Write down the date.",
        "A good week on both sides of the table.",
        "Nobody had to pay for anybody’s good mood this week.",
    ),
    "client_up": (
        "[name] is warming to you.",
        "[name] left the meeting smiling, and it held until Friday.",
        "Whatever you said to [name], it was the right length.",
        "[name] has started to say “we”.",
    ),
    "client_down": (
        "[name] is less sure of you than on Monday.",
        "[name] listened, wrote nothing down, and left early.",
        "Something between you and [name] got a crack this week.",
        "[name] was polite all week, which is a change.",
    ),
    "crash": (
        "[name] has had enough this week, and did not raise a voice to say so.",
        "You lost [name] somewhere between Monday and Friday.",
        "There is a before and an after with [name], and this was the week between.",
    ),
    "silence": (
        "Nobody has spoken to [name] for [long], and [name] has noticed.",
        "[name] has had [long] to imagine things.",
        "No news is news, when one is [name].",
    ),
    "date_doubt": (
        "[name] has a date and no longer a belief in it.",
        "The date is still the date. [name] has started saying “if”.",
        "Everybody says the date out loud this week, which is never good.",
    ),
    "defects": (
        "[name] is testing it now, which was not the plan.",
        "What testing missed, [name] found.",
    ),
    "expected": (
        "[name] got an ordinary week, and had been promised another kind.",
        "It was good work. [name] had been led to expect better.",
    ),
    "slip": (
        "The plan lost [amount] and nobody saw who took them.",
        "[name] moves to [day], one small reason at a time.",
        "On this pace it is [day], and this pace is generous.",
        "[amount] later than last Friday, and it is only Friday.",
    ),
    "gain": (
        "The plan found [amount] down the back of the week.",
        "[name] is [amount] nearer than it was, on paper and off it.",
        "For once the date moved the right way.",
    ),
    "cost": (
        "The plan holds; the money has other ideas.",
        "[amount] more on the bill than there was on Monday.",
        "It is getting dearer at the speed of a week.",
    ),
    "overtime": (
        "Long hours again. It looks like progress until Thursday.",
        "The lights were on late, and so was [other].",
        "More hours this week, some of them useful.",
        "[other] is tired, and too polite to put it in the report.",
    ),
    "rest": (
        "People went home this week, and came back better at it.",
        "A normal week. It has become a luxury good.",
    ),
    "team_up": (
        "[other] had a good week, and the others caught it.",
        "The team is lighter than its plan.",
        "Somebody asked [other] how it was going, and waited for the answer.",
    ),
    "team_down": (
        "[other] did the work, and something else went missing.",
        "The team delivered. It did not sing.",
        "[other] is quiet, and it is not concentration.",
        "The work went on. The jokes did not.",
    ),
    "done": (
        "[name] is done, which makes it the only thing that is.",
        "One line fewer in the plan: [name].",
        "[name] went off the list, and the list is still long.",
    ),
    "reopened": (
        "[name] was finished, until somebody looked.",
        "Done is a mood. [name] is not in it any more.",
    ),
    "colleague_up": (
        "[col] is on your side this week, on purpose.",
        "You and [col] agreed on something, and it was not the weather.",
    ),
    "colleague_down": (
        "[col] found out what you decided, and would have liked to be asked.",
        "Two desks, one account, and [col] is not speaking in full sentences.",
    ),
    "late_bill": (
        "Something you settled in week [due] came back this week.",
        "The past sent an invoice, dated week [due].",
        "Week [due] is not over yet, it turns out.",
    ),
    "renewal_up": (
        "[name] would rather stay, if you asked today.",
        "The contract with [name] is a little easier to imagine.",
    ),
    "renewal_down": (
        "[name] has begun to look at other people’s brochures.",
        "Nobody mentioned the renewal. [name] did not mention it twice.",
    ),
    "ending": (
        "This cannot go on for many weeks, and somebody has said so.",
        "There is a door at the end of this corridor, and it is not far.",
        "One more week like this one, or two. Not three.",
    ),
    "quiet_first": (
        "A quiet start, mostly because nobody has asked yet.",
        "The first week, and everything is still true.",
        "Everybody is polite. It is the first week.",
    ),
    "quiet_last": (
        "The last week, and it went by like a Tuesday.",
        "It ends quietly, which most things do not.",
        "The last Friday. What is open now stays open.",
    ),
    "rough": (
        "Not one big thing. Several small ones, all in the same direction.",
        "A week that cost more than it looked like.",
        "Everybody did their work, and Friday is lower than Monday.",
        "It was a week of small print.",
        "The numbers took the stairs, one step at a time, downwards.",
        "Nobody did anything wrong, and it shows all the same.",
        "Five days, and a little less to show on the fifth.",
        "A week one would rather have had in summer.",
    ),
    "quiet": (
        "A week without a headline.",
        "Nothing broke, and nobody brought cake.",
        "A week one will not remember, which is worth something.",
        "Much as last week, with [left] left.",
        "Everything stayed where it was put.",
        "Five days of work, and they looked like it.",
    ),
}
