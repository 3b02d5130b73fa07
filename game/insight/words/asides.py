"""What a colleague says about having done something, by style and by what it was.

An answer has its stance. A week of moves only is "call" or "visit" (both also "met": time spent with people), "sync"
(with the reader) or "worked" (on things). "" fits anything. Nothing here may claim more than that: who asked, what for
and how it went stands in the sentence before.
"""

from __future__ import annotations

Variants = tuple[str, ...]

ANY, CALL, VISIT, MET, SYNC, WORKED = "", "call", "visit", "met", "sync", "worked"
MEETINGS = {"visit": VISIT, "repair": MET, "call": CALL, "talk": MET, "warn": MET}  # spent with people

PLEASER: dict[str, Variants] = {
    "accommodate": (
        "I wanted them to hear a yes.",
        "I shall find out what I said yes to.",
        "You should have seen their face. I would do it again.",
        "I said of course. It slipped out.",
        "A yes costs nothing on the day.",
        "I said yes before I had breathed in.",
        "I could not find the sentence that says no.",
        "It made somebody’s week. I am counting that.",
        "There was a pause, and I filled it with a yes.",
        "I had a no with me. I took it home again.",
        "They had hoped for it. It seemed a shame not to.",
        "I nodded. I only noticed afterwards.",
    ),
    "negotiate": (
        "I asked for something back. I blushed, but I asked.",
        "We met in the middle. It felt like a dance.",
        "There is a price on it. I said the price very quietly.",
        "Nobody gets everything. I said so very kindly.",
        "I had the number written on my hand.",
    ),
    "refuse": (
        "I said no. I have not slept.",
        "I had to, and I have sent flowers.",
        "It was a no with a great deal of padding.",
        "I practised the no in the lift. I am still taking it.",
    ),
    "disclose": (
        "I told them. I had written it on a card.",
        "I have said it. My hands were shaking, but I have said it.",
        "I told them the whole of it, and then I sat down.",
    ),
    "conceal": (
        "I did not want to spoil their Friday.",
        "They will hear it when there is something to say.",
        "I left out the second half. It did not feel like the day for it.",
    ),
    "delegate": (
        "Somebody else will put it better than I.",
        "It was not really mine to say, was it?",
        "I asked somebody braver.",
    ),
    "investigate": (
        "I asked first. It felt rude, and it was useful.",
        "I wanted to be sure before I promised.",
        "I had a question, and for once I put it.",
    ),
    "protect": (
        "I thought they had enough on their plates.",
        "I stood in front of them. I am not very wide.",
        "They looked tired, so I said something.",
    ),
    "push": (
        "I asked them for a little more. I brought cake.",
        "I did say please.",
        "It was a lot to ask. I asked it in the nicest voice I have.",
    ),
    "invest": (
        "It costs something. I find that nice things do.",
        "It seemed the kinder way to spend it.",
        "I said we would pay. It was out before I had the figure.",
    ),
    VISIT: (
        "I brought pastries. It went as well as pastries go.",
        "I was passing. I had to take two trains to be passing.",
        "Somebody should show their face now and then.",
        "I stayed an hour too long. I always do.",
    ),
    CALL: (
        "I only rang to see how they were.",
        "We mostly talked about their children.",
        "It was to be a minute. It was forty.",
    ),
    MET: (
        "I listened. It is the part I am good at.",
        "I said something nice first. I always do.",
        "It went well, I think. I could be wrong.",
    ),
    SYNC: ("It was good to talk. You should frown less.", "I feel better for having said it. Do you?"),
    WORKED: (
        "I was quiet this week, and tidied up.",
        "Nobody had to be told anything. It was lovely.",
        "I did the thing I had been promising to do.",
    ),
    ANY: (
        "I only wanted everybody to be happy.",
        "I thought that somebody ought to say something kind.",
        "I know, I know. But you were not in the room.",
        "It felt right on Tuesday.",
        "It was the friendliest thing I could think of.",
        "Nobody shouted. I call that a week.",
        "Are you cross? You can say.",
        "I hope you would have done the same.",
    ),
}
BOOK: dict[str, Variants] = {
    "accommodate": (
        "I said yes, in writing, with a date and a limit.",
        "It was within the agreement. I looked.",
        "Granted, once. The word “once” is in the e-mail.",
        "They were entitled to it, under four point two.",
    ),
    "negotiate": (
        "It is what the contract says.",
        "There is a clause, and now there is an e-mail about the clause.",
        "Scope in, price in. It is not personal.",
        "Every line has a number, and every number has a line.",
        "They may choose, until a date. I said the date twice.",
        "There is a form for this. It is shorter than it was.",
    ),
    "refuse": (
        "It was not in the agreement.",
        "I referred them to page four.",
        "An early no is cheaper than a late maybe.",
        "I said no and gave the reference.",
        "If it is in nobody’s plan, it is in nobody’s week.",
    ),
    "disclose": (
        "It is on record now. That is what the record is for.",
        "They know what we know, as of today.",
        "It is better in the minutes than in the corridor.",
        "I reported what there was to report.",
    ),
    "conceal": (
        "It was not on the agenda.",
        "Nobody asked the question in that form.",
        "It is not due for reporting yet. I looked it up.",
    ),
    "delegate": (
        "It belongs to somebody else. I forwarded it.",
        "Not my signature. I found out whose.",
        "There is a person for this. It is not me.",
    ),
    "investigate": (
        "I looked before I answered.",
        "Facts first. It took an afternoon.",
        "I would rather know on Wednesday than guess on Monday.",
    ),
    "protect": (
        "There are limits to a week. I read them out.",
        "Hours can be assigned once. I checked.",
        "Forty hours is a number too.",
    ),
    "push": (
        "It was in the plan. I reminded them of the plan.",
        "They had a date. I asked them to keep it.",
        "I read them the sentence with the date in it.",
        "It is due when it is due. I said so twice.",
        "I moved nothing. I asked them to move.",
    ),
    "invest": (
        "It was budgeted. I checked the row.",
        "An expense now against a larger one later. I did the sum.",
        "I approved it, and wrote down what it is for.",
        "There is a row for it now. There had to be a row.",
    ),
    VISIT: ("I was there at nine. So was the agenda.", "I have filed the train tickets and the outcome."),
    CALL: ("The call took fourteen minutes. I had put down fifteen.", "I rang at the hour I had said."),
    MET: (
        "I had it in the calendar.",
        "There was an agenda. We got to the end of it.",
        "I took minutes.",
        "I asked the four questions I always ask.",
    ),
    SYNC: ("I have sent you the minutes of our talk.", "We had three points. We settled three points."),
    WORKED: (
        "I brought the list up to date.",
        "It was due, so I did it.",
        "Two things are no longer open.",
        "The plan and the week agree again.",
    ),
    ANY: (
        "I followed the procedure.",
        "One thing after the other, in the order in which they were agreed.",
        "You will find it under correspondence.",
        "I did what I said I would do, on the day I said.",
        "It is in the file, with today’s date.",
        "We agreed how this goes. So it went like that.",
        "I have copied you in.",
        "There is a precedent. I set it in March.",
    ),
}
FIREFIGHTER: dict[str, Variants] = {
    "accommodate": (
        "It was burning, so I said yes.",
        "Quicker to do it than to discuss it.",
        "Done. Next.",
        "It was wanted today, so it was done today.",
    ),
    "negotiate": (
        "We settled it on the phone, standing.",
        "I gave half of it, now. The other half can burn.",
        "Five minutes, two numbers, one handshake.",
        "I cut it in two while it was still hot.",
    ),
    "refuse": (
        "Not this week. Something else is alight.",
        "I said no and hung up. Politely. Then I hung up.",
        "There is a queue for my attention, and that is not in it.",
    ),
    "disclose": (
        "I told them straight away. It saves a call later.",
        "Better they hear the bang from me.",
        "I said it as it is. There was no time to say it otherwise.",
    ),
    "conceal": (
        "They would only have come and stood in the way.",
        "I will tell them when it is out.",
        "There was no time to explain it as well.",
    ),
    "delegate": (
        "I threw it over. Somebody caught it.",
        "I had both hands full.",
        "Somebody stood nearer to it than I.",
    ),
    "investigate": (
        "I went to see where the smoke came from.",
        "I looked under the floor. One should not, at night.",
        "I asked where it began. People point, mostly.",
    ),
    "protect": (
        "I stood in the door. Nobody got past.",
        "They were about to drop. I took the phone away.",
        "I sent them home while I could still see them.",
    ),
    "push": (
        "They can sleep when it is live.",
        "I asked for one last effort. The last one was the last but one.",
        "I leaned on it until it moved.",
        "We are nearly there. We have been nearly there since Tuesday.",
    ),
    "invest": (
        "I threw what we had at it. It went quiet.",
        "It cost what it cost. It is not smoking any more.",
        "I signed for it standing up.",
    ),
    VISIT: (
        "I went myself. It was quicker than the e-mails about it.",
        "I was in the car before they had finished the sentence.",
        "I caught them between two doors.",
    ),
    CALL: ("I rang before they could ring me.", "Ten minutes on the phone, and on to the next."),
    MET: (
        "I got it said between two other things.",
        "I had seven minutes. They were good ones.",
        "Face to face, standing up. It works.",
    ),
    SYNC: ("Good that we spoke. Now I know what else is alight.", "That was the longest I have sat still this week."),
    WORKED: (
        "I put out what I could reach.",
        "I did the nearest thing first.",
        "That one had been smouldering for a while.",
    ),
    ANY: (
        "That one was burning, so I took it.",
        "First the loud one, then the other loud one.",
        "I have not sat down since Monday, and it shows in the numbers.",
        "There was smoke. I do not wait for the flame.",
        "It is out. Something else is smoking, I think.",
        "No time to ask. I hope you agree.",
        "Ask me on Friday why. I shall have a reason by Friday.",
        "It was that or do nothing, and I am no good at nothing.",
    ),
}
BALANCED: dict[str, Variants] = {
    "accommodate": (
        "It cost us little and them it would have cost a lot.",
        "I thought this one was worth it.",
        "We can give that once, and they know it was once.",
        "Some things are cheaper given than argued about.",
    ),
    "negotiate": (
        "It seemed the fairest price for it.",
        "A little from them, a little from us. On paper.",
        "Nobody was delighted. It will hold, then.",
        "It could have been more. It could have been less.",
        "We found the sentence that both could sign.",
    ),
    "refuse": (
        "I said no, and why.",
        "Somebody had to draw it somewhere.",
        "I do not expect it to be liked. I hope it is understood.",
        "A clear no, and what we can do instead.",
    ),
    "disclose": (
        "Better from us than from the calendar.",
        "I told them now, while it is still small.",
        "It was going to come out. This way it came from us.",
        "Said is said. Now we can be practical.",
    ),
    "conceal": (
        "It may yet come right. I gave it a week.",
        "I told them the part that is certain.",
        "I would not say half of it, so I said none.",
    ),
    "delegate": (
        "Somebody else knows it better.",
        "I left it with whoever has to live with it.",
        "I asked who would decide it well, and let them.",
    ),
    "investigate": (
        "I wanted to know before I said anything.",
        "I asked one question more. It was the right one.",
        "It took a day to find out, and would have taken a week to mend.",
    ),
    "protect": (
        "They had enough on their desks.",
        "I would rather have them next month, too.",
        "I took it off their list, and put my name to it.",
    ),
    "push": (
        "I asked for more this once, and said for how long.",
        "It was a lot to ask. I asked it myself.",
        "I said why it matters, and then I asked for it.",
    ),
    "invest": (
        "It costs now what it would cost twice later.",
        "I spent a little to sleep a little.",
        "I paid for the part that would have come back.",
    ),
    VISIT: (
        "It is easier to say difficult things to somebody one has met.",
        "Nothing in particular. That is when one should go.",
        "One hears more across a table.",
    ),
    CALL: ("A short call, before it had to be a long one.", "They had expected an e-mail. A voice was better."),
    MET: (
        "I listened, mostly.",
        "An hour well spent. We shall see on what.",
        "I asked, and then I waited for the answer.",
    ),
    SYNC: ("Half of what I worry about turns out to be your half.", "We knew more together than I had thought."),
    WORKED: (
        "It was not urgent. That was the reason to do it.",
        "One thing less to worry about, if I am right.",
        "Dull work. I recommend it.",
        "I did the part that nobody will notice.",
    ),
    ANY: (
        "Nobody will thank us, and nobody will sue.",
        "I did what I would have wanted you to do.",
        "There was a louder way. This one lasts longer.",
        "I weighed it twice and it came out the same.",
        "I would have asked you, had you been in.",
        "It is not elegant. It should do.",
        "We shall know in three weeks whether that was wise.",
        "I can live with it. Can you?",
    ),
}
SAYS: dict[str, dict[str, Variants]] = {
    "people-pleaser": PLEASER,
    "by-the-book": BOOK,
    "firefighter": FIREFIGHTER,
    "balanced": BALANCED,
}
