"""Whether this kiosk stays current and is heard. What lies on this machine says it: nobody is asked."""

from kiosk.catalogue.editions import updates_folder
from kiosk.cli.findings import Finding, Machine, Verdict
from kiosk.languages import Messages
from kiosk.sync.exchange import wording as telling
from kiosk.sync.exchange.errors import NotEnrolledError, UnknownKioskError
from kiosk.sync.exchange.known_hub import known_hub
from kiosk.sync.telling import last_told
from kiosk.sync.updates import wording
from kiosk.sync.updates.last import read_last
from kiosk.sync.updates.reasons import Reason
from kiosk.sync.updates.trusting import trusted


def updates(machine: Machine, messages: Messages) -> Finding:
    """Newer editions of the catalogue come, and the last look for one went well."""
    gettext, part = messages.gettext, "updates"
    if not machine.config.sync.updates:
        seen = gettext("No place is named where newer catalogues come from: they come on a stick alone.")
        return Finding(part, Verdict.WISHES, seen, gettext("Name it in the configuration: [sync] updates"))
    if trusted(updates_folder()) is None:
        seen = gettext("Nobody’s updates are trusted yet, so none are taken.")
        advice = gettext("guichet sync enrol CODE at the hub, or guichet sync trust FILE")
        return Finding(part, Verdict.LACKS, seen, advice)
    last = read_last(updates_folder())
    if last is not None and last.reason not in (None, Reason.NOT_TRUSTED):
        return Finding(part, Verdict.WISHES, wording.refusal(messages, last.reason), _look_again(messages))
    return Finding(part, Verdict.OK, gettext("It is known whose updates to trust."))


def hub(machine: Machine, messages: Messages) -> Finding:
    """What is done here is told to a hub. A kiosk without one is whole, and keeps what it would tell."""
    gettext, part = messages.gettext, "hub"
    try:
        known_hub(machine.state)
    except NotEnrolledError as error:
        seen = telling.why(messages, error)
        if machine.config.sync.hub:
            return Finding(part, Verdict.LACKS, seen, _enrol(messages))
        advice = gettext("By the network: [sync] hub. By two files: guichet sync card FILE")
        return Finding(part, Verdict.WISHES, seen, advice)
    if not machine.config.sync.hub:
        return Finding(part, Verdict.OK, gettext("This kiosk tells its hub by stick what is done here."))
    last = last_told(machine.state)
    if last is not None and last.problem == UnknownKioskError.code:
        return Finding(part, Verdict.LACKS, telling.refusal(messages, last.problem), _enrol(messages))
    if last is not None and last.problem:
        return Finding(part, Verdict.WISHES, telling.refusal(messages, last.problem), _look_again(messages))
    return Finding(part, Verdict.OK, gettext("This kiosk is enrolled at its hub."))


def _enrol(messages: Messages) -> str:
    return messages.gettext("Ask its operator for a code: guichet sync enrol CODE")


def _look_again(messages: Messages) -> str:
    return messages.gettext("guichet sync tries it now, and says in parentheses what the network says.")
