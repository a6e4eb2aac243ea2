"""hub.toml: read once, refused in one sentence."""

import pytest

from kiosk.config import ConfigError
from kiosk.hub.settings import load_hub
from kiosk.languages.terminal import terminal_words


def written(folder, text):
    file = folder / "hub.toml"
    file.write_text(text)
    return file


def test_paths_begin_from_the_folder_of_the_file(tmp_path):
    hub = load_hub(written(tmp_path, 'database = "kept/hub.db"\nlisten = "0.0.0.0:9000"'))

    assert hub.database_file == tmp_path / "kept/hub.db"
    assert hub.keys_folder == tmp_path / "keys"
    assert hub.database_address == ""
    assert hub.address == ("0.0.0.0", 9000)


def test_a_hub_without_a_file_has_the_usual_settings(tmp_path, monkeypatch):
    monkeypatch.delenv("GUICHET_HUB", raising=False)
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path))

    assert load_hub().database_file == tmp_path / "hub" / "hub.db"


def test_the_environment_names_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_HUB", str(written(tmp_path, 'database = "postgresql:///guichet"')))

    assert load_hub().database_address == "postgresql:///guichet"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("retention_days = 3", "retention_days: expected a number from 31 to 36500"),
        ('lisen = "127.0.0.1:1"', "there is no key lisen; did you mean listen?"),
        ('listen = "here"', "listen: 'here' is not an address"),
        ("database = ", "is not TOML"),
    ],
)
def test_a_mistake_is_told_by_its_key(tmp_path, text, said):
    with pytest.raises(ConfigError) as refused:
        load_hub(written(tmp_path, text))

    assert said in str(refused.value)
    assert refused.value.what.said(terminal_words("fr")) != str(refused.value)


def test_a_file_that_is_not_there_is_not_passed_over(tmp_path):
    with pytest.raises(ConfigError, match="there is no file"):
        load_hub(tmp_path / "hub.toml")
