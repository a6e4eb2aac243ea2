"""Every way to reach a service has a name, a reason and an icon, in both languages."""

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalogue.model import ChannelType
from kiosk.languages import Language, load_messages
from kiosk.planning.plan import ChannelReason
from kiosk.wording.channels import SYMBOLS, channel_name, channel_reason

LOCALE = Path(paths.assets_folder()) / "locale"
EN, FR = (load_messages(Language(code), LOCALE) for code in ("en", "fr"))


@pytest.mark.parametrize("channel", ChannelType)
def test_every_channel_has_its_own_name_in_both_languages(channel):
    english, french = channel_name(EN, channel), channel_name(FR, channel)

    assert english
    assert french
    assert english != french
    assert [other for other in ChannelType if channel_name(EN, other) == english] == [channel]


@pytest.mark.parametrize("reason", ChannelReason)
def test_every_reason_is_told_in_both_languages(reason):
    assert channel_reason(EN, reason) != channel_reason(FR, reason)


@pytest.mark.parametrize("channel", ChannelType)
def test_every_channel_has_an_icon(channel):
    assert (paths.assets_folder() / "icons" / f"{SYMBOLS[channel]}.svg").is_file()


def test_names_are_the_words_people_use():
    assert channel_name(EN, ChannelType.IN_PERSON) == "In person"
    assert channel_name(FR, ChannelType.PHONE) == "Par téléphone"
