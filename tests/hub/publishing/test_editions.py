"""An edition is published whole and as deltas, and the reference client reads it byte for byte."""

import json
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tuf.ngclient import Updater

from kiosk.hub.publishing.canonical import canonical
from kiosk.hub.publishing.editions import DELTAS, NewEdition, prepare, publish, publish_decided
from kiosk.hub.publishing.errors import (
    ClockError,
    EditionRefusedError,
    KeysError,
    NotWrittenError,
    RepositoryBrokenError,
)
from kiosk.hub.publishing.keys import Keys
from kiosk.hub.publishing.repository import read_repository
from kiosk.hub.publishing.starting import init
from kiosk.hub.publishing.writing import alone, lay_down
from tests.hub.publishing.conftest import Edition, Kiosk

DECIDED = b'{"form": "guichet-corrections-1", "flags": [], "corrections": []}'


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_the_reference_client_reads_an_edition_over_http(
    repository: Path, keys: Keys, edition: Edition, at: datetime, tmp_path: Path
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(repository))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        (tmp_path / "memory").mkdir()
        root = (repository / "metadata" / "1.root.json").read_bytes()
        updater = Updater(
            str(tmp_path / "memory"), f"{base}/metadata/", str(tmp_path), f"{base}/targets/", bootstrap=root
        )

        target = updater.get_targetinfo("catalogue/ns/current.json")
        assert target is not None
        described = json.loads(Path(updater.download_target(target)).read_bytes())
        server.shutdown()

    assert described["version"] == 8
    assert described["full"] == "catalogue/ns/catalogue-8.db.zst"
    assert described["deltas"] == {}


