"""What a scenario gets that does not say otherwise: targets of the ten KPIs, goals, a fallback ending."""

from __future__ import annotations

from game.engine.model import Target

# Points run from 0 at the floor to 100 at the target. Choices of ours, after the bands of MODELS section 1.
#                                     floor  target       unit
TARGETS: dict[str, Target] = {
    "satisfaction": Target(30.0, 80.0, 1.0),  # points 0-100, influence-weighted; 80 is CSAT 4.2
    "retention": Target(0.30, 1.0, 1.0),  # probability of renewal at the due date; 1 is everything signed
    "upsell": Target(0.0, 1.0, 1.0),  # share of the upsell target, expected
    "revenue": Target(0.80, 1.10, 1.0),  # expected yearly revenue against the start
    "churn": Target(0.55, 0.10, 1.0),  # expected share of revenue lost in twelve months; above 20 % is a concern
    "on_time": Target(0.20, 0.95, 1.0),  # 0-1: milestones met and forecast against due; 60-90 % is usual
    "budget": Target(0.30, -0.10, 1.0),  # forecast overrun as a share of the budget: cost index .77 to 1.1
    "utilisation": Target(0.20, 0.0, 1.0),  # distance from the band of 70-80 %, either side
    "quality": Target(0.30, 0.90, 1.0),  # 0-1: escaped defects and satisfaction with what was delivered
    "risk": Target(0.2, 0.90, 1.0),  # 0-1: mitigation effectiveness; 0.3-0.7 is usual
}

# Goals a manager sets when the author sets none: text, good, watch; `{client}` is the client's id. A goal whose names
# the scenario does not have is left out.
GOALS = {
    "am": (
        ("{client.first} trusts us", "client.trust >= 60", "client.trust >= 45"),
        ("The contract is renewed", "account.renewal_chance >= 70%", "account.renewal_chance >= 50%"),
        ("They are content with us", "client.satisfaction >= 70", "client.satisfaction >= 55"),
    ),
    "pm": (
        ("Live on the day we said", "project.forecast <= project.due", "project.forecast <= project.due + 1"),
        (
            "Within the budget",
            "project.forecast_cost <= project.budget",
            "project.forecast_cost <= project.budget * 110%",
        ),
        ("A team that would do it again", "team.morale >= 60", "team.morale >= 45"),
    ),
}

FALLBACK_TITLE = "The last week is over"
FALLBACK_TEXT = "Nobody rings a bell. The calendar turns, and what you did stays done."
FALLBACK_ID = "common_over"
