"""A configuration is read whole or refused with one sentence that says what to change."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.config import Config, ConfigError, InBoth, Orientation, Paper, PrinterKind, load
from kiosk.languages.sentences import Sentence
from kiosk.languages.terminal import terminal_words

EXAMPLE = Path(__file__).parents[2] / "packaging" / "guichet.example.toml"


@pytest.fixture
def reading(tmp_path):
    """Return a way to read a configuration from its text."""

    def read(text: str) -> Config:
        file = tmp_path / "guichet.toml"
        file.write_text(text, encoding="utf-8")
        return load(file)

    return read


def test_without_a_file_the_kiosk_stands_in_the_north_end_of_halifax(tmp_path):
    config = load(tmp_path / "missing.toml")

    assert config == Config()
    assert config.site.name.in_language("fr_CA") == "Centre communautaire North End"
    assert config.site.zone.key == "America/Halifax"


def test_the_example_holds_every_key_and_only_defaults_but_for_the_desk():
    example = load(EXAMPLE)
    text = EXAMPLE.read_text(encoding="utf-8")

    desk = InBoth(
        "The counter is open Monday to Friday, 9 to 4:30.",
        "Le comptoir est ouvert du lundi au vendredi, de 9 h à 16 h 30.",
    )
    site = Config().site
    assert example.site.desk == desk
    assert (example.site.name, example.site.jurisdictions) == (site.name, site.jurisdictions)
    assert (example.site.latitude, example.site.longitude) == (site.latitude, site.longitude)
    assert (example.site.languages, example.site.timezone) == (site.languages, site.timezone)
    for section in ("screen", "timeouts", "speech", "printer", "referral", "catalogue", "sync"):
        default = getattr(Config(), section)
        assert getattr(example, section) == default
        assert all(f"\n{key} = " in text or f"\n[{section}.{key}]" in text for key in default.__slots__)


def test_what_is_decided_is_read(reading):
    config = reading(
        """
        [site]
        languages = ["fr", "en"]
        [screen]
        orientation = "portrait"
        panel_diagonal_in = 32
        [printer]
        kind = "receipt"
        address = "tcp:192.168.1.50:9100"
        paper = "receipt58"
        """
    )

    assert config.site.languages == ("fr", "en")
    assert config.screen.orientation is Orientation.PORTRAIT
    assert config.screen.panel_diagonal_in == 32.0
    assert (config.printer.kind, config.printer.paper) == (PrinterKind.RECEIPT, Paper.RECEIPT_58)
    assert config.timeouts == Config().timeouts


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[sites]", "there is no key sites; did you mean site?"),
        ("[timeouts]\nhome = 60", "there is no key timeouts.home; did you mean timeouts.home_s?"),
        (
            "[site.desk]\nen = 'a'\nfr = 'b'\nfrench = 'c'",
            "there is no key site.desk.french; did you mean site.desk.fr?",
        ),
        ("[site.name]\nen = 'Only English'", "site.name: `fr` is missing"),
        ("[timeouts]\nhome_s = 4", "timeouts.home_s: expected a number from 5 to 3600"),
        ("[timeouts]\nhome_s = '60'", "timeouts.home_s: this must be a whole number, and there is text"),
        ("[site]\nlatitude = 144.6", "site.latitude: expected a number from -90 to 90"),
        ("[site]\ntimezone = 'Halifax'", "site.timezone: 'Halifax' is not a time zone such as America/Halifax"),
        ("[site]\nlanguages = ['fr', 'fr']", "site: languages must name at least one language, and none twice"),
        ("[screen]\norientation = 'sideways'", "screen.orientation: 'sideways' is not allowed"),
        ("[printer]\nkind = 'cups'", "printer: a printer of kind 'cups' needs 'name'"),
        ("[referral]\nkiosk_number = 4294967296", "referral.kiosk_number: expected a number from 0 to 4294967295"),
        (
            "[referral]\npage_address = 'http://x.ca'",
            "page_address must be an https address without a # part, or empty",
        ),
        ("[site]\njurisdictions = ['federal', '']", "site.jurisdictions[1]: expected 1 to 200 characters"),
        ("[speech.voices]\nfr = '-v x'", "speech.voices[fr]: expected [A-Za-z0-9]"),
        ("[sync]\nupdates = 'http://example.org'", "sync: updates must be an https address, a folder"),
        ("[sync]\nupdates = 'media/stick'", "sync: updates must be an https address, a folder"),
        ("[sync]\nhub = '/media/stick'", "sync: hub must be an https address or empty"),
        ("[sync]\nregion = 'ns/../x'", "sync.region: expected [a-z0-9-]{1,40}"),
        ("[sync]\nevery_minutes = 0", "sync.every_minutes: expected a number from 1 to 1440"),
        ("[site", "is not TOML"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(reading, text, sentence):
    with pytest.raises(ConfigError) as refusal:
        reading(text)

    assert sentence in str(refusal.value)
    assert "guichet.toml" in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert all(is_in_french(part) for part in parts_of(refusal.value.what))


def parts_of(what: Sentence) -> Iterator[Sentence]:
    """A sentence and those within it."""
    yield what
    for _name, value in what.fields:
        if isinstance(value, Sentence):
            yield from parts_of(value)


def is_in_french(part: Sentence) -> bool:
    return terminal_words("fr").gettext(part.english) != part.english


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[timeouts]\nhome_s = '60'", "il faut un nombre entier, et il y a du texte entre guillemets"),
        ("[timeouts]\nhome = 60", "il n’y a pas de clé timeouts.home; vouliez-vous écrire timeouts.home_s?"),
        ("[printer]\nkind = 'cups'", "il faut 'name' à une imprimante de sorte 'cups'"),
        ("[counter]\nlisten = 'here'", "'here' n’est pas une adresse"),
        ("[site]\nlanguages = ['xx']", "'xx' n’est pas une langue de Guichet"),
    ],
)
def test_what_cannot_be_is_refused_in_french_too(reading, text, said):
    with pytest.raises(ConfigError) as refusal:
        reading(text)

    assert said in refusal.value.what.said(terminal_words("fr"))


def test_a_file_that_cannot_be_read_is_told_as_such(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)
