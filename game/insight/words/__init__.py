"""What a person reads: engine facts as sentences, the same in the window and in the terminal.

Pure functions of scenario, view and play. Tones are "good", "bad", "warn", "plain", "rel" (relationship) and "dlv"
(delivery); icons are names of lucide. `viewer` is the seat that reads: words tell it only what its view shows.

| module   | call                                          | gives                                                     |
|----------|-----------------------------------------------|-----------------------------------------------------------|
| figures  | money, percent, signed, week_of, day_of       | numbers as text                                           |
| people   | first_name, they, colleague_of, main_contact  | who somebody is in a sentence                             |
| fill     | substitute(text, scenario, week)              | {dana.first} and the other four placeholders replaced     |
| moves    | move_words(view, move), move_groups(view, ..) | verb, target, icon, what it does, how long neglected      |
| chips    | choice_chips(view, choice)                    | up to three chips: text, tone, icon, spoken form          |
| locked   | why_locked(view, choice)                      | the false part of `needs` as a sentence                   |
| moods    | mood(view, person)                            | face, word, icon, tone and the one bar to show            |
| cards    | card(play, seat, viewer), meters(play, viewer)| KPI rows of a scorecard; the two meters                   |
| details  | kpi_detail(play, kpi, viewer)                 | formula, floor, target, points, what it is made of        |
| verdict  | verdict(play, viewer)                         | the line under the emblem                                 |
| goals    | goals(play, viewer)                           | each goal: level, word, icon, sentence                    |
| prospects| lost(scenario, condition, values), settled   | what can no longer come about, or no longer be undone     |
| plan     | plan_of(play, viewer), state_of(row)          | every task: planned, begun, done, expected, who is on it  |
| promises | promises(play, viewer)                        | each open promise: due, estimate, its age                 |
| kept     | kept_when(view, promise)                      | what keeps a promise, and by when                         |
| causes   | cause_words(scenario, cause, viewer)          | a ledger cause in words, with its week of origin          |
| ledger   | explain(play, week, quantity, viewer), lines  | what moved a number, rows that sum exactly                |
| facts    | fact_of(play, week, quantity, viewer)         | changes that are no amounts, in words                     |
| points   | points_moved(play, week, kpi, viewer), behind | why a KPI’s points moved; which numbers behind it  |
| moved    | meter_moved(play, week, viewer, name), meter_explained | why a meter moved; a meter opened                |
| reactions| reaction(view, luck, choice, person, mood)    | how somebody looks while replying                         |
| recap    | recap(play, week, viewer)                     | headline, five lines, meanwhile, pull, warnings, meters   |
| sentences, whys | line(lived, beat, spoken), why(lived, beat, said) | a beat as a line; what stands behind it      |
| pulls    | pull(play, week)                              | where the two roles pulled apart                          |
| ending   | ending(play, viewer)                          | title, text, causes, epilogues, score table, tipping week |
| story    | story(play)                                   | both meters week by week, with the decisions that mattered|
| debrief  | a package of its own                          | looking back on a finished play                           |
| glossary | TERMS, meaning(term)                          | forty terms in plain words                                |
"""
