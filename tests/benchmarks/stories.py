"""Scenario texts of a known size, for measuring."""


def decision_story(decisions: int = 12, choices: int = 4) -> str:
    """One event a week without a project; every choice moves eight quantities."""
    effects = (
        "ana.satisfaction: +1, ana.trust: -1, ben.satisfaction: +2, ben.trust: +1, "
        "account.understanding: +1, account.credits: +10, account.given: +0.5 days, mara.rapport: +1"
    )
    lines = [
        "format: 1",
        "title: Twelve decisions",
        "summary: A story for measuring.",
        "setting: digital agency",
        "challenge: demanding client",
        f"weeks: {decisions}",
        "seats: {am: mara, pm: joss}",
        "briefing: {am: Decide., pm: Decide., both: Decide.}",
        f"account: {{client: Brightside, value: 180_000, renewal: week {decisions}}}",
        "people:",
        "  ana: {name: Ana Lima, title: Head, side: client, influence: 3, trust: 60, satisfaction: 70}",
        "  ben: {name: Ben Ode, title: Buyer, side: client, influence: 1, trust: 60, satisfaction: 70}",
        "  mara: {name: Mara Lind, title: Account manager, side: house, style: balanced}",
        "  joss: {name: Joss Hale, title: Project manager, side: house, style: balanced}",
        "events:",
    ]
    for week in range(1, decisions + 1):
        lines += [f"  day_{week}:", f"    title: Day {week}", "    asks: am", f"    weeks: {week}", "    from: ana"]
        lines += ["    text: What now?", "    choices:"]
        for number in range(choices):
            lines += [f"      way_{number}:", f"        text: Way {number}.", "        skill: communication"]
            lines += ["        stance: negotiate", '        reply: {ana: "Fine."}', f"        effects: {{{effects}}}"]
    return "\n".join(lines) + "\n"


def large_file(events: int = 1_000) -> str:
    """A valid scenario with very many events, four choices each."""
    head = decision_story(1, 1).split("events:")[0].replace("weeks: 1\n", "weeks: 12\n")
    lines = [head + "events:"]
    for number in range(events):
        lines += [
            f"  event_{number}:",
            f"    title: Event {number}",
            f"    asks: {'am' if number % 2 else 'pm'}",
            f"    weeks: {number % 10 + 1}-{number % 10 + 2}",
            "    when: ana.trust > 20 and week >= 1",
            "    chance: 30%",
            "    from: ana",
            "    how: By telephone",
            f'    text: "Number {number} here. There is something we should like to have, and it is not large."',
            "    choices:",
        ]
        for choice in range(4):
            lines += [
                f"      choice_{choice}:",
                "        text: Say that it can be done, within reason.",
                "        skill: communication",
                "        stance: negotiate",
                '        reply: {ana: "Good. I shall tell them."}',
                "        effects:",
                "          {ana.satisfaction: +3, ana.trust: -1 + ben.trust * 0.01, ben.satisfaction: clearly up}",
                "        later: {in: 2 weeks, effects: {ana.trust: -2}, tells: It was remembered.}",
            ]
    return "\n".join(lines) + "\n"
