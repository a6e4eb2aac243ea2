"""A scanner told from a person, when both press keys: by the pace of a run of keys.

A scanner's keys come 1 to 50 ms apart, without a pause, dozens in a row; nobody types eight in a row so. The keys
before a run is known for a scan have gone where all keys go, so that a person's typing never waits; whoever listens
takes them out again. What comes after is held, and given back when it turns out to be nothing that was scanned.
"""

from dataclasses import dataclass, replace

SLOW_MS = 70
"""The longest time between two keys of a slow scanner, with what a busy computer adds."""

FAST_MS = 12
"""The longest time between two keys of a fast one; no hand is as fast."""

OVER_AFTER_MS = 150
"""The silence after which a scan is over. Its own line ends are in it: a plan as text has many."""

_FEWEST_SLOW = 8
_FEWEST_FAST = 6
_LONGER_THAN_ANY_WORD = 20
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Key:
    """One key: when it was pressed, on any clock in ms that only goes on, and the text that it gave.

    `repeats` is set while a key is held down.
    """

    at_ms: float
    text: str
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Keys that came without a pause. `longest_ms` is the longest time between two of them.

    `is_scan` is true from the key on at which a scanner was recognised; `let_through` is what came before that key.
    """

    text: str = ""
    last_ms: float = 0.0
    longest_ms: float = 0.0
    let_through: str = ""
    is_scan: bool = False

    @property
    def is_no_hand(self) -> bool:
        """Tell whether a machine must have typed it, whatever it says: far too much, far too fast."""
        return self.is_scan and self.longest_ms <= FAST_MS and len(self.text) >= _LONGER_THAN_ANY_WORD

    @property
    def held(self) -> str:
        """What went nowhere yet."""
        return self.text.removeprefix(self.let_through) if self.is_scan else ""

    def is_over(self, now_ms: float) -> bool:
        """Tell whether nothing more belongs to it."""
        return now_ms - self.last_ms >= OVER_AFTER_MS


NO_RUN = Run()


def with_key(run: Run, key: Key) -> Run:
    """The run once `key` is pressed too; a new one where it came too late, or is a key held down.

    Keys that give no text (Shift, the arrows) change nothing.
    """
    if not key.text:
        return run
    gap = key.at_ms - run.last_ms
    limit = OVER_AFTER_MS if run.is_scan else SLOW_MS
    # X11 calls the second of two equal letters a repetition where both come within a millisecond.
    if key.repeats and not (run.text and 0 <= gap <= FAST_MS):
        return Run(last_ms=key.at_ms)
    if not run.text or not 0 <= gap < limit or len(run.text) >= _MOST:
        return Run(text=key.text, last_ms=key.at_ms)
    longer = replace(run, text=run.text + key.text, last_ms=key.at_ms, longest_ms=max(run.longest_ms, gap))
    if run.is_scan or not _is_a_scanners(longer):
        return longer
    return replace(longer, is_scan=True, let_through=run.text)


def _is_a_scanners(run: Run) -> bool:
    """Tell whether no person types so; one key again and again is a key held down, whatever the system says."""
    fewest = _FEWEST_FAST if run.longest_ms <= FAST_MS else _FEWEST_SLOW
    return len(run.text) >= fewest and len(set(run.text)) > 1
