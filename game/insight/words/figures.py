"""Numbers as people write them: thousands, real minus signs, weeks and weekdays, currency where it belongs."""

from __future__ import annotations

NBSP = "\u00a0"
MINUS = "−"
POINTS = " percentage points"
NEVER = 90.0  # weeks from which a forecast says: not with these people
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def whole(number: float) -> str:
    """A number without decimals, with thousands: 9,600."""
    rounded = round(number)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,}"


def decimal(number: float, digits: int = 1) -> str:
    """A number with so many decimals, and thousands: 1,038.4."""
    rounded = round(number, digits)
    sign = MINUS if rounded < 0.0 else ""
    return f"{sign}{abs(rounded):,.{digits}f}"


def plain(number: float) -> str:
    """A number with one decimal, which is left out when it is zero: 8, 2.5."""
    text = decimal(number)
    return text[:-2] if text.endswith(".0") else text


def signed(number: float, digits: int = 1) -> str:
    """A change with its sign: +3.0, −6.0, and 0.0 without one."""
    text = decimal(number, digits)
    return f"+{text}" if round(number, digits) > 0.0 else text


def money(currency: str, amount: float) -> str:
    """Whole money with its currency: £9,600, CHF 9,600."""
    rounded = round(amount)
    sign = currency.strip()
    gap = "" if len(sign) == 1 else NBSP
    return f"{MINUS if rounded < 0 else ''}{sign}{gap}{abs(rounded):,}"


def signed_money(currency: str, amount: float) -> str:
    """A change of money with its sign: +£9,600."""
    return ("+" if round(amount) > 0 else "") + money(currency, amount)


def about(currency: str, amount: float) -> str:
    """Money as one says it: to the hundred from a thousand on, without a sign."""
    size = abs(amount)
    return money(currency, round(size / 100.0) * 100.0 if size >= 1000.0 else size)


def percent(share: float) -> str:
    """A share as a whole percentage: 0.6 is 60 %."""
    return f"{whole(100.0 * share)}{NBSP}%"


def exact_percent(share: float) -> str:
    """The same with a decimal, for where its changes are told to a tenth of a point: 60.4 %."""
    return f"{decimal(100.0 * share)}{NBSP}%"


def days(amount: float, sign: bool = False) -> str:
    """Days of work: 8 days, 1 day, +2.5 days."""
    text = plain(amount)
    mark = "+" if sign and text not in ("0", "−0") and amount > 0.0 else ""
    return f"{mark}{text}{NBSP}{'day' if text in ('1', '−1') else 'days'}"


def small(count: int) -> str:
    """A small count in words, larger ones in figures: three, 14."""
    return SMALL[count] if 0 <= count < len(SMALL) else whole(count)


def times(factor: float) -> str:
    """How often something counts: twice, three times, 1.5 times."""
    if factor == 2.0:
        return "twice"
    return f"{small(round(factor)) if factor == round(factor) else plain(factor)} times"


def weeks(count: int) -> str:
    """So many weeks, in words: one week, three weeks."""
    return f"{small(count)} {'week' if count == 1 else 'weeks'}"


def week_number(finish: float) -> int:
    """The week in which something that finishes at `finish` (9.0 is the end of week 9) is done."""
    number = int(finish)
    return number if finish - number < 0.05 else number + 1


def week_of(finish: float) -> str:
    """The week something is done in: week 10. Beyond all plans: no date in sight."""
    return "no date in sight" if finish >= NEVER else f"week{NBSP}{max(1, week_number(finish))}"


def day_of(finish: float) -> str:
    """The day something is done: Tuesday of week 10."""
    if finish >= NEVER:
        return "no date in sight"
    return f"{DAYS[weekday(finish)]} of week{NBSP}{max(1, week_number(finish))}"


def weekday(finish: float) -> int:
    """The day of its week something is done on, 0 for Monday to 4 for Friday."""
    part = finish - (max(1, week_number(finish)) - 1)
    return min(4, max(0, int(5.0 * part - 0.01)))


def half_day_of(finish: float) -> str:
    """The same to the half day, which is as fine as a forecast is kept: Tuesday noon of week 10."""
    if finish >= NEVER:
        return "no date in sight"
    day, _of, week = day_of(finish).partition(" ")
    halves = round(10.0 * (finish - max(1, week_number(finish)) + 1.0))
    return f"{day} {'noon' if halves % 2 else 'evening'} {week}"


def ago(age: int) -> str:
    """How long ago, in words: this week, last week, three weeks ago."""
    if age <= 0:
        return "this week"
    return "last week" if age == 1 else f"{weeks(age)} ago"


def listed(parts: list[str]) -> str:
    """Several things in one phrase: a, b and c."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(text: str) -> str:
    """The same with a capital at the start."""
    return text[:1].upper() + text[1:]


def apportion(exact: list[float], total: int) -> list[int]:
    """Whole numbers near `exact` that sum to `total`: what is left over goes to the largest remainders."""
    floors = [_floor(number) for number in exact]
    left = total
    for number in floors:
        left -= number
    order = sorted(range(len(exact)), key=lambda i: (-(exact[i] - floors[i]), i))
    step = 1 if left > 0 else -1
    position = 0
    while left != 0 and order:
        floors[order[position % len(order)]] += step
        left -= step
        position += 1
    return floors


def _floor(number: float) -> int:
    low = int(number)
    return low - 1 if number < low else low
