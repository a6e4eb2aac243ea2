"""Whatever byte or value of a repository is altered, nothing is raised and nothing is installed that was not signed."""

import json
import random
from shutil import rmtree

import pytest

from kiosk.sync.updates.outcomes import Refused, Updated, UpToDate
from tests.sync.updates.conftest import FIRST
from tests.sync.updates.reference import NOW

STRANGE = [None, [], {}, -1, 0, 1e308, "", "\ud800", True, 2**70, [[[]]], {"a": 1}, "2026", "9" * 5000, "../../x"]


def flipped(content, chance):
    """A few bytes replaced by others."""
    altered = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        altered[chance.randrange(len(altered))] = chance.randrange(256)
    return bytes(altered)


def revalued(content, chance):
    """One value, somewhere in the JSON, replaced by a strange one or left out."""
    told = here = json.loads(content)
    while True:
        keys = list(here) if isinstance(here, dict) else range(len(here))
        key = chance.choice(list(keys))
        inner = here[key]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.7:
            here = inner
            continue
        if isinstance(here, dict) and chance.random() < 0.3:
            del here[key]
        else:
            here[key] = chance.choice(STRANGE)
        return json.dumps(told).encode()


def alter(kiosk, publisher, rounds, seed):
    """Alter a file, try, put it right; gives how many attempts were refused."""
    chance = random.Random(seed)
    publisher.sign_root(NOW)
    files = [file for file in sorted((publisher.folder / "metadata").iterdir()) if not file.name.startswith("1.")]
    files.append(publisher.place("catalogue/ns/current.json"))
    kiosk.update(publisher)
    refusals = 0
    for _ in range(rounds):
        file = chance.choice(files)
        good = file.read_bytes()
        file.write_bytes(chance.choice([flipped, revalued])(good, chance))
        rmtree(kiosk.folder / "metadata")
        (kiosk.folder / "offer.json").unlink(missing_ok=True)
        outcome = kiosk.update(publisher)
        file.write_bytes(good)
        assert isinstance(outcome, Refused | UpToDate), outcome  # one signature more or less may not matter
        refusals += isinstance(outcome, Refused)
        assert kiosk.version == FIRST
    return refusals


def test_an_altered_repository_is_refused_and_never_ends_the_program(kiosk, publisher):
    assert alter(kiosk, publisher, 40, seed=1) > 25


@pytest.mark.thorough
def test_a_repository_altered_two_thousand_times_never_ends_the_program(kiosk, publisher):
    assert alter(kiosk, publisher, 2000, seed=2) > 1500


@pytest.mark.parametrize(
    "said",
    [
        {"full": "../../../etc/passwd"},
        {"full": "catalogue/ns/current.json"},
        {"full": "catalogue/ns/nobody-signed-this"},
        {"sha256": "0" * 64},
        {"sha256": "../x"},
        {"length": 2**62},
        {"length": 0},
        {"version": 2**70},
        {"deltas": {str(FIRST): "../../../etc/passwd"}, "length": 1},
        {"deltas": ["a"]},
        {"schema": "3"},
    ],
)
def test_a_mistake_that_was_signed_costs_no_edition(kiosk, publisher, editions, said):
    kiosk.update(publisher)
    publisher.publish(FIRST + 1, editions[FIRST + 1], NOW, said=said)

    assert isinstance(kiosk.update(publisher), Refused)
    assert kiosk.version == FIRST
    publisher.publish(FIRST + 2, editions[FIRST + 2], NOW)
    assert isinstance(kiosk.update(publisher), Updated)
