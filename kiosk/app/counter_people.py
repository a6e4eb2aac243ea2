"""The page of who works at the counter, and the printer that its badges come from."""

from kiosk import paths
from kiosk.app.counter_ground import CounterGround
from kiosk.bridge.counter.badge_printing import BadgePrinting
from kiosk.bridge.counter.people import PeopleViewModel
from kiosk.bridge.jobs import Lane
from kiosk.bridge.slips import one_thread, printer_configured
from kiosk.counter.staff import Staff
from kiosk.counter.staff.badges import Badge
from kiosk.counter.staff.card import card_of
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.typeset import Typeset, Typesetter


def people(counter: CounterGround) -> PeopleViewModel:
    """Each lane is the page's own, and closed with it."""
    printing = BadgePrinting(printer_configured(counter.config), Lane(one_thread()), lambda: counter.desk.messages)
    return PeopleViewModel(
        counter.desk,
        counter.state,
        counter.machine,
        counter.open_state,
        Lane(one_thread()),
        printing,
        lambda badge, staff: _typeset(counter, badge, staff),
        counter.now,
    )


def _typeset(counter: CounterGround, badge: Badge, staff: Staff) -> Typeset:
    """On the paper of the counter's printer. Raises `SlipError`."""
    place = counter.config.site.name.in_language(staff.language)
    setter = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts")
    return setter.typeset_badge(card_of(badge, staff, place), Paper(counter.config.printer.paper.value))
