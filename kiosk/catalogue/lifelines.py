"""The urgent numbers that show even with no catalogue at all, compiled into the program.

Each is a verified number of the catalogue, under the name and with the words of its service there; a test holds the two
equal.
"""

from dataclasses import dataclass

from kiosk.catalogue.model import PhoneId, ServiceId
from kiosk.catalogue.text import Text, text


@dataclass(frozen=True, slots=True)
class Lifeline:
    """One number answered day and night; `by_text` when it can also be written to from a phone."""

    service: ServiceId
    phone: PhoneId
    number: str
    name: Text
    gives: Text
    by_text: bool


LIFELINES = (
    Lifeline(
        ServiceId("emergency-911"),
        PhoneId("911"),
        "911",
        text("911 emergency", "Urgence 911"),
        text(
            "Police, fire or ambulance, day and night, in many languages.",
            "Police, pompiers ou ambulance, jour et nuit, avec des interprètes.",
        ),
        by_text=False,
    ),
    Lifeline(
        ServiceId("suicide-crisis-988"),
        PhoneId("988"),
        "988",
        text("9-8-8 Suicide Crisis Helpline", "9-8-8, Ligne d’aide en cas de crise de suicide"),
        text(
            "Someone to talk to now. Call or text day and night, in English or French.",
            "Quelqu’un à qui parler maintenant. Appel ou texto jour et nuit, français ou anglais.",
        ),
        by_text=True,
    ),
    Lifeline(
        ServiceId("mh-crisis-line"),
        PhoneId("mhcrisis"),
        "1-888-429-8167",
        text(
            "Provincial Mental Health and Addictions Crisis Line",
            "Ligne provinciale de crise en santé mentale et dépendances",
        ),
        text(
            "Someone to talk to in a crisis, day and night, at any age.",
            "Quelqu’un à qui parler en cas de crise, jour et nuit, à tout âge.",
        ),
        by_text=False,
    ),
    Lifeline(
        ServiceId("kids-help-phone"),
        PhoneId("kids"),
        "1-800-668-6868",
        text("Kids Help Phone", "Jeunesse, J’écoute"),
        text(
            "Call, text or chat, day and night, for any young person.",
            "Appel, texto ou clavardage, jour et nuit, pour les jeunes.",
        ),
        by_text=False,
    ),
    Lifeline(
        ServiceId("transition-houses"),
        PhoneId("thans"),
        "1-855-225-0220",
        text("Transition houses (women and children)", "Maisons de transition (femmes et enfants)"),
        text(
            "A safe place to stay, a plan and support, across the province.",
            "Un endroit sûr, un plan et du soutien, partout dans la province.",
        ),
        by_text=False,
    ),
    Lifeline(
        ServiceId("211-help"),
        PhoneId("211"),
        "211",
        text("211, help to find a service", "211, aide pour trouver un service"),
        text(
            "Finds the service you need, day and night: shelter, food and more, in many languages.",
            "Trouve le service voulu, jour et nuit\N{NO-BREAK SPACE}: abri, nourriture et plus, en plusieurs langues.",
        ),
        by_text=True,
    ),
    Lifeline(
        ServiceId("nurse-811"),
        PhoneId("811"),
        "811",
        text("811 nurse line", "Ligne infirmière 811"),
        text(
            "Health advice from a nurse, day and night. Also the list for a family doctor.",
            "Les conseils d’une infirmière, jour et nuit. Aussi la liste pour un médecin.",
        ),
        by_text=False,
    ),
)
"""In the order to show: life in danger first."""
