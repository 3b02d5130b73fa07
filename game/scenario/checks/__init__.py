"""The checks that look at a story as a whole: one file each, each a function of the survey and the report.

They run when a file can be read, add only warnings, and know nothing of each other. The page of every code, with a bad
and a good example, is in `../pages/`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.checks import (
    better_choice,
    empty_weeks,
    idle_hands,
    idle_risks,
    idle_tasks,
    idle_truths,
    missing_debrief,
    missing_reply,
    missing_wording,
    no_consequence,
    odd_weights,
    same_consequence,
    settled_branch,
    settled_choice,
    settled_condition,
    too_late,
    twin_names,
    unknown_signs,
    unreachable_ending,
    unreachable_event,
    unused_flags,
    unused_people,
    unused_promises,
)
from game.scenario.problems import Report
from game.scenario.survey import Survey

Check = Callable[[Survey, Report], None]

# What these find does not depend on what cannot be read elsewhere, so they run beside mistakes; the others would
# complain about what only follows from them.
LOCAL: tuple[Check, ...] = (
    missing_debrief.check,
    missing_reply.check,
    missing_wording.check,
    odd_weights.check,
    twin_names.check,
    unknown_signs.check,
)
WHOLE: tuple[Check, ...] = (
    unreachable_event.check,
    settled_choice.check,
    settled_branch.check,
    unreachable_ending.check,
    settled_condition.check,
    too_late.check,
    unused_people.check,
    unused_flags.check,
    unused_promises.check,
    idle_truths.check,
    idle_risks.check,
    idle_tasks.check,
    idle_hands.check,
    empty_weeks.check,
    no_consequence.check,
    same_consequence.check,
    better_choice.check,
)
