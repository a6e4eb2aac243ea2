"""Updates over a network: little is asked, what broke is taken up again, and a network's own page is known for one."""

import socket

import pytest

from kiosk.sync.updates.outcomes import Unreachable, Updated, UpToDate
from kiosk.sync.updates.reasons import CutError, MissingError, Reason, UpdateError
from kiosk.sync.updates.updating import source_of
from kiosk.sync.updates.web import WebSource
from tests.sync.updates.conftest import FIRST, SECOND
from tests.sync.updates.reference import NOW
from tests.sync.updates.web_server import serving

PAGE = b"<!doctype html><title>Welcome to our wireless network</title>"


@pytest.fixture
def web(publisher):
    with serving(publisher.folder) as web:
        yield web


def test_an_edition_comes_over_the_network(kiosk, web):
    assert isinstance(kiosk.update(source_of(web.address)), Updated)
    assert kiosk.catalogue.version == FIRST


def test_a_look_that_finds_nothing_new_reads_one_file_of_less_than_a_kilobyte(kiosk, web, publisher):
    kiosk.update(source_of(web.address))
    web.asked.clear()

    assert kiosk.update(source_of(web.address)) == UpToDate(FIRST)

    assert [path for path, _ in web.asked] == ["/metadata/2.root.json", "/metadata/timestamp.json"]
    assert (publisher.folder / "metadata/timestamp.json").stat().st_size < 1024


def test_what_is_kept_of_an_offer_counts_only_while_it_is_what_was_signed(kiosk, web, publisher):
    kiosk.update(source_of(web.address))
    (kiosk.folder / "offer.json").write_bytes(b"{}")

    assert kiosk.update(source_of(web.address)) == UpToDate(FIRST)
    assert kiosk.update(source_of(web.address)) == UpToDate(FIRST)

    assert len([path for path, _ in web.asked if path.endswith("current.json")]) == 2


def test_a_link_that_cuts_is_taken_up_where_it_broke(kiosk, web, publisher):
    web.cuts, web.longest = 0.7, 60_000

    outcome = kiosk.update(source_of(web.address))

    assert isinstance(outcome, Updated)
    taken_up = [wanted for path, wanted in web.asked if path.endswith(".db.zst") and wanted]
    assert len(set(taken_up)) > 3


def test_what_came_before_a_link_died_is_not_fetched_again(kiosk, web, publisher):
    size = publisher.whole(FIRST).stat().st_size
    source = source_of(web.address)

    def die(path, start=0, read=source.read):
        if path.endswith(".db.zst"):
            taken = 0
            for chunk in read(path, start):
                taken += len(chunk)
                yield chunk
                if taken > size // 2:
                    web.cuts, web.longest = 1.0, 0
                    raise CutError("the link died")
        else:
            yield from read(path, start)

    source.read = die
    assert isinstance(kiosk.update(source), Unreachable)
    web.cuts = 0.0
    web.asked.clear()

    assert isinstance(kiosk.update(source_of(web.address)), Updated)
    (wanted,) = [wanted for path, wanted in web.asked if path.endswith(".db.zst")]
    assert int(wanted.removeprefix("bytes=").rstrip("-")) > size // 2


def test_a_server_that_does_not_know_range_gives_the_same_bytes(kiosk, web):
    web.knows_range = False
    web.cuts, web.longest = 0.5, 500_000

    assert isinstance(kiosk.update(source_of(web.address)), Updated)


@pytest.mark.parametrize(
    "instead",
    [
        (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
        (200, {"Content-Type": "application/octet-stream"}, b"\n" + PAGE),
        (302, {"Location": "http://wifi.example/sign-in"}, b""),
        (511, {"Content-Type": "text/html"}, PAGE),
    ],
)
def test_a_network_that_wants_somebody_to_sign_in_is_known_for_what_it_is(kiosk, web, publisher, editions, instead):
    kiosk.update(source_of(web.address))
    publisher.publish(SECOND, editions[SECOND], NOW)
    web.instead = instead

    outcome = kiosk.update(source_of(web.address))

    assert isinstance(outcome, Unreachable)
    assert outcome.reason is Reason.PORTAL
    assert kiosk.catalogue.version == FIRST
    web.instead = None
    assert isinstance(kiosk.update(source_of(web.address)), Updated)


def test_a_server_with_a_fault_of_its_own_is_told_as_unreachable(kiosk, web):
    web.instead = (503, {}, b"")

    outcome = kiosk.update(source_of(web.address))

    assert isinstance(outcome, Unreachable)
    assert outcome.reason is Reason.UNREACHABLE


def test_nobody_there_is_told_as_unreachable(kiosk):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    outcome = kiosk.update(WebSource(f"http://127.0.0.1:{port}"))

    assert isinstance(outcome, Unreachable)
    assert outcome.reason is Reason.UNREACHABLE


def test_a_connection_that_cannot_be_trusted_is_told_as_such(kiosk, web):
    outcome = kiosk.update(WebSource(web.address.replace("http://", "https://")))

    assert isinstance(outcome, Unreachable)
    assert outcome.reason is Reason.CERTIFICATE


def test_a_server_that_falls_silent_is_left(web):
    web.stalls.set()

    with pytest.raises(CutError):
        b"".join(WebSource(web.address, silence_s=0.2).read("metadata/timestamp.json"))


def test_a_file_that_drips_for_too_long_is_left(web, publisher):
    path = publisher.whole(FIRST).relative_to(publisher.folder).as_posix()

    with pytest.raises(CutError, match="too long"):
        b"".join(WebSource(web.address, longest_s=0.0).read(path))


def test_an_edition_that_drips_for_ever_is_left_for_another_time_and_then_goes_on(kiosk, web, publisher):
    source = source_of(web.address)
    read, asked = source.read, []

    def drip(path, start=0):
        if not path.endswith(".db.zst"):
            yield from read(path, start)
            return
        asked.append(start)
        yield next(read(path, start))[:10]
        raise CutError("too slow", silent=True)

    source.read = drip
    assert isinstance(kiosk.update(source), Unreachable)
    assert asked == list(range(0, 10 * len(asked), 10))
    assert 10 < len(asked) < 100
    assert isinstance(kiosk.update(source_of(web.address)), Updated)


def test_a_file_is_read_from_any_byte_on_and_not_beyond_its_end(web, publisher):
    path = publisher.whole(FIRST).relative_to(publisher.folder).as_posix()
    content = publisher.whole(FIRST).read_bytes()
    source = WebSource(web.address)

    assert b"".join(source.read(path, 1000)) == content[1000:]
    assert b"".join(source.read(path, len(content))) == b""
    web.knows_range = False
    assert b"".join(source.read(path, 100_000)) == content[100_000:]


def test_a_file_that_is_not_there_is_missing_and_nothing_else(web):
    with pytest.raises(MissingError):
        list(WebSource(web.address).read("metadata/9.root.json"))
    web.instead = (403, {}, b"")
    with pytest.raises(MissingError):
        list(WebSource(web.address).read("metadata/9.root.json"))
    web.instead = (500, {}, b"")
    with pytest.raises(UpdateError) as refused:
        list(WebSource(web.address).read("metadata/9.root.json"))
    assert not isinstance(refused.value, MissingError)
