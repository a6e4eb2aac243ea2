"""How long to wait before the hub is asked again: longer each time, and each kiosk differently."""

LEAST_S = 30.0
MOST_S = 6 * 3600.0

_MOST_DOUBLINGS = 20


def pause_after(tries: int, drawn: float, retry_after: str = "") -> float:
    """Seconds to wait after `tries` failures in a row, from `LEAST_S` to `MOST_S`.

    `drawn` is from 0 to 1, drawn anew each time: the pause is anywhere up to twice as long as could be before.
    `retry_after` is the header of that name; in seconds it is honoured up to `MOST_S`, and those who are told the same
    come back spread over half a minute. A date in it is not taken: our clock may be wrong.
    """
    longest = min(MOST_S, LEAST_S * 2.0 ** min(max(tries, 1), _MOST_DOUBLINGS))
    pause = LEAST_S + drawn * (longest - LEAST_S)
    told = retry_after.strip()
    if told.isascii() and told.isdigit():
        pause = max(pause, min(float(told[:9]), MOST_S) + drawn * LEAST_S)
    return min(pause, MOST_S)
