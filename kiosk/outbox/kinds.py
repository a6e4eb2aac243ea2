"""The kinds of records that go up, by the numbers they have for ever; docs/sync.md tells what each one's body holds."""

from enum import IntEnum


class Kind(IntEnum):
    """What one record tells of. A hub keeps kinds that it does not know as they are, and refuses none."""

    REFERRAL = 1
    OUTCOME = 2
    UNMET_NEED = 3
    STAFF_FLAG = 4
    CITIZEN_FLAG = 5
    CALL = 6
    COUNTS = 7
    CORRECTION = 8
    CASE_CLAIM = 9
    NEXT_KEY = 10
    NOTICE = 11
