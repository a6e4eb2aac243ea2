"""What one row of each HSDS table is, in both languages, for whoever opens a package."""

from collections.abc import Mapping

from kiosk.catalogue.text import Text, text

PACKAGE = text("Services of {jurisdiction}", "Services\N{NO-BREAK SPACE}: {jurisdiction}")
ABOUT = text(
    "Guichet’s catalogue, edition {version}, in HSDS 3.1 and in English; the same records in French are beside it.",
    "Le répertoire de Guichet, édition {version}, en HSDS 3.1 et en français; les mêmes fiches sont en anglais à côté.",
)

TABLES: Mapping[str, Text] = {
    "accessibility": text(
        "What makes a place accessible, or that it is not", "Ce qui rend un lieu accessible, ou qu’il ne l’est pas"
    ),
    "address": text("The street address of a place", "L’adresse d’un lieu"),
    "attribute": text("A term or a fact that describes a record", "Un terme ou un fait qui décrit une fiche"),
    "contact": text("A person or a desk to ask for", "Une personne ou un bureau à demander"),
    "cost_option": text("A price of a service", "Un prix d’un service"),
    "funding": text("Who pays for a service or an organization", "Qui paie un service ou un organisme"),
    "language": text(
        "A language in which a service, a place or a line answers",
        "Une langue dans laquelle un service, un lieu ou une ligne répond",
    ),
    "location": text("A place where services are given", "Un lieu où des services sont donnés"),
    "meta_table_description": text(
        "The language and the characters of each table", "La langue et les caractères de chaque table"
    ),
    "metadata": text("A change made to a record", "Un changement fait à une fiche"),
    "organization": text("Whoever provides services", "Qui donne des services"),
    "organization_identifier": text(
        "A registration number of an organization", "Un numéro d’enregistrement d’un organisme"
    ),
    "phone": text(
        "A line that answers for a service, an organization or a place",
        "Une ligne qui répond pour un service, un organisme ou un lieu",
    ),
    "program": text("A group of services of one organization", "Un groupe de services d’un même organisme"),
    "required_document": text("A paper to bring to a service", "Un papier à apporter à un service"),
    "schedule": text(
        "When a place is open, by the clock on its wall; the distance from UTC is that of winter",
        "Quand un lieu est ouvert, à l’heure qu’il y est; l’écart avec UTC est celui de l’hiver",
    ),
    "service": text("What a person can get", "Ce qu’une personne peut obtenir"),
    "service_area": text("Where a person must live to use a service", "Où il faut habiter pour recevoir un service"),
    "service_at_location": text("Which service is given at which place", "Quel service est donné à quel lieu"),
    "service_capacity": text("How many places a service has left", "Combien de places il reste à un service"),
    "taxonomy": text("A list of terms", "Une liste de termes"),
    "taxonomy_term": text(
        "A term that classifies services, a bundle, or a kind of fact",
        "Un terme qui classe des services, une situation, ou une sorte de fait",
    ),
    "unit": text("What a capacity is counted in", "En quoi une capacité se compte"),
    "url": text("A page in the other language", "Une page dans l’autre langue"),
}
