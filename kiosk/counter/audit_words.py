"""How the acts of the audit are called, for a window and a terminal alike."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.counter.audit import Act
from kiosk.languages import N_, Messages

WORDS: Mapping[str, str] = MappingProxyType(
    {
        Act.SIGN_IN_TRIED: N_("PIN tried"),
        Act.SIGNED_IN: N_("signed in"),
        Act.SIGN_IN_FAILED: N_("sign-in refused"),
        Act.LOCKED_OUT: N_("PIN wrong too often, locked"),
        Act.SIGNED_OUT: N_("signed out"),
        Act.UNLOCKED: N_("PIN unlocked"),
        Act.STATE_RESTORED: N_("backup put back"),
        Act.STAFF_BEGUN: N_("first supervisor"),
        Act.STAFF_RESCUED: N_("made supervisor at the machine"),
        Act.STAFF_ADDED: N_("person added"),
        Act.STAFF_RENAMED: N_("name changed"),
        Act.STAFF_ROLE_CHANGED: N_("role changed"),
        Act.STAFF_LANGUAGE_CHANGED: N_("language changed"),
        Act.STAFF_RETIRED: N_("person retired"),
        Act.PIN_SET: N_("new PIN"),
        Act.BADGE_MADE: N_("new badge"),
        Act.BADGE_REVOKED: N_("badge taken away"),
        Act.SLIP_OPENED: N_("slip opened"),
        Act.CASE_OPENED: N_("case opened"),
        Act.CASE_READ: N_("case read"),
        Act.CASE_CHANGED: N_("case changed"),
        Act.CONSENT_GIVEN: N_("consent given"),
        Act.CASE_ERASED: N_("case erased"),
        Act.OUTCOME_RECORDED: N_("outcome written down"),
        Act.FOLLOW_UP_SET: N_("follow-up set"),
        Act.HAND_OFF_MADE: N_("handed to a partner"),
        Act.HAND_OFF_ACKNOWLEDGED: N_("taken up by a partner"),
        Act.FLAG_RAISED: N_("mistake reported"),
        Act.FLAG_DECIDED: N_("report decided"),
        Act.CITIZEN_FLAGS_SEEN: N_("citizens’ reports seen"),
        Act.CORRECTION_LAID: N_("correction made"),
        Act.CORRECTION_CLEARED: N_("correction cleared"),
        Act.LOCAL_NOTE_SET: N_("local note written"),
        Act.LOCAL_NOTE_REMOVED: N_("local note removed"),
        Act.KIOSK_CLOSED: N_("kiosk closed"),
        Act.KIOSK_OPENED: N_("kiosk opened"),
        Act.KIOSK_FORGOTTEN: N_("kiosk taken off the list"),
    }
)
"""Each act in a few words, not yet translated."""


def act_words(messages: Messages, act: str) -> str:
    """`signed in`; an act that was altered, or is of a newer version, as it stands."""
    return messages.gettext(WORDS[act]) if act in WORDS else act
