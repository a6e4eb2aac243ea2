"""Ten thousand kiosks for a day against one hub, on a clock of its own: `python -m bench.fleet`.

Nothing of the network is real; the hub's time for an exchange, and the bytes, are measured first, on a hub that is
served on this machine from SQLite. The hub is away for two hours at noon; at half past four the power comes back to
all kiosks at once, and at half past five the line.
"""

import heapq
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from random import Random

from bench.capacity import Capacity, measured
from bench.measuring import Measure, table
from kiosk.config import Config
from kiosk.hub.service.app import Limits
from kiosk.sync.exchange.http import READ_S
from kiosk.sync.exchange.messages import MOST_ITEMS
from kiosk.sync.exchange.pauses import MOST_S
from kiosk.sync.rounds import seconds_until_next

KIOSKS = 10_000
DAY = 86_400
_HOUR = 3600.0
_RECORDS_A_DAY = 200
_OPEN = (8 * _HOUR, 18 * _HOUR)
_HUB_AWAY = (12 * _HOUR, 14 * _HOUR)
_POWER_AWAY = (16 * _HOUR, 16.5 * _HOUR)
_LINE_AWAY = (17 * _HOUR, 17.5 * _HOUR)
_SENT_AWAY_FOR = (5, 60)
"""As kiosk.hub.service.app draws what it tells in Retry-After, in seconds."""
_STARTS_WITHIN = 10.0
"""So far apart do machines of one make start that have their power back at the same moment."""
FIRST_ASKS = (20.0, 40.0)
AFTER_THE_LINE = (0.0, 300.0)
"""As kiosk.bridge.syncing draws them: after a start, and after the line has come back."""
_MOST_WAITING = Limits().most_waiting
_SEED = 211
_USUAL = Config()


@dataclass(slots=True)
class Kiosk:
    """How many of its records the hub has, when it was last heard, and how often it has tried in vain since."""

    records: int = 0
    heard: float = 0.0
    tries: int = 0


@dataclass(slots=True)
class Told:
    """What the day was like for the hub; what is counted by second is counted from midnight."""

    asked: list[int] = field(default_factory=lambda: [0] * DAY)
    busy: float = 0.0
    longest_queue: int = 0
    longest_wait: float = 0.0
    given_up: int = 0
    sent_away: int = 0
    in_vain: int = 0
    records: int = 0
    up: float = 0.0
    down: float = 0.0
    last_back: float = 0.0
    """When the last kiosk was heard again after the hub was away."""

    @property
    def exchanges(self) -> int:
        """All that reached the hub."""
        return sum(self.asked)

    def in_most_seconds(self, part: float) -> int:
        """So many exchanges or fewer came in this part of all seconds."""
        return sorted(self.asked)[min(DAY - 1, int(DAY * part))]


def day(
    kiosks: int,
    capacity: Capacity,
    first_asks: tuple[float, float] = FIRST_ASKS,
    after_the_line: tuple[float, float] = AFTER_THE_LINE,
) -> Told:
    """Let them all live through the day; the seconds after which each asks are drawn from between these."""
    random, told, order = Random(_SEED), Told(), count()
    fleet = [Kiosk() for _ in range(kiosks)]
    due = [(random.uniform(0, _pause(0, random)), next(order), number) for number in range(kiosks)]
    heapq.heapify(due)
    queue: deque[float] = deque()
    while due:
        now, _, number = heapq.heappop(due)
        if now >= DAY:
            continue
        kiosk = fleet[number]
        if _POWER_AWAY[0] <= now < _POWER_AWAY[1]:
            then = _POWER_AWAY[1] + random.uniform(0, _STARTS_WITHIN) + random.uniform(*first_asks)
            kiosk.tries = 0
        elif _LINE_AWAY[0] <= now < _LINE_AWAY[1]:
            kiosk.tries += 1
            then = now + _pause(kiosk.tries, random)
            if then >= _LINE_AWAY[1]:  # the machine hears that the line is back, and waits no longer
                then = _LINE_AWAY[1] + random.uniform(*after_the_line)
                kiosk.tries = 0
        elif _HUB_AWAY[0] <= now < _HUB_AWAY[1]:
            told.in_vain += 1
            kiosk.tries += 1
            then = now + _pause(kiosk.tries, random)
        else:
            then = _ask(kiosk, now, queue, capacity, told, random)
        heapq.heappush(due, (then, next(order), number))
    return told


