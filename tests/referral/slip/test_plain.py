"""The slip as plain text."""

from dataclasses import replace

from kiosk.referral.slip.content import Paper

FRENCH_TEXT = """\
Centre communautaire North End
Jeudi 12 mars 2026, 10 h 14
Un décès dans la famille
Votre plan · Your plan
R-7K3F-9XD
Vous avez 2 étapes. Commencez par la première.

Quoi apporter, une seule fois
[ ] Pièce d’identité avec photo · original · étape 1
[ ] Numéro d’assurance sociale de la personne décédée · numéro · étapes 1 et 2

1. Obtenir le certificat de décès
   Death certificate, Vital Statistics
   À faire en premier : d’ici le jeudi 19 mars
   Où: Accès Nouvelle-Écosse
       300, prom. Horseshoe Lake, Halifax
   Heures: Lundi au vendredi, 8 h 30 à 16 h 30
           Fermé le vendredi 3 avril
   Téléphone: 902-424-4381, relais 711
   Coût: À partir de 33 $ chacun
   À dire: « Je voudrais un certificat de décès pour mon père. »
           “I need a death certificate for my father.”

2. Arrêter le Régime de pensions du Canada et la Sécurité de la vieillesse
   Téléphone: 1-800-277-9915, sans frais
              ATS 1-800-255-4786

Si on vous dit non : demandez « Puis-je l’avoir par écrit? » Puis revenez nous voir.
Une question? Composez ou textez le 211. Gratuit, jour et nuit.
Votre plan sur votre téléphone, en texte. Sans réseau.
Aucun nom n’est gardé ni imprimé.
Renseignements du 11 mars 2026.
Also in English: ask us.
"""


def test_the_text_has_every_word_of_the_slip_in_order(typesetter, french_slip):
    assert typesetter.typeset(french_slip, Paper.LETTER).text() == FRENCH_TEXT


def test_both_languages_follow_each_other(typesetter, both_slip, english_slip, french_slip):
    both, english, french = (
        typesetter.typeset(slip, Paper.RECEIPT_80).text() for slip in (both_slip, english_slip, french_slip)
    )

    assert both == french + "\n" + english


def test_a_plain_cover_hides_the_topic_in_text_too(typesetter, english_slip):
    text = typesetter.typeset(replace(english_slip, plain_cover=True), Paper.RECEIPT_80).text()

    assert text.splitlines()[2] == "My list"
    assert "A death in the family" not in text