def test_a_whole_edition_is_the_canonical_catalogue(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    published = publish(repository, keys, NewEdition(edition(8), "ns"), at)

    assert kiosk.catalogue(repository) == canonical(edition(8)).content
    assert (published.version, published.deltas) == (8, {})


def test_a_delta_from_each_edition_before_gives_the_newest_byte_for_byte(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    for version in (8, 9, 11, 12):
        publish(repository, keys, NewEdition(edition(version), "ns"), at)

    newest = canonical(edition(12)).content
    assert set(kiosk.current(repository)["deltas"]) == {"8", "9", "11"}
    for version in (8, 9, 11):
        assert kiosk.by_delta(repository, canonical(edition(version)).content, version) == newest


def test_a_delta_is_far_smaller_than_the_whole(repository: Path, keys: Keys, edition: Edition, at: datetime) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)

    published = publish(repository, keys, NewEdition(edition(9), "ns"), at)

    assert published.deltas[8] * 10 < published.whole


@pytest.mark.thorough
def test_deltas_lead_from_the_last_twenty_six_editions_and_no_further(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    for version in range(8, 8 + DELTAS + 3):
        publish(repository, keys, NewEdition(edition(version), "ns"), at)

    assert sorted(map(int, kiosk.current(repository)["deltas"])) == list(range(10, 10 + DELTAS))


def test_a_region_leaves_the_others_as_they_are(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    publish(repository, keys, NewEdition(edition(30), "pe"), at)
    publish(repository, keys, NewEdition(edition(9), "ns"), at)

    assert kiosk.current(repository, "ns")["version"] == 9
    assert kiosk.current(repository, "pe")["version"] == 30
    assert kiosk.current(repository, "ns")["deltas"].keys() == {"8"}


@pytest.mark.parametrize("version", [7, 8])
def test_an_older_or_equal_edition_is_refused(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk, version: int
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)

    with pytest.raises(EditionRefusedError, match=f"has version {version}, and 8 is published for ns"):
        publish(repository, keys, NewEdition(edition(version), "ns"), at)

    assert kiosk.current(repository)["version"] == 8


def test_a_catalogue_that_no_kiosk_could_open_is_refused(
    repository: Path, keys: Keys, edition: Edition, at: datetime
) -> None:
    torn = edition(8)
    torn.write_bytes(torn.read_bytes()[:-4096])

    with pytest.raises(EditionRefusedError, match=r"no kiosk could open it: .* is torn"):
        publish(repository, keys, NewEdition(torn, "ns"), at)


@pytest.mark.parametrize("region", ["", "NS", "../etc", "a/b", "n s", "x" * 41])
def test_what_cannot_be_a_region_is_refused(
    repository: Path, keys: Keys, edition: Edition, at: datetime, region: str
) -> None:
    with pytest.raises(EditionRefusedError, match="is not a region"):
        publish(repository, keys, NewEdition(edition(8), region), at)


def test_a_clock_that_went_back_signs_nothing(repository: Path, keys: Keys, edition: Edition, at: datetime) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)

    with pytest.raises(ClockError, match="set this machine's clock"):
        publish(repository, keys, NewEdition(edition(9), "ns"), at - timedelta(seconds=1))


def test_a_clock_that_leapt_ahead_signs_nothing_unless_somebody_is_sure(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    with pytest.raises(ClockError, match="401 days after this repository was last signed"):
        publish(repository, keys, NewEdition(edition(8), "ns"), at + timedelta(days=401))

    publish(repository, keys, NewEdition(edition(8), "ns"), at + timedelta(days=401), sure=True)

    assert kiosk.current(repository)["version"] == 8


def test_an_altered_repository_is_not_published_to(
    repository: Path, keys: Keys, edition: Edition, at: datetime
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    (full,) = repository.rglob("*.catalogue-8.db.zst")
    full.write_bytes(full.read_bytes()[:-1] + b"?")

    with pytest.raises(RepositoryBrokenError, match="is broken"):
        publish(repository, keys, NewEdition(edition(9), "ns"), at)


def test_nothing_is_published_without_the_key_of_the_catalogue(
    repository: Path, keys: Keys, edition: Edition, at: datetime
) -> None:
    next(keys.folders[0].glob("catalogue-*.pem")).unlink()

    with pytest.raises(KeysError, match="1 key of catalogue must sign, and 0 of them are in"):
        publish(repository, keys, NewEdition(edition(8), "ns"), at)


def test_publishing_needs_no_key_of_root_or_targets(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    for path in [*keys.folders[0].glob("root-*.pem"), *keys.folders[0].glob("targets-*.pem")]:
        path.unlink()

    publish(repository, keys, NewEdition(edition(8), "ns"), at)

    assert kiosk.current(repository)["version"] == 8


def test_a_cut_at_any_write_leaves_an_edition_that_kiosks_read(
    repository: Path, keys: Keys, edition: Edition, at: datetime, tmp_path: Path
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    prepared = prepare(repository, keys, NewEdition(edition(9), "ns"), at)
    root = (repository / "metadata" / "1.root.json").read_bytes()

    for written in range(len(prepared.files) + 1):
        cut = tmp_path / f"cut-{written}"
        shutil.copytree(repository, cut)
        lay_down(cut, prepared.files[:written])
        if written < len(prepared.files):
            torn = prepared.files[written]
            beside = (cut / torn.path).with_name(f".unfinished-{Path(torn.path).name}")
            beside.write_bytes(torn.content[: len(torn.content) // 2])
        whole = written == len(prepared.files)

        kiosk = Kiosk(tmp_path / f"kiosk-{written}", root)
        assert kiosk.current(cut)["version"] == (9 if whole else 8)
        if not whole:
            publish(cut, keys, NewEdition(edition(9), "ns"), at + timedelta(minutes=1))
        assert kiosk.catalogue(cut) == canonical(edition(9)).content
        assert not [path for path in cut.rglob("*") if "unfinished" in path.name]


def test_the_same_edition_signed_at_the_same_moment_is_the_same_repository(
    repository: Path, keys: Keys, edition: Edition, at: datetime, tmp_path: Path
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns"), at)
    again = tmp_path / "again"
    shutil.copytree(repository, again)

    publish(repository, keys, NewEdition(edition(9), "ns"), at)
    publish(again, keys, NewEdition(edition(9), "ns"), at)

    assert _contents(again) == _contents(repository)


def test_a_catalogue_is_canonical_whatever_way_it_was_kept(edition: Edition, tmp_path: Path) -> None:
    plain = edition(8)
    kept = tmp_path / "kept.db"
    shutil.copy(plain, kept)
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        connection.execute("INSERT INTO words VALUES ('help')")
        connection.commit()
        connection.execute("VACUUM")

    once = canonical(plain)
    (tmp_path / "once.db").write_bytes(once.content)

    assert canonical(kept) == once
    assert canonical(tmp_path / "once.db") == once


def test_a_catalogue_as_it_is_built_and_shipped_is_canonical_already(tiny_catalogue: Path) -> None:
    assert canonical(tiny_catalogue).content == tiny_catalogue.read_bytes()


def test_everybody_may_read_what_is_published_whatever_the_account_keeps_to_itself(
    tmp_path: Path, edition: Edition, at: datetime
) -> None:
    keys = Keys.within(tmp_path / "own-keys")
    before = os.umask(0o077)
    try:
        init(tmp_path / "own", keys, at)
        publish(tmp_path / "own", keys, NewEdition(edition(8), "ns"), at)
    finally:
        os.umask(before)

    below = [tmp_path / "own", *(tmp_path / "own").rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in below if path.is_file()} == {0o644}
    assert {stat.S_IMODE(path.stat().st_mode) for path in below if path.is_dir()} == {0o755}


def test_a_repository_put_back_from_a_stick_goes_on(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    for version in (8, 9):
        publish(repository, keys, NewEdition(edition(version), "ns"), at)
    next(repository.rglob("*.catalogue-8.db.zst")).unlink()

    publish(repository, keys, NewEdition(edition(10), "ns"), at)

    assert kiosk.current(repository)["deltas"].keys() == {"9"}


def test_what_stewards_decided_travels_with_the_edition_and_stays(
    repository: Path, keys: Keys, edition: Edition, at: datetime, kiosk: Kiosk
) -> None:
    publish(repository, keys, NewEdition(edition(8), "ns", decided=DECIDED), at)
    publish(repository, keys, NewEdition(edition(9), "ns"), at)
    assert kiosk.read(repository, "catalogue/ns/decided.json") == [DECIDED]

    publish_decided(repository, keys, "ns", at, DECIDED + b"\n")

    assert kiosk.read(repository, "catalogue/ns/decided.json") == [DECIDED + b"\n"]
    assert kiosk.current(repository)["version"] == 9


@pytest.mark.parametrize("torn", [b"", b"[]", b"{", b'{"form": "other"}', DECIDED + b" " * 4_000_000])
def test_what_is_no_file_of_corrections_is_refused(
    repository: Path, keys: Keys, edition: Edition, at: datetime, torn: bytes
) -> None:
    with pytest.raises(EditionRefusedError, match="for no counter could read it"):
        publish(repository, keys, NewEdition(edition(8), "ns", decided=torn), at)


def test_two_programs_do_not_publish_at_once(repository: Path, keys: Keys, edition: Edition, at: datetime) -> None:
    with alone(repository), pytest.raises(NotWrittenError, match="another program is publishing"):
        publish(repository, keys, NewEdition(edition(8), "ns"), at)


def test_old_editions_go_after_thirteen_months_and_roots_never(
    repository: Path, keys: Keys, edition: Edition, at: datetime
) -> None:
    start = at - timedelta(days=800)
    shutil.rmtree(repository)
    shutil.rmtree(keys.folders[0])
    init(repository, keys, start)
    for version, days in ((8, 0), (9, 10), (10, 400), (11, 407)):
        publish(repository, keys, NewEdition(edition(version), "ns"), start + timedelta(days=days), sure=True)

    kept = {path.name.partition(".")[2] for path in repository.rglob("*.db.zst")}
    assert kept == {"catalogue-9.db.zst", "catalogue-10.db.zst", "catalogue-11.db.zst"}
    assert (repository / "metadata" / "1.root.json").exists()
    read_repository(repository)


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
