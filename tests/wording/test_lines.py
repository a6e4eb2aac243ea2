"""What is kept on one line."""

import pytest

from kiosk.wording.lines import held

H = "\N{NON-BREAKING HYPHEN}"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Quel revenu a-t-il eu?", f"Quel revenu a{H}t{H}il eu?"),
        ("Le bébé est-il né?", f"Le bébé est{H}il né?"),
        ("Est-ce votre cas?", f"Est{H}ce votre cas?"),
        ("Avez-vous un rendez-vous?", "Avez-vous un rendez-vous?"),
        ("Pré-ilot, semi-on-dit", f"Pré-ilot, semi{H}on-dit"),
        ("A two-thirds share", "A two-thirds share"),
        ("", ""),
    ],
)
def test_a_verb_keeps_its_pronoun(written, kept):
    assert held(written) == kept
