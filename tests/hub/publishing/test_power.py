"""The power goes while an edition is published: kiosks read the old one or the new one, and the operator goes on."""

import random
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.hub.publishing.canonical import canonical
from kiosk.hub.publishing.editions import NewEdition, publish
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.repository import read_repository
from tests.faults.power import Log, Loss, lay, left_after, places
from tests.faults.watched_folder import watched
from tests.hub.publishing.conftest import Edition, Kiosk

CUTS = 60


@pytest.mark.slow
@pytest.mark.parametrize("loss", Loss)
def test_a_power_cut_leaves_the_old_edition_or_the_new_one(
    repository: Path, keys: Keys, edition: Edition, at: datetime, tmp_path: Path, loss: Loss
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    root = (repository / "metadata" / "1.root.json").read_bytes()
    log = Log.of(repository)
    with watched(repository, log):
        publish(repository, keys, NewEdition(edition(9), "ns"), at)
    chance = random.Random(1)

    found = []
    for number, deeds in enumerate(places(log, CUTS, chance)):
        left = tmp_path / "left"
        lay(left_after(log, deeds, loss, chance), left)
        version = Kiosk(tmp_path / f"kiosk-{number}", root).current(left)["version"]
        read_repository(left)
        found.append(version)
        shutil.rmtree(left)

    assert found[0] == 9, "once it has returned it is on the disk"
    assert set(found) == {8, 9}


def test_publishing_goes_on_after_a_power_cut(
    repository: Path, keys: Keys, edition: Edition, at: datetime, tmp_path: Path
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    root = (repository / "metadata" / "1.root.json").read_bytes()
    log = Log.of(repository)
    with watched(repository, log):
        publish(repository, keys, NewEdition(edition(9), "ns"), at)
    chance = random.Random(2)

    for number, deeds in enumerate(places(log, 8, chance)):
        left = tmp_path / f"left-{number}"
        lay(left_after(log, deeds, Loss.TORN, chance), left)
        publish(left, keys, NewEdition(edition(10), "ns"), at)

        assert Kiosk(tmp_path / f"kiosk-{number}", root).catalogue(left) == canonical(edition(10)).content
