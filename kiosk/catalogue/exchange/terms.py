"""The taxonomy of what HSDS has no column for: a term for each kind of fact, an attribute for each fact."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue.exchange.rows import Row
from kiosk.catalogue.text import Text, text

FACTS = "guichet-facts"
"""The id of the taxonomy; the id of a term is this, a stroke, and its code."""

NAME = text("Guichet facts", "Faits de Guichet")
DESCRIPTION = text(
    "What this catalogue knows of a record and HSDS has no column for; the fact is the value of the attribute",
    "Ce que ce répertoire sait d’une fiche et que HSDS n’a pas en colonne; le fait est la valeur de l’attribut",
)

TERMS: Mapping[str, tuple[Text, Text]] = {
    "address-checked": (
        text("Address checked", "Adresse vérifiée"),
        text(
            "true or false: whether the address and the hours were read on a published page of this year",
            "true ou false\N{NO-BREAK SPACE}: si l’adresse et les heures ont été lues sur une page publiée cette année",
        ),
    ),
    "automatic": (
        text("Automatic", "Automatique"),
        text("true: it comes without being asked for", "true\N{NO-BREAK SPACE}: il vient sans être demandé"),
    ),
    "bundle-kind": (
        text("Kind of bundle", "Sorte de situation"),
        text("life_event or clientele", "life_event ou clientele"),
    ),
    "channel": (
        text("Way to reach it", "Façon de le joindre"),
        text(
            "One of in_person, phone, online, mail, text, chat, email, fax, hospital_kiosk, automatic",
            "Un de in_person, phone, online, mail, text, chat, email, fax, hospital_kiosk, automatic",
        ),
    ),
    "confidence": (
        text("Confidence", "Certitude"),
        text(
            "How sure the editors are: high, medium, low",
            "À quel point l’équipe est sûre\N{NO-BREAK SPACE}: high, medium, low",
        ),
    ),
    "coordinates-within-m": (
        text("Coordinates right within", "Coordonnées justes à moins de"),
        text("In metres", "En mètres"),
    ),
    "deadline": (
        text("Date to know", "Date à retenir"),
        text("In words", "En mots"),
    ),
    "deadline-rule": (
        text("Date to know, as a rule", "Date à retenir, en règle"),
        text(
            "Its kind, what it is counted from, and how far from it (ISO 8601)",
            "Sa sorte, ce dont on compte, et à quelle distance (ISO 8601)",
        ),
    ),
    "delivery": (
        text("How it is given here", "Comment il est donné ici"),
        text(
            "One of direct, co_located, shared, agent, integrated_agency, then who leads",
            "Un de direct, co_located, shared, agent, integrated_agency, puis qui dirige",
        ),
    ),
    "delivery-checked": (
        text("Delivery checked", "Façon de donner vérifiée"),
        text("true or false", "true ou false"),
    ),
    "discreet": (
        text("Discreet", "Discret"),
        text(
            "true: its places are named by voice only, and not here",
            "true\N{NO-BREAK SPACE}: ses lieux se disent de vive voix seulement, et pas ici",
        ),
    ),
    "fitness": (
        text("Alone or with someone", "Seul ou avec quelqu’un"),
        text("self_service or mediated", "self_service ou mediated"),
    ),
    "holidays-kept": (
        text("Public holidays kept", "Jours fériés observés"),
        text(
            "Whose, then the hours of such a day; none means closed",
            "De qui, puis les heures ce jour-là; sans heures, c’est fermé",
        ),
    ),
    "hours": (
        text("When the number answers", "Quand on répond à ce numéro"),
        text("In the notation of OpenStreetMap", "Dans la notation d’OpenStreetMap"),
    ),
    "leans-on": (
        text("Needs another service", "Dépend d’un autre service"),
        text(
            "must, one_route or helps, then the source id of the other service",
            "must, one_route ou helps, puis l’identifiant d’origine de l’autre service",
        ),
    ),
    "mail-address": (text("Address for mail", "Adresse postale"), text("On one line", "Sur une ligne")),
    "number": (
        text("Number", "Numéro"),
        text("Stable, and never given to another record", "Stable, et jamais donné à une autre fiche"),
    ),
    "order-of-government": (
        text("Order of government", "Ordre de gouvernement"),
        text(
            "One of federal, provincial, municipal, community, indigenous",
            "Un de federal, provincial, municipal, community, indigenous",
        ),
    ),
    "paper-form": (
        text("Form of the paper", "Forme du papier"),
        text("One of original, copy, number, either", "Un de original, copy, number, either"),
    ),
    "paper-given": (text("Paper that it gives", "Papier qu’il donne"), text("In words", "En mots")),
    "paper-hint": (text("About the paper", "À propos du papier"), text("In words", "En mots")),
    "requirement": (
        text("Requirement", "Exigence"),
        text(
            "Its number, then must or if_applicable; any one of the papers with the same number is enough",
            "Son numéro, puis must ou if_applicable; un seul des papiers du même numéro suffit",
        ),
    ),
    "source-as-of": (
        text("Known as of", "Su en date de"),
        text("A year, a month or a day", "Une année, un mois ou un jour"),
    ),
    "source-basis": (text("Source", "Source"), text("As the editors wrote it", "Comme l’équipe l’a écrite")),
    "source-id": (
        text("Source id", "Identifiant d’origine"),
        text("What the catalogue itself calls this record", "Comment le répertoire lui-même nomme cette fiche"),
    ),
    "source-url": (text("Page of the source", "Page de la source"), text("An address", "Une adresse")),
    "special-day": (
        text("Day unlike others", "Jour particulier"),
        text("The day, its hours or off, and why", "Le jour, ses heures ou off, et pourquoi"),
    ),
    "step": (text("Step", "Étape"), text("Its place in the order, and its title", "Son rang et son titre")),
    "step-service": (
        text("Service of a step", "Service d’une étape"),
        text(
            "The place of the step in the order, and the source id of the service",
            "Le rang de l’étape et l’identifiant d’origine du service",
        ),
    ),
    "what-to-say": (
        text("What to say", "Quoi dire"),
        text("To whoever is at the counter", "À la personne au comptoir"),
    ),
}  # fmt: skip
"""Name and description of each term, by its code."""


def taxonomy_row(language: str) -> Row:
    """The row of `taxonomy`."""
    return {
        "id": FACTS,
        "name": NAME.to(language),
        "description": DESCRIPTION.to(language),
        "uri": None,
        "version": None,
    }


def term_rows(language: str) -> Iterator[Row]:
    """The rows of `taxonomy_term`."""
    for code, (name, description) in TERMS.items():
        yield {
            "id": f"{FACTS}/{code}",
            "code": code,
            "name": name.to(language),
            "description": description.to(language),
            "parent_id": None,
            "taxonomy": NAME.to(language),
            "language": language,
            "taxonomy_id": FACTS,
            "term_uri": None,
        }
