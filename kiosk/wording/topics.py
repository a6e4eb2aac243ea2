"""What a service is about, as one icon and one set of colours: read off its taxonomy terms."""

from dataclasses import dataclass

from kiosk.catalogue.model import Service
from kiosk.wording.channels import SYMBOLS


@dataclass(frozen=True, slots=True)
class Topic:
    """`symbol` is a file of assets/icons without its ending, `theme` a set of colours as bundles have them."""

    symbol: str
    theme: str


# The first line that a service has a term of decides: from the most telling to the broadest.
_TOPICS = {
    "navigating-system": Topic("info-circle", "work"),
    "psychiatric-emergency": Topic("alert-circle", "safety"),
    "immediate-safety": Topic("shield", "safety"),
    "physical-safety": Topic("shield", "safety"),
    "foster-child-protection": Topic("shield", "safety"),
    "addiction-recovery": Topic("lifebuoy", "health"),
    "mental-health-care": Topic("message-circle", "health"),
    "emergency-food": Topic("bread", "money"),
    "food-pantry": Topic("bread", "money"),
    "meals": Topic("bread", "money"),
    "help-pay-food": Topic("bread", "money"),
    "emergency-shelter": Topic("bed", "home"),
    "short-term-housing": Topic("bed", "home"),
    "help-pay-utilities": Topic("flame", "money"),
    "help-find-housing": Topic("home", "home"),
    "help-pay-housing": Topic("home", "home"),
    "residential-housing": Topic("home", "home"),
    "housing-advice": Topic("home", "home"),
    "change-of-address": Topic("home-move", "home"),
    "end-of-life-care": Topic("candle", "bereavement"),
    "estates": Topic("candle", "bereavement"),
    "driving-vehicles": Topic("car", "home"),
    "transportation": Topic("bus", "home"),
    "help-pay-transit": Topic("bus", "home"),
    "dental-care": Topic("stethoscope", "health"),
    "medical-care": Topic("stethoscope", "health"),
    "help-pay-healthcare": Topic("stethoscope", "health"),
    "in-home-support": Topic("home-heart", "health"),
    "residential-care": Topic("home-heart", "health"),
    "civil-registration": Topic("certificate", "newcomer"),
    "identity-documents": Topic("id", "newcomer"),
    "citizenship-immigration": Topic("flag-3", "newcomer"),
    "language-training": Topic("language", "newcomer"),
    "francophone-services": Topic("language", "all"),
    "business-registration": Topic("building-store", "business"),
    "employer-obligations": Topic("briefcase", "business"),
    "unemployment-benefits": Topic("briefcase-off", "work"),
    "help-find-work": Topic("briefcase", "work"),
    "workplace-rights": Topic("briefcase", "work"),
    "skills-training": Topic("school", "work"),
    "help-pay-school": Topic("school", "work"),
    "help-find-school": Topic("school", "work"),
    "more-education": Topic("school", "work"),
    "daytime-care": Topic("baby-carriage", "family"),
    "preschool": Topic("baby-carriage", "family"),
    "disability-benefits": Topic("wheelchair", "health"),
    "retirement-benefits": Topic("old", "senior"),
    "savings-programs": Topic("coin", "money"),
    "tax-preparation": Topic("receipt", "money"),
    "property-tax": Topic("receipt", "money"),
    "loans": Topic("coin", "money"),
    "financial-education": Topic("coin", "money"),
    "emergency-payments": Topic("cash", "money"),
    "financial-assistance": Topic("cash", "money"),
    "government-benefits": Topic("cash", "money"),
    "advocacy-legal-aid": Topic("file-text", "work"),
    "representation": Topic("file-text", "work"),
    "mediation": Topic("file-text", "work"),
    "indigenous-services": Topic("users-group", "all"),
    "support-network": Topic("heart-handshake", "family"),
}


def topic_of(service: Service) -> Topic:
    """The topic of `service`; where none of its terms has one, the icon of its first channel."""
    found = next((topic for term, topic in _TOPICS.items() if term in service.taxonomy_terms), None)
    return found or Topic(SYMBOLS[service.channels[0]] if service.channels else "info-circle", "all")
