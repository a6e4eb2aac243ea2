"""Whether a person can be called from this kiosk."""

from kiosk.cli.findings import Finding, Machine, Verdict
from kiosk.config import host_and_port
from kiosk.counter.calling.calls import CounterError, CounterRefusedError, Ping, Pong
from kiosk.counter.calling.line import SOCKET_FILE, Address, Line
from kiosk.counter.calling.pairing import PairingError, paired_key
from kiosk.languages import Messages

_WITHIN_S = 2.0


def counter(machine: Machine, messages: Messages) -> Finding:
    """A counter answers. None is no fault: the kiosk then shows the desk and 211 in place of the button."""
    gettext = messages.gettext
    place = machine.config.counter.address
    without = gettext("No counter answers: kiosks show the desk and 211.")
    try:
        key = paired_key(machine.state) if place else None
        if place and key is None:
            return Finding("counter", Verdict.WISHES, without, gettext("Pair the two: guichet counter pair"))
        address = Address(*host_and_port(place)) if place else None
        reply = Line(machine.state / SOCKET_FILE, address, key).ask(Ping(), _WITHIN_S)
    except (CounterRefusedError, PairingError):
        seen = gettext("The counter does not know this kiosk’s key.")
        return Finding("counter", Verdict.LACKS, seen, gettext("Pair the two again: guichet counter pair --again"))
    except CounterError:
        advice = gettext("Start it where staff are: guichet counter")
        return Finding("counter", Verdict.LACKS if place else Verdict.WISHES, without, advice)
    if isinstance(reply, Pong) and not reply.attended:
        return Finding("counter", Verdict.OK, gettext("The counter answers; nobody is at it now."))
    return Finding("counter", Verdict.OK, gettext("The counter answers."))
