"""Slips as the rest of the program hands them over: a death in the family, in Halifax, in both languages."""

from pathlib import Path

import pytest
import qrcode

from kiosk.referral.slip.content import BringItem, Modules, Remark, Row, Slip, SlipPart, SlipStep
from kiosk.referral.slip.typeset import Typesetter

ROOT = Path(__file__).parents[3]
CODE = "R-7K3F-9XD"
PLAN_AS_TEXT = (
    "A DEATH IN THE FAMILY\n1 Get the death certificate: Access Nova Scotia, 300 Horseshoe Lake Drive, Halifax,"
    " 902-424-4381\n2 Stop CPP and OAS: 1-800-277-9914\n3 Tell the CRA: 1-800-959-8281\nR-7K3F-9XD\n"
    + "QEAUDKPQRSTUVWXYZ234567ABCDEFGHIJKLM"
    * 3
)

ENGLISH = SlipPart(
    language="en",
    centre="North End Community Centre",
    issued="Thu 12 March 2026, 10:14",
    title="A death in the family",
    plain_title="My list",
    heading="Your plan · Votre plan",
    lead="You have 3 steps. Do number 1 first.",
    steps=(
        SlipStep(
            1,
            "Get the death certificate",
            official="Death certificate, Vital Statistics",
            flag="Do this first: by Thu 19 March",
            rows=(
                Row("Go to", ("Access Nova Scotia", "300 Horseshoe Lake Drive, Halifax")),
                Row("Open", ("Mon–Fri 8:30 to 16:30", "Closed Fri 3 April")),
                Row("Phone", ("902-424-4381, relay 711",)),
                Row("Cost", ("From $33 each",)),
                Row("Wait", ("2 to 3 weeks",)),
                Row("Bring", ("Photo ID (original)", "Proof of death (original)"), ticks=True),
                Row("Say", ("“I need a death certificate for my father.”",)),
                Row("After", ("You need it for the CPP death benefit.",)),
            ),
        ),
        SlipStep(
            2,
            "Stop CPP and Old Age Security",
            rows=(
                Row("Phone", ("1-800-277-9914, free", "TTY 1-800-255-4786")),
                Row("By", ("Sun 5 April",)),
                Row("Bring", ("His SIN (number)",), ticks=True),
            ),
        ),
        SlipStep(
            3,
            "Tell the Canada Revenue Agency",
            rows=(
                Row("Phone", ("1-800-959-8281, free",)),
                Row("By", ("Sun 5 April",)),
                Row("Bring", ("His SIN (number)",), ticks=True),
            ),
        ),
    ),
    if_no=Remark("If they say no:", "ask “May I have that in writing?” Then come back to us."),
    help_line=Remark("Not sure? Phone or text 211.", "Free, day and night."),
    qr_caption=Remark("Your plan on your phone, as text.", "No network needed."),
    qr_alt="QR code that opens your plan as text",
    keeping="No name is stored or printed.",
    data_date="Information of 11 March 2026. Changed? Ask us.",
    other_language="Aussi en français : demandez-nous.",
    page_line="Page {page} of {pages}",
    staff_title="Staff · Personnel",
    outcomes=("got", "applied", "no"),
)

FRENCH = SlipPart(
    language="fr",
    centre="Centre communautaire North End",
    issued="Jeudi 12 mars 2026, 10 h 14",
    title="Un décès dans la famille",
    plain_title="Ma liste",
    heading="Votre plan · Your plan",
    lead="Vous avez 2 étapes. Commencez par la première.",
    steps=(
        SlipStep(
            1,
            "Obtenir le certificat de décès",
            official="Death certificate, Vital Statistics",
            flag="À faire en premier : d’ici le jeudi 19 mars",
            rows=(
                Row("Où", ("Accès Nouvelle-Écosse", "300, prom. Horseshoe Lake, Halifax")),
                Row("Heures", ("Lundi au vendredi, 8 h 30 à 16 h 30", "Fermé le vendredi 3 avril")),
                Row("Téléphone", ("902-424-4381, relais 711",)),
                Row("Coût", ("À partir de 33 $ chacun",)),
                Row(
                    "À dire",
                    ("« Je voudrais un certificat de décès pour mon père. »",),
                    other=("“I need a death certificate for my father.”",),
                ),
            ),
        ),
        SlipStep(
            2,
            "Arrêter le Régime de pensions du Canada et la Sécurité de la vieillesse",
            rows=(Row("Téléphone", ("1-800-277-9915, sans frais", "ATS 1-800-255-4786")),),
        ),
    ),
    papers_title="Quoi apporter, une seule fois",
    papers=(
        BringItem("Pièce d’identité avec photo", "original", "étape 1"),
        BringItem("Numéro d’assurance sociale de la personne décédée", "numéro", "étapes 1 et 2"),
    ),
    if_no=Remark("Si on vous dit non :", "demandez « Puis-je l’avoir par écrit? » Puis revenez nous voir."),
    help_line=Remark("Une question? Composez ou textez le 211.", "Gratuit, jour et nuit."),
    qr_caption=Remark("Votre plan sur votre téléphone, en texte.", "Sans réseau."),
    qr_alt="Code QR qui ouvre votre plan en texte",
    keeping="Aucun nom n’est gardé ni imprimé.",
    data_date="Renseignements du 11 mars 2026.",
    other_language="Also in English: ask us.",
    page_line="Page {page} de {pages}",
    staff_title="Personnel · Staff",
    outcomes=("obtenu", "demandé", "refusé"),
)


def symbol_of(text: str) -> Modules:
    """Make the QR symbol of a text at error correction M, without its quiet zone."""
    symbol = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    symbol.add_data(text)
    symbol.make()
    return tuple(tuple(bool(module) for module in row) for row in symbol.get_matrix())


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter(ROOT / "assets/slip", ROOT / "assets/fonts")


@pytest.fixture(scope="session")
def plan_as_text() -> str:
    return PLAN_AS_TEXT


@pytest.fixture(scope="session")
def english() -> SlipPart:
    return ENGLISH


@pytest.fixture(scope="session")
def french() -> SlipPart:
    return FRENCH


@pytest.fixture(scope="session")
def symbol():
    return symbol_of


@pytest.fixture(scope="session")
def english_slip(english) -> Slip:
    return Slip(CODE, (english,), symbol_of(PLAN_AS_TEXT))


@pytest.fixture(scope="session")
def french_slip(french) -> Slip:
    return Slip(CODE, (french,), symbol_of(PLAN_AS_TEXT))


@pytest.fixture(scope="session")
def both_slip(english, french) -> Slip:
    return Slip(CODE, (french, english), symbol_of(PLAN_AS_TEXT))
