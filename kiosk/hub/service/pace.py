"""How often somebody may come: a number of times at once, and then so many a second. Kept in memory only."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

_MOST_REMEMBERED = 20_000


class Pace:
    """Counts visits by key; may be used from several threads. `steady` is a clock that never jumps, in seconds."""

    def __init__(self, at_once: int, a_second: float, steady: Callable[[], float]) -> None:
        self._at_once = at_once
        self._a_second = a_second
        self._steady = steady
        self._left: OrderedDict[object, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait_for(self, key: object) -> float:
        """Count a visit; 0 where it may be, else the seconds until it may."""
        with self._lock:
            left = self._left_now(key)
            if left < 1:
                return (1 - left) / self._a_second
            self._remember(key, left - 1)
            return 0.0

    def is_over(self, key: object) -> bool:
        """Tell whether the next visit would have to wait, without counting one."""
        with self._lock:
            return self._left_now(key) < 1

    def _left_now(self, key: object) -> float:
        now = self._steady()
        left, since = self._left.get(key, (float(self._at_once), now))
        return min(float(self._at_once), left + (now - since) * self._a_second)

    def _remember(self, key: object, left: float) -> None:
        self._left[key] = (left, self._steady())
        self._left.move_to_end(key)
        if len(self._left) > _MOST_REMEMBERED:
            self._left.popitem(last=False)
