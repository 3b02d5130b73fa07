"""Looking back on a finished play in words: what was known, what was true, what came of it, what it was worth.

| module       | call                                      | gives                                                 |
|--------------|-------------------------------------------|-------------------------------------------------------|
| timeline     | timeline(play, seat)                      | the weeks as one remembers them; nothing is judged    |
| lookback     | found_there, largest_turn, dearest        | what a review found at marked turning points          |
| judged       | review_words(play, review)                | a review: the three below, and the numbers            |
| came_from    | split_told(play, review), yardsticks      | the points: yours, your colleague's, luck's           |
| answers      | answer_words(play, seat, decision)        | an answer, how good it was, what another had changed  |
| moves        | move_lines(play, review)                  | what the moves of each responsibility brought         |
| reviewed     | head_words, option_words                  | the same as a screen shows it                         |
| decision     | decision_words(play, seat, decision)      | one decision: known, true, what happened next, undone |
| known_then   | known_then(..), true_then(..)             | facts a seat could see, and those it could not        |
| hindsight    | moment(play, seat, decision), truths      | what asked, and what was true all along               |
| aftermath    | Aftermath(play, seat).of(decision)        | what came of an answer, week by week                  |
| followed     | Followed(play, seat, decision)            | what an answer set going: chance, events, promises    |
| carried      | carried(play, seat)                       | each KPI from first to last, by its largest causes    |
| skills       | skills_words(seat, skills)                | the skills answers drew on, beside the role's         |
| outlook      | whatif_words(play, whatif)                | another answer in 200 futures, in frequencies         |
| side_by_side | beside_words(beside)                      | two plays: where they parted, and what it was worth   |
"""
