"""How old the information is, said wherever it is old."""

from datetime import date, timedelta

from kiosk.catalogue.model import Catalogue
from kiosk.languages import Messages
from kiosk.languages.formats import plain_date

OLD = timedelta(days=7)
"""What is older than this is told with its day."""


def age_line(messages: Messages, catalogue: Catalogue, today: date) -> str:
    """ "This information is from 12 March." where it is older than a week; empty where it is fresh, or where there
    is none.
    """
    if not catalogue.version or today - catalogue.day <= OLD:
        return ""
    return messages.gettext("This information is from {day}.").format(day=plain_date(messages, catalogue.day, today))
