"""How roles are called, for a window and a terminal alike."""

from kiosk.counter.staff.roles import Role
from kiosk.languages import Messages


def role_name(messages: Messages, role: Role) -> str:
    """`supervisor`."""
    match role:
        case Role.STAFF:
            return messages.pgettext("role", "staff")
        case Role.SUPERVISOR:
            return messages.pgettext("role", "supervisor")
        case Role.EDITOR:
            return messages.pgettext("role", "catalogue editor")
