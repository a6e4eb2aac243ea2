"""What rows of HSDS say in words of our own, in both languages: neither is the translation of the other.

The catalogue itself has the English ones in its tables, an export has both. These are words of records, for programs
that show them as they are; `kiosk.wording` speaks to the person at a kiosk.
"""

from collections.abc import Mapping

from kiosk.catalogue.conditions import Operator
from kiosk.catalogue.kinds import ChannelType, GovernmentLevel
from kiosk.catalogue.text import Text, text

LANGUAGES = ("en", "fr")
"""Those in which the catalogue is whole: a package is made in each."""

OTHER: Mapping[str, str] = {"en": "fr", "fr": "en"}

KINDS: Mapping[GovernmentLevel, Text] = {
    GovernmentLevel.FEDERAL: text("An organization of the federal government", "Un organisme du gouvernement fédéral"),
    GovernmentLevel.PROVINCIAL: text(
        "An organization of the provincial government", "Un organisme du gouvernement provincial"
    ),
    GovernmentLevel.MUNICIPAL: text(
        "An organization of the municipal government", "Un organisme de l’administration municipale"
    ),
    GovernmentLevel.COMMUNITY: text("A community organization", "Un organisme communautaire"),
    GovernmentLevel.INDIGENOUS: text("An Indigenous organization", "Un organisme autochtone"),
}

CHANNELS: Mapping[ChannelType, Text] = {
    ChannelType.IN_PERSON: text("in person", "en personne"),
    ChannelType.PHONE: text("phone", "téléphone"),
    ChannelType.ONLINE: text("online", "en ligne"),
    ChannelType.MAIL: text("mail", "courrier"),
    ChannelType.TEXT: text("text", "texto"),
    ChannelType.CHAT: text("chat", "clavardage"),
    ChannelType.EMAIL: text("email", "courriel"),
    ChannelType.FAX: text("fax", "télécopieur"),
    ChannelType.HOSPITAL_KIOSK: text("hospital kiosk", "borne à l’hôpital"),
    ChannelType.AUTOMATIC: text("automatic", "automatique"),
}

SPOKEN: Mapping[str, Text] = {
    "ar": text("Arabic", "arabe"),
    "ase": text("American Sign Language", "langue des signes américaine"),
    "en": text("English", "anglais"),
    "fcs": text("Quebec Sign Language", "langue des signes québécoise"),
    "fr": text("French", "français"),
    "mic": text("Mi’kmaq", "mi’kmaq"),
    "uk": text("Ukrainian", "ukrainien"),
    "zh": text("Chinese", "chinois"),
}
"""By ISO 639 code; a new language of service is added here."""

LIMITS: Mapping[Operator, Text] = {
    Operator.ABOVE: text("more than {answer}", "plus de {answer}"),
    Operator.AT_LEAST: text("at least {answer}", "au moins {answer}"),
    Operator.BELOW: text("less than {answer}", "moins de {answer}"),
    Operator.AT_MOST: text("at most {answer}", "au plus {answer}"),
    Operator.NOT_IN: text("not {answer}", "autre que {answer}"),
}
YES = text("yes", "oui")
NO = text("no", "non")
OR = text(" or ", " ou ")
ANY_OF = text("any of: {parts}", "au moins un cas\N{NO-BREAK SPACE}: {parts}")
NONE_OF = text("none of: {parts}", "aucun de ces cas\N{NO-BREAK SPACE}: {parts}")
USUAL = text("{answer} (usual, not required)", "{answer} (d’habitude, sans que ce soit exigé)")

OTHER_PAGE = text("In French", "En anglais")
"""What the further address of a service or an organization is: its page in the other language."""

PRICE = text("{option}: {amount} {currency}", "{option}\N{NO-BREAK SPACE}: {amount}\N{NO-BREAK SPACE}{currency}")
PRICE_UNKNOWN = text("{option}: not known", "{option}\N{NO-BREAK SPACE}: montant inconnu")
DECIMAL_MARK = text(".", ",")

WHEELCHAIR = text("Wheelchair accessible", "Accessible en fauteuil roulant")
NO_WHEELCHAIR = text("Not wheelchair accessible", "Non accessible en fauteuil roulant")
PARKING: Mapping[str, Text] = {
    "free": text("Parking: free", "Stationnement\N{NO-BREAK SPACE}: gratuit"),
    "paid": text("Parking: paid", "Stationnement\N{NO-BREAK SPACE}: payant"),
}
PARKING_OTHERWISE = text("Parking: {parking}", "Stationnement\N{NO-BREAK SPACE}: {parking}")
NOT_CHECKED = text(
    "Nobody has checked this address this year: phone first.",
    "Personne n’a vérifié cette adresse cette année\N{NO-BREAK SPACE}: téléphonez d’abord.",
)
NO_POSTAL_CODE = text("not known", "inconnu")
"""HSDS has no address without a postal code; a few of ours have none."""

ONE_OF = text("{paper} (or instead: {others})", "{paper} (ou à la place\N{NO-BREAK SPACE}: {others})")
SOMETIMES = text("{paper} (only some people)", "{paper} (certaines personnes seulement)")

NOTES: Mapping[str, Text] = {
    "24 hours a day": text("24 hours a day", "24 heures sur 24"),
    "By appointment only": text("By appointment only", "Sur rendez-vous seulement"),
}
"""What `kiosk.catalogue.schedule_rows` notes beside hours."""

TAXONOMIES: Mapping[str, tuple[Text, Text]] = {
    "open-eligibility": (
        text("Open Eligibility", "Open Eligibility"),
        text(
            "A public taxonomy of human services, under CC BY-SA",
            "Une classification publique des services à la personne, sous CC BY-SA",
        ),
    ),
    "local": (
        text("Guichet", "Guichet"),
        text(
            "Terms of this catalogue where Open Eligibility has none",
            "Les termes de ce répertoire là où Open Eligibility n’en a pas",
        ),
    ),
    "guichet-bundles": (
        text("Guichet bundles", "Situations de Guichet"),
        text(
            "Every life event and clientele of this catalogue, as a term",
            "Chaque événement de vie et chaque clientèle de ce répertoire, comme terme",
        ),
    ),
}
"""Name and description of each taxonomy of the catalogue."""
