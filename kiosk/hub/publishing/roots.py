"""The roots of the repository, for kiosks that are enrolled: whose updates they are to trust from then on."""

import logging
from itertools import takewhile
from pathlib import Path

from kiosk.logs import Code
from kiosk.sync.updates.trusting import MOST_ROOT, RootError, read_root

MOST_ROOTS = 64
_MOST_BYTES = 400 * 1024
"""So many fit into an answer to an enrolment."""

_log = logging.getLogger(__name__)


def roots_of(repository: Path) -> tuple[bytes, ...]:
    """The newest root last, before it those that lead to it, as many as fit; none where nothing is published.

    A repository that is damaged enrols kiosks all the same: they are then given its root by hand.
    """
    metadata = repository / "metadata"
    versions = sorted((_version(file) for file in metadata.glob("*.root.json")), reverse=True)
    newest = versions[0] if versions else 0
    chain: list[bytes] = []
    size = 0
    try:
        for version in takewhile(lambda each: newest - each == len(chain), versions[:MOST_ROOTS]):
            with (metadata / f"{version}.root.json").open("rb") as file:
                root = file.read(MOST_ROOT + 1)
            read_root(root)
            size += len(root)
            if chain and size > _MOST_BYTES:
                break
            chain.insert(0, root)
    except (OSError, RootError) as error:
        _log.error("the roots of the repository cannot be given to kiosks: %s", Code(type(error).__name__))
        return ()
    return tuple(chain)


def _version(file: Path) -> int:
    number = file.name.partition(".")[0]
    return int(number) if number.isdecimal() else 0
