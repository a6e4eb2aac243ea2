"""The made-up language is longer, marked, and keeps its fields."""

from kiosk import paths
from kiosk.languages import Language, load_messages
from kiosk.languages.pseudo import pseudo

LOCALE = paths.assets_folder() / "locale"


def test_a_text_grows_by_two_fifths_and_keeps_its_fields() -> None:
    made = pseudo("Open now until {time}")

    assert made.startswith("[")
    assert made.endswith("]")
    assert "{time}" in made
    assert len(made) >= len("Open now until {time}") * 1.3


def test_every_text_is_in_it_whether_it_was_ever_translated_or_not() -> None:
    messages = load_messages(Language("qps"), LOCALE)

    assert messages.gettext("Never seen").startswith("[")
    assert messages.ngettext("{count} step", "{count} steps", 2).count("{count}") == 1
    assert messages.sources()["", "Back"].startswith("[")
