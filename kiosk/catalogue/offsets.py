"""How the catalogue writes the distance of a date from its anchor, in the forms that docs/catalogue.md lists."""

import re
from datetime import date

FINAL_RETURN = "next-04-30-or-P6M"
"""The final tax return: the next 30 April for a death up to 31 October, six months after it otherwise."""

DURATION = re.compile(
    r"(?P<sign>-?)P(?=\d|T\d)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?)?"
)
YEARLY = re.compile(r"--(?P<month>\d\d)-(?P<day>\d\d)")
SEASON = re.compile(r"(?P<from_month>\d\d)-(?P<from_day>\d\d)/(?P<to_month>\d\d)-(?P<to_day>\d\d)")


def is_offset(text: str) -> bool:
    """Tell whether `text` is one of the forms, with months and days that exist (29 February does)."""
    if text == FINAL_RETURN or DURATION.fullmatch(text):
        return True
    if yearly := YEARLY.fullmatch(text):
        return _exists(yearly["month"], yearly["day"])
    if season := SEASON.fullmatch(text):
        return _exists(season["from_month"], season["from_day"]) and _exists(season["to_month"], season["to_day"])
    first, slash, last = text.partition("/")
    return bool(slash) and bool(DURATION.fullmatch(first)) and bool(DURATION.fullmatch(last))


def _exists(month: str, day: str) -> bool:
    try:
        date(2000, int(month), int(day))
    except ValueError:
        return False
    return True
