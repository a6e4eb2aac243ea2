"""The five structures, the acts and the equipment in words, for those who stand at the counter."""

from datetime import date

from kiosk.catalogue.model import Catalogue, Delivery, DeliveryStructure, OrganizationId
from kiosk.counter.here.centre import Act
from kiosk.counter.here.doing import Doing
from kiosk.languages import N_, Messages
from kiosk.languages.formats import plain_date

_ACTS = {
    Act.INFORM: N_("Tell the person what it is and what it takes"),
    Act.USE_TELEPHONE: N_("Lend our telephone and stay beside them"),
    Act.USE_TERMINAL: N_("Open the website with them on our computer"),
    Act.FILL_FORM_WITH: N_("Fill in the form with them"),
    Act.SCAN_AND_SEND: N_("Scan their papers and send them"),
    Act.SIGHT_DOCUMENT: N_("See their papers and confirm them"),
    Act.ACCEPT_FORM: N_("Take their application"),
    Act.TAKE_PAYMENT: N_("Take the payment"),
    Act.ISSUE: N_("Give them the document"),
}

SYMBOLS = {
    Act.INFORM: "info-circle",
    Act.USE_TELEPHONE: "phone",
    Act.USE_TERMINAL: "device-desktop",
    Act.FILL_FORM_WITH: "edit",
    Act.SCAN_AND_SEND: "scan",
    Act.SIGHT_DOCUMENT: "eye",
    Act.ACCEPT_FORM: "file-text",
    Act.TAKE_PAYMENT: "coin",
    Act.ISSUE: "certificate",
}
"""The icon that stands beside each act."""

_STRUCTURES = {
    DeliveryStructure.DIRECT: N_("{principal} gives this itself"),
    DeliveryStructure.CO_LOCATED: N_("{principal} gives this itself, at {host}"),
    DeliveryStructure.SHARED: N_("{principal} and {host} give this together; {lead} leads"),
    DeliveryStructure.AGENT: N_("{host} gives this in the name of {principal}"),
    DeliveryStructure.INTEGRATED_AGENCY: N_("{host}, an agency that gives services, gives this for {principal}"),
}
_SHORT = {
    DeliveryStructure.DIRECT: N_("Direct"),
    DeliveryStructure.CO_LOCATED: N_("Same roof"),
    DeliveryStructure.SHARED: N_("Shared"),
    DeliveryStructure.AGENT: N_("Agent"),
    DeliveryStructure.INTEGRATED_AGENCY: N_("Agency"),
}


def act_words(messages: Messages, act: Act) -> str:
    """What staff do, or do not do here."""
    return messages.gettext(_ACTS[act])


def structure_name(messages: Messages, structure: DeliveryStructure) -> str:
    """The structure in one or two words, for a chip."""
    return messages.gettext(_SHORT[structure])


def structure_words(messages: Messages, catalogue: Catalogue, delivery: Delivery) -> str:
    """Who gives the service at that place, and in whose name, in one sentence without a stop."""

    def named(organization: OrganizationId | None) -> str:
        known = catalogue.organizations.get(organization) if organization else None
        return known.name.to(messages.language) if known else ""

    if delivery.structure is DeliveryStructure.INTEGRATED_AGENCY and delivery.on_behalf_of is None:
        words = messages.gettext("{principal}, an agency that gives services, gives this")
    else:
        words = messages.gettext(_STRUCTURES[delivery.structure])
    return words.format(principal=named(delivery.principal), host=named(delivery.host), lead=named(delivery.lead))


def mandate_words(messages: Messages, catalogue: Catalogue, doing: Doing, today: date) -> str:
    """In whose name staff act here, and until when; empty where they bind nobody."""
    if doing.on_behalf_of is None:
        return ""
    name = catalogue.organizations[doing.on_behalf_of].name.to(messages.language)
    if doing.until is None:
        return messages.gettext("In the name of {organization}").format(organization=name)
    words = messages.gettext("In the name of {organization}, until {day}")
    return words.format(organization=name, day=plain_date(messages, doing.until, today))
