"""Money and time as a project reports them: earned value and earned schedule."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import constants as c
from game.engine.formulas.numeric import clamp


def _index(top: float, bottom: float, without: float) -> float:
    """top/bottom held within 0 to 10; `without` where there is nothing to divide by."""
    return clamp(top / bottom, 0.0, c.INDEX_MOST) if bottom > 0.0 else without


def _to_complete(left: float, money: float) -> float:
    """Work left over money left: 0 when nothing is left to do, 10 when there is work and no money."""
    return _index(left, money, c.INDEX_MOST) if left > 0.0 else 0.0


@dataclass(frozen=True)
class EarnedValue:
    """A project's four sums at one moment, in money. `ev` is credited from *reported* progress.

    That is work done and rework nobody has discovered yet, which is how an honest report still lies. The worked
    numbers below are those of week 6: pv 65, ev 52, ac 60, bac 100 [C].
    """

    pv: float  # planned value: what should be done by now
    ev: float  # earned value: what is reported done, at its planned price
    ac: float  # actual cost
    bac: float  # budget at completion

    def cpi(self) -> float:
        """Cost performance EV/AC. Range 0 to 10; 1 before anything is spent. Worked: .8667."""
        return _index(self.ev, self.ac, 1.0)

    def spi(self) -> float:
        """Schedule performance EV/PV. Range 0 to 10; 1 before anything is due; always 1 at the end. Worked: .8000."""
        return _index(self.ev, self.pv, 1.0)

    def eac_typical(self) -> float:
        """Forecast cost if the rest costs what the past did: BAC/CPI. AC to 10 BAC. Worked: 115.385."""
        return max(self.ac, self.bac / clamp(self.cpi(), c.INDEX_LEAST, c.INDEX_MOST))

    def eac_atypical(self) -> float:
        """Forecast cost if the rest goes to plan: AC + BAC - EV. Never below AC. Worked: 108."""
        return self.ac + max(0.0, self.bac - self.ev)

    def eac_both(self) -> float:
        """Forecast cost if lateness costs too: AC + (BAC - EV)/(CPI·SPI). Never below AC. Worked: 129.231."""
        pace = clamp(self.cpi() * self.spi(), c.INDEX_LEAST, c.INDEX_MOST)
        return self.ac + max(0.0, self.bac - self.ev) / pace

    def tcpi_bac(self) -> float:
        """The cost performance needed to end on budget: (BAC - EV)/(BAC - AC). Range 0 to 10. Worked: 1.200.

        Above 1.10 the budget counts as out of reach [R10].
        """
        return _to_complete(self.bac - self.ev, self.bac - self.ac)

    def tcpi_eac(self, eac: float) -> float:
        """The cost performance needed to end on the forecast `eac`: (BAC - EV)/(EAC - AC). Range 0 to 10.

        Worked: on the typical forecast 115.385 it is today's CPI, .8667.
        """
        return _to_complete(self.bac - self.ev, eac - self.ac)


def earned_schedule(planned: tuple[float, ...], ev: float) -> float:
    """The time at which the plan would have had `ev`, in periods: C + (EV - PV_C)/(PV_{C+1} - PV_C).

    `planned` is the cumulative planned value at the end of each period, never falling; C the last period with PV <= EV.
    Range 0 to the period in which the plan is complete. Source: Lipke [R9]. Worked: (5, 12, 22, 35, 50, 65, ...) and
    52 give 5.1333.
    """
    before = 0.0
    for period, value in enumerate(planned):
        if value > ev:
            return period + clamp((ev - before) / (value - before), 0.0, 1.0)
        if value >= planned[-1]:
            return period + 1.0
        before = value
    return 0.0


def spi_time(es: float, at: float) -> float:
    """Schedule performance in time: ES/AT. Range 0 to 10; 1 at time 0. Source [R9].

    Stays honest where SPI ends at 1.00: a plan of 10 finished in week 12 reads .833. Worked: 5.1333 at 6 gives .8556.
    """
    return _index(es, at, 1.0)


def forecast_duration(planned_duration: float, spi_t: float) -> float:
    """The duration to expect at this pace: PD/SPI(t). Range PD/10 to 10 PD. Source [R9]. Worked: 10, .8556: 11.688."""
    return planned_duration / clamp(spi_t, c.INDEX_LEAST, c.INDEX_MOST)


def tspi(planned_duration: float, es: float, at: float) -> float:
    """The schedule performance needed to end on time: (PD - ES)/(PD - AT).

    Range 0 to 10: 0 when the work is done, 10 when the time is up and the work is not. Worked: 10, 5.1333, 6: 1.2167.
    """
    return _to_complete(planned_duration - es, planned_duration - at)
