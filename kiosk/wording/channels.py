"""The ways to reach a service, in words."""

from kiosk.catalogue.model import ChannelType
from kiosk.languages import N_, Messages
from kiosk.planning.plan import ChannelReason

_NAMES = {
    ChannelType.IN_PERSON: N_("In person"),
    ChannelType.PHONE: N_("By phone"),
    ChannelType.ONLINE: N_("On the website"),
    ChannelType.MAIL: N_("By mail"),
    ChannelType.TEXT: N_("By text message"),
    ChannelType.CHAT: N_("By chat"),
    ChannelType.EMAIL: N_("By e-mail"),
    ChannelType.FAX: N_("By fax"),
    ChannelType.HOSPITAL_KIOSK: N_("At the hospital kiosk"),
    ChannelType.AUTOMATIC: N_("It happens by itself"),
}

_REASONS = {
    ChannelReason.PREFERRED: N_("The way you chose"),
    ChannelReason.BETTER_WITH_A_PERSON: N_("Best with a person"),
    ChannelReason.OPEN_NOW: N_("Open now"),
    ChannelReason.FREE: N_("Free, no trip"),
    ChannelReason.QUICKEST: N_("Quickest"),
    ChannelReason.WORKS_FOR_ALL: N_("Works for everyone"),
    ChannelReason.CLOSED_NOW: N_("Closed now"),
    ChannelReason.ONLY_WAY: N_("The only way"),
    ChannelReason.HAPPENS_BY_ITSELF: N_("Nothing to do"),
}

SYMBOLS = {
    ChannelType.IN_PERSON: "map-pin",
    ChannelType.PHONE: "phone",
    ChannelType.ONLINE: "world",
    ChannelType.MAIL: "mail",
    ChannelType.TEXT: "message-2",
    ChannelType.CHAT: "message-2",
    ChannelType.EMAIL: "at",
    ChannelType.FAX: "file-text",
    ChannelType.HOSPITAL_KIOSK: "building-hospital",
    ChannelType.AUTOMATIC: "circle-check",
}
"""The icon that stands beside each channel's name."""


def channel_name(messages: Messages, channel: ChannelType) -> str:
    """`In person`, « Par téléphone »."""
    return messages.gettext(_NAMES[channel])


def channel_reason(messages: Messages, reason: ChannelReason) -> str:
    """Why the channel stands where it does."""
    return messages.gettext(_REASONS[reason])


def ask_by_phone(messages: Messages) -> str:
    """The title of the way to ask by telephone about a service that is not given by telephone."""
    return messages.gettext("Ask by phone")


def without_voice(messages: Messages) -> str:
    """The title of the ways for people who do not speak or hear on the telephone."""
    return messages.gettext("Text, relay, sign language")


def relay_lines(messages: Messages, tty: str) -> tuple[str, ...]:
    """How to call a voice line without voice: its own TTY number where there is one, then what works for every line.

    Relay 711 and the video relay service are open to everyone in Canada.
    """
    return (
        *((messages.gettext("TTY {number}").format(number=tty),) if tty else ()),
        messages.gettext("Relay 711, or video relay (SRV Canada VRS) in ASL and LSQ."),
        messages.gettext("You can ask staff to call with you."),
    )
