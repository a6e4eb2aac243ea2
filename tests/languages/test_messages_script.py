"""The tool that keeps the catalogues in step with the sources."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scripts.gathering import TERMINAL
from scripts.messages import catalog_path, main, read_catalog, replace_catalog, sources_of, strings_of

SCREEN = """
import QtQuick
Item {
    // Note: on the button that goes to the screen before
    property string a: qsTr("Back")
    property string b: qsTr("Letters", "their size")
    property string c: qsTr("Pay %1 at the desk today").arg(fee)
}
"""
MODULE = """
def words(messages, n):
    TITLE = N_("Your plan")
    messages.gettext("Open until {time}")
    messages.pgettext("their size", "Letters")
    messages.gettext(
        "One sentence in two "
        "pieces"
    )
    return messages.ngettext("{n} step", "{n} steps", n)
"""
FRENCH = {
    "Back": "Retour",
    "Letters": "Lettres",
    "Pay %1 at the desk today": "Payez %1 au comptoir aujourd’hui",
    "Your plan": "Votre plan",
    "Open until {time}": "Ouvert jusqu’à {time}",
    "One sentence in two pieces": "Une phrase en deux morceaux",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "ui").mkdir()
    (tmp_path / "kiosk" / "words.py").write_text(MODULE)
    (tmp_path / "ui" / "Screen.qml").write_text(SCREEN)
    return tmp_path


@pytest.fixture
def translated(root: Path) -> Path:
    """A checkout in step, with all its French and Arabic."""
    run(root, "update")
    arabic = read_catalog(root, "ar")
    for message in strings_of(arabic):
        words = f"كلمة {sources_of(message)[-1]}"
        message.string = words if isinstance(message.id, str) else (words,) * 6
    replace_catalog(root, "ar", arabic)
    text = (
        french(root).replace('msgstr[0] ""', 'msgstr[0] "{n} étape"').replace('msgstr[1] ""', 'msgstr[1] "{n} étapes"')
    )
    for source, words in FRENCH.items():
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{words}"')
    catalog_path(root, "fr").write_text(text, "utf-8")
    return root


def run(root: Path, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments], input=given)


def french(root: Path) -> str:
    return catalog_path(root, "fr").read_text("utf-8")


def test_strings_of_python_and_qml_are_found(root: Path) -> None:
    found = run(root, "extract").stdout

    for source in (*FRENCH, "{n} step"):
        assert f'msgid "{source}"' in found
    assert 'msgctxt "their size"' in found
    assert "#. on the button that goes to the screen before" in found


def test_a_checkout_in_step_passes(translated: Path) -> None:
    result = run(translated, "check")

    assert (result.exit_code, result.stderr) == (0, "")


def test_arabic_must_be_complete_and_what_the_others_lack_is_only_told(translated: Path) -> None:
    arabic = catalog_path(translated, "ar")
    told = run(translated, "check")
    arabic.write_text(arabic.read_text("utf-8").replace('msgstr "كلمة Back"', 'msgstr ""'), "utf-8")

    failed = run(translated, "check")

    assert (told.exit_code, told.stdout) == (0, "7 strings without Chinese\n7 strings without Ukrainian\n")
    assert (failed.exit_code, "'Back': has no Arabic" in failed.stderr) == (1, True)


def test_the_words_of_another_language_are_merged_by_its_code(root: Path) -> None:
    run(root, "update")

    result = run(root, "merge", "-", "--lang", "uk", given='msgid "Back"\nmsgstr "Назад"\n')

    assert result.stdout == "1 taken, 6 without Ukrainian\n"
    assert 'msgid "Back"' not in run(root, "missing", "--lang", "uk").stdout
    assert 'msgid "Back"' in run(root, "missing").stdout


def test_the_catalogues_are_the_same_every_time(translated: Path) -> None:
    before = [catalog_path(translated, language).read_bytes() for language in ("en", "fr")]

    run(translated, "update")

    assert [catalog_path(translated, language).read_bytes() for language in ("en", "fr")] == before
    assert b"Date" not in before[0] + before[1]


def test_a_new_string_is_taken_in_and_the_french_is_kept(translated: Path) -> None:
    (translated / "kiosk" / "more.py").write_text('messages.gettext("Start over")')

    run(translated, "update")

    assert 'msgid "Start over"\nmsgstr ""' in french(translated)
    assert 'msgstr "Retour"' in french(translated)


def test_the_french_of_a_string_that_comes_back_is_still_there(translated: Path) -> None:
    screen = translated / "ui" / "Screen.qml"
    screen.write_text(SCREEN.replace('qsTr("Back")', '"Back"'))
    run(translated, "update")
    away = french(translated)
    screen.write_text(SCREEN)

    run(translated, "update")

    assert '#~ msgstr "Retour"' in away
    assert 'msgid "Back"\nmsgstr "Retour"' in french(translated)


def test_pruning_drops_what_vanished(translated: Path) -> None:
    (translated / "ui" / "Screen.qml").write_text("Item {}")
    run(translated, "update")

    refused = run(translated, "check")
    run(translated, "update", "--prune")

    assert "strings that vanished" in refused.stderr
    assert run(translated, "check").exit_code == 0
    assert "Retour" not in french(translated)


def test_what_is_missing_can_be_filled_and_merged(root: Path) -> None:
    run(root, "update")
    wanted = run(root, "missing").stdout.replace('msgid "Back"\nmsgstr ""', 'msgid "Back"\nmsgstr "Retour"')

    result = run(root, "merge", "-", given=wanted)

    assert result.stdout.startswith("1 taken")
    assert 'msgid "Back"\nmsgstr "Retour"' in french(root)
    assert 'msgid "Back"' not in run(root, "missing").stdout


def test_french_for_a_string_nobody_shows_is_said_and_left_out(root: Path) -> None:
    result = run(root, "merge", "-", given='msgid "Bakc"\nmsgstr "Retour"\n')

    assert "Bakc" in result.stderr
    assert "Retour" not in french(root)


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('msgstr "Retour"', 'msgstr ""', "has no French"),
        ('msgstr[1] "{n} étapes"', 'msgstr[1] ""', "has no French"),
        ('msgid "Back"', '#, fuzzy\nmsgid "Back"', "fuzzy"),
        ("jusqu’à {time}", "jusqu’à {heure}", "same fields"),
        ("Payez %1 au", "Payez au", "same fields"),
        ("jusqu’à {time}", "jusqu’à {time", "braces"),
        ('msgstr[1] "{n} étapes"', 'msgstr[1] "des étapes"', "same fields"),
        ("jusqu’à {time}", "jusqu'à {time}", "apostrophe"),
        ('"Une phrase en deux morceaux"', '"One sentence in two pieces"', "is the English"),
        ('"Votre plan"', '"Votre plan ?"', "space before ?"),
        ('msgid "Back"\nmsgstr "Retour"\n', "", "out of step"),
    ],
)
def test_each_fault_is_named(translated: Path, right: str, wrong: str, complaint: str) -> None:
    assert right in french(translated)
    catalog_path(translated, "fr").write_text(french(translated).replace(right, wrong), "utf-8")

    result = run(translated, "check")

    assert result.exit_code == 1
    assert complaint in result.stderr


def test_a_singular_may_leave_the_number_out(translated: Path) -> None:
    text = french(translated).replace('msgstr[0] "{n} étape"', 'msgstr[0] "une étape"')
    catalog_path(translated, "fr").write_text(text, "utf-8")

    assert run(translated, "check").exit_code == 0


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("kiosk/more.py", "messages.gettext(\n    f'Open until {time}')"),
        ("ui/More.qml", "Text { text: `${qsTr('Back')} ${count}` }"),
    ],
)
def test_a_string_that_extraction_cannot_see_is_a_fault(translated: Path, path: str, source: str) -> None:
    (translated / path).write_text(source)

    result = run(translated, "check")

    assert f"{path}:" in result.stderr
    assert "only a plain string" in result.stderr


def test_a_straight_apostrophe_in_english_is_a_fault(translated: Path) -> None:
    (translated / "kiosk" / "more.py").write_text('messages.gettext("I\'m not sure")')
    run(translated, "update")

    assert "straight apostrophe" in run(translated, "check").stderr


def test_a_broken_catalogue_is_a_sentence(translated: Path) -> None:
    catalog_path(translated, "fr").write_text("nonsense", "utf-8")

    result = run(translated, "update")

    assert result.exit_code == 1
    assert "cannot be read" in result.stderr


COMMAND = '''
@group("hub")
@option("--settings", help="The file to read.")
def hub_group(settings):
    """Run a hub.

    It may be
    stopped.
    """
    click.echo(words().gettext("Serving at {address}"))
'''


def test_what_an_editor_of_the_sources_is_told_is_in_the_catalogue_of_the_command_line(translated: Path) -> None:
    (translated / "kiosk" / "catalogue").mkdir()
    (translated / "kiosk" / "catalogue" / "dates.py").write_text(
        'fault = sentence("`{last}` is before "\n    "`{first}`", last=last, first=first)\n'
    )

    told = run(translated, "update").stdout

    assert "guichet: 7 strings, 0 without French" in told
    assert "terminal: 1 strings, 1 without French" in told
    assert 'msgid "`{last}` is before `{first}`"' in catalog_path(translated, "fr", TERMINAL).read_text("utf-8")


def test_what_only_the_command_line_says_has_a_catalogue_of_its_own(translated: Path) -> None:
    (translated / "kiosk" / "cli").mkdir()
    (translated / "kiosk" / "cli" / "hub.py").write_text(COMMAND)
    told = run(translated, "update").stdout
    lacking = run(translated, "check").stderr

    merged = run(translated, "merge", "-", given='msgid "Run a hub."\nmsgstr "Tient un serveur."\n')

    assert "guichet: 7 strings, 0 without French" in told
    assert "terminal: 4 strings, 4 without French" in told
    for source in ("Run a hub.", "It may be stopped.", "The file to read.", "Serving at {address}"):
        assert f"terminal.po: {source!r}: has no French" in lacking
    assert merged.stdout == "1 taken, 3 without French\n"
    assert 'msgstr "Tient un serveur."' in catalog_path(translated, "fr", TERMINAL).read_text("utf-8")
    assert not catalog_path(translated, "ar", TERMINAL).exists()
