"""The urgent doors and numbers that show even with no catalogue at all, compiled into the program.

Each number is a verified one of the catalogue, under the name and with the words of its service there, and each door
has its name and icon there; a test holds them equal.
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


FEELING_UNSAFE = "danger"
"""The urgent door that has a page of its own, which names no place."""


@dataclass(frozen=True, slots=True)
class Need:
    """One urgent door as it is without a catalogue: its id there, and which lifelines answer, best first."""

    door: str
    label: Text
    icon: str
    lifelines: tuple[ServiceId, ...]


NEEDS = (
    Need(
        FEELING_UNSAFE,
        text("I feel unsafe", "Je ne me sens pas en sécurité"),
        "shield",
        (ServiceId("emergency-911"), ServiceId("transition-houses"), ServiceId("211-help")),
    ),
    Need("food", text("Food today", "À manger aujourd’hui"), "bread", (ServiceId("211-help"),)),
    Need("tonight", text("A place tonight", "Un endroit pour ce soir"), "bed", (ServiceId("211-help"),)),
    Need(
        "someone-to-talk-to",
        text("Someone to talk to", "Parler à quelqu’un"),
        "message-circle",
        tuple(
            map(
                ServiceId,
                ("emergency-911", "suicide-crisis-988", "mh-crisis-line", "kids-help-phone", "nurse-811"),
            )
        ),
    ),
)
"""In the order to show, which is the catalogue's."""


@dataclass(frozen=True, slots=True)
class NeutralNumber:
    """One line of the small card: a number, and words that give nothing away to whoever finds the card."""

    phone: PhoneId
    number: str
    words: Text


NEUTRAL_NUMBERS = (
    NeutralNumber(PhoneId("211"), "211", text("Local services", "Services locaux")),
    NeutralNumber(PhoneId("811"), "811", text("Health advice", "Conseils de santé")),
    NeutralNumber(PhoneId("thans"), "1-855-225-0220", text("Support line", "Ligne de soutien")),
    NeutralNumber(PhoneId("kids"), "1-800-668-6868", text("Kids Help Phone", "Jeunesse, J’écoute")),
    NeutralNumber(PhoneId("ocanada"), "1-800-622-6232", text("1 800 O-Canada", "1 800 O-Canada")),
)
"""What stands on the small card: the number to leave by is one among others, in the middle."""