def _ask(kiosk: Kiosk, now: float, queue: deque[float], capacity: Capacity, told: Told, random: Random) -> float:
    """Send what waits, and say when this kiosk will ask again."""
    while queue and queue[0] <= now:
        queue.popleft()
    told.asked[int(now)] += 1
    if len(queue) >= _MOST_WAITING:
        told.sent_away += 1
        kiosk.tries += 1
        return now + seconds_until_next(_USUAL, kiosk.tries, random.random(), str(random.randrange(*_SENT_AWAY_FOR)))
    records = min(MOST_ITEMS, _put_by(now) - kiosk.records)
    takes = capacity.seconds.of(records)
    answered = max(now, queue[-1] if queue else now) + takes
    queue.append(answered)
    told.busy += takes
    told.up += capacity.up.of(records)
    told.longest_queue = max(told.longest_queue, len(queue))
    told.longest_wait = max(told.longest_wait, answered - now)
    if answered - now > READ_S:  # the hub has done it all the same; it will be sent once more
        told.given_up += 1
        kiosk.tries += 1
        return now + READ_S + _pause(kiosk.tries, random)
    if kiosk.heard < _HUB_AWAY[1] <= now:
        told.last_back = max(told.last_back, now)
    told.down += capacity.down
    told.records += records
    kiosk.records, kiosk.heard, kiosk.tries = kiosk.records + records, now, 0
    return answered + _pause(0, random)


def _pause(tries: int, random: Random) -> float:
    return seconds_until_next(_USUAL, tries, random.random())


def _put_by(moment: float) -> int:
    """How many records a kiosk has put into its outbox by then."""
    opens, closes = _OPEN
    return int(_RECORDS_A_DAY * min(1.0, max(0.0, (moment - opens) / (closes - opens))))


def measure() -> list[Measure]:
    """The day of ten thousand, against what this machine's hub can do."""
    capacity = measured()
    told = day(KIOSKS, capacity)
    at_once = day(KIOSKS, capacity, first_asks=(0, 0), after_the_line=(0, 0))
    most = 1 / capacity.seconds.of(_RECORDS_A_DAY * 2 // 40)
    return [
        Measure(
            "fleet of 10,000: a second's exchanges, 99 %",
            told.in_most_seconds(0.99),
            "",
            most,
            f"mean {told.exchanges / DAY:.1f}, worst {max(told.asked)}; the hub can take {most:.0f}",
        ),
        Measure(
            "fleet of 10,000: longest wait",
            told.longest_wait,
            "s",
            READ_S,
            f"{told.longest_queue} in the queue, {told.sent_away} sent away; hub busy {told.busy / DAY:.1%} of the day",
        ),
        Measure(
            "the same, had none of them waited a little",
            at_once.longest_wait,
            "s",
            None,
            f"{at_once.longest_queue} in the queue, {at_once.sent_away} sent away; worst second {max(at_once.asked)}",
        ),
        Measure(
            "fleet of 10,000: all heard again after",
            (told.last_back - _HUB_AWAY[1]) / 60,
            "min",
            MOST_S / 60,
            f"the hub was away for 2 h and asked {told.in_vain} times in vain",
        ),
        Measure(
            "fleet of 10,000: up in the day",
            told.up / 1e6,
            "MB",
            None,
            f"{told.records / 1e6:.2f} million records; {told.down / 1e6:.0f} MB down",
        ),
    ]


if __name__ == "__main__":
    print("\n".join(table(measure())))
