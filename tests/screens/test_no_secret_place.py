"""A place that is kept secret is on no screen, slip or code, in no search and in no command’s answer."""

import json
import subprocess
from dataclasses import replace
from datetime import datetime
from shutil import copyfile
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from kiosk import paths
from kiosk.bridge.models.rows import Rows
from kiosk.catalogue.model import BundleId
from kiosk.catalogue.reading import load
from kiosk.catalogue.search import Finder, index_of
from kiosk.cli.commands import main
from kiosk.config import Config
from kiosk.languages.shipped import words_of
from kiosk.planning import Here, make_plan
from kiosk.referral import token
from kiosk.referral.composing import Choices
from kiosk.referral.handover import prepare
from kiosk.referral.issuing import Issuer
from kiosk.referral.slip.content import Paper
from kiosk.referral.slip.typeset import Typesetter
from kiosk.visit.single import single_service
from kiosk.visit.visit import Page, Stop, Visit
from tests.secret_places import QUIET_ROOM, SECRET_HOUSE, plant, told

NOW = datetime(2026, 3, 12, 10, 14, tzinfo=ZoneInfo("America/Halifax"))
SENSITIVE = (BundleId("fleeing-violence"), BundleId("housing-emergency"), BundleId("making-ends-meet"))
PUBLIC = ("free-meals", "food-bank", "211-help", "transition-houses", "emergency-shelter-any", "adsum")
"""Services that are made to name the secret house, some of them shown to everybody with their places."""
SHOWN = ("free-meals", "emergency-shelter-any", "transition-houses", "avalon-sexual-assault")


@pytest.fixture(scope="module")
def planted(tmp_path_factory, catalogue_file):
    """The real catalogue with a secret house, and with a room for every discreet service."""
    database = tmp_path_factory.mktemp("planted") / "catalogue.db"
    copyfile(catalogue_file, database)
    discreet = [service.id for service in load(database).services.values() if service.discreet]
    plant(database, "bryony", SECRET_HOUSE, PUBLIC)
    plant(database, "avalon", QUIET_ROOM, discreet)
    return database


@pytest.fixture(scope="module")
def catalogue(planted):
    return load(planted)


@pytest.fixture
def config(planted):
    return replace(Config(), catalogue=replace(Config().catalogue, path=str(planted)))


def test_a_secret_house_is_not_even_read(catalogue):
    assert not set(told(repr(catalogue))) & set(SECRET_HOUSE)
    assert set(told(repr(catalogue))) == set(QUIET_ROOM)  # the search finds what is there


@pytest.mark.slow
@pytest.mark.parametrize(("language", "size"), [("en", (1080, 1920)), ("fr", (1920, 1080))])
def test_no_page_tells_a_secret_place(show, config, language, size):
    screen = show(size=size, language=language, config=config)
    seen = 0

    for visit in visits(screen.session, SHOWN, language):
        screen.go(visit)
        words = " ".join([*screen.names(), *words_of_pages(screen)])
        assert told(words) == [], visit.here
        seen += len(words)

    assert seen > 10_000


def visits(session, services, language):
    """A visit at the urgent doors, and at every page of each service and of the sensitive plans."""
    home = Visit(language=language, trail=(Stop(Page.HOME),))
    for subject in ("", "danger", "food", "tonight", "someone-to-talk-to"):
        yield replace(home, trail=(Stop(Page.HOME), Stop(Page.URGENT, subject)))
    yield replace(home, trail=(Stop(Page.HOME), Stop(Page.SAFETY)))
    for bundles in (*((single_service(service),) for service in services), *((bundle,) for bundle in SENSITIVE)):
        about = replace(home, bundles=bundles)
        steps = session.plan_of(about).to_do()[:2]
        yield replace(about, trail=(Stop(Page.HOME), Stop(Page.PLAN)))
        for step in steps:
            yield replace(about, trail=(Stop(Page.HOME), Stop(Page.STEP, step.id)))
            if step.service and session.catalogue_for(about).services[step.service].locations:
                yield replace(about, trail=(Stop(Page.HOME), Stop(Page.WHERE, step.id)))
    yield replace(about, trail=(Stop(Page.HOME), Stop(Page.DONE, "remembered")))


def words_of_pages(screen):
    for page in screen.kiosk.pages_made():
        meta = page.metaObject()
        for position in range(1, meta.propertyCount()):
            value = getattr(page, meta.property(position).name())
            if not isinstance(value, Rows):
                yield str(value)
        for rows in page.findChildren(Rows):
            yield repr(rows.rows)


@pytest.mark.parametrize("typed", ["quincunx", "zanzibar lane", "oubliette", "samarkand", "xanadu", "b9z 9z9"])
def test_no_search_finds_a_secret_place(show, config, catalogue, tmp_path, typed):
    hits = Finder(index_of(catalogue, lambda: tmp_path)).answer(typed, "en", corrected=False).hits
    screen = show(language="en", config=config)
    screen.go(Visit(language="en", trail=(Stop(Page.HOME), Stop(Page.SEARCH))))

    screen.type(typed)
    screen.settle()

    assert told(repr(hits)) == []
    assert [name for name in screen.names("Button") if told(name)] == []


@pytest.mark.parametrize("bundle", SENSITIVE)
@pytest.mark.parametrize("languages", [("en",), ("fr", "en")])
@pytest.mark.parametrize("paper", list(Paper))
def test_no_slip_and_no_code_tells_a_secret_place(catalogue, tmp_path, paper, languages, bundle):
    site = Config().site
    plan = make_plan(catalogue, (bundle,), {}, now=NOW, here=Here(site.latitude, site.longitude))
    choices = Choices(languages, paper)
    issuer = Issuer(lambda: tmp_path, 1, 60)

    signed = issuer.sign(catalogue, plan, choices, NOW.date(), token.new_id())
    prepared = prepare(catalogue, plan, choices, site, NOW, words_of, signed)
    document = Typesetter(paths.assets_folder() / "slip", paths.assets_folder() / "fonts").typeset(prepared.slip, paper)

    (tmp_path / "slip.pdf").write_bytes(document.pdf())
    read = subprocess.run(["pdftotext", tmp_path / "slip.pdf", "-"], check=True, capture_output=True, timeout=20)
    for words in (repr(prepared), document.text(), read.stdout.decode(), prepared.says, prepared.phone_says):
        assert told(words) == []
    assert "211" in document.text()
    discreet = {service.number for service in catalogue.services.values() if service.discreet}
    assert not discreet & {item.service for item in signed.referral.items}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_command_tells_a_secret_place(planted, tmp_path, monkeypatch, language):
    (tmp_path / "guichet.toml").write_text(f'[catalogue]\npath = "{planted}"\n', encoding="utf-8")
    monkeypatch.setenv("GUICHET_CONFIG", str(tmp_path / "guichet.toml"))
    monkeypatch.setenv("GUICHET_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    about = ("fleeing-violence", "--answer", "afraid_of_partner=true", "--lang", language)

    for arguments in (
        ("plan", *SENSITIVE, "--json"),
        ("plan", *about),
        ("plan", *about, "--json"),
        ("slip", *about, "--format", "txt", "--both", "--out", "-"),
        ("slip", *about, "--format", "txt", "--paper", "letter", "--out", "-"),
        ("find", "quincunx", "house", "--lang", language, "--json"),
        ("find", "oubliette", "--lang", language),
    ):
        result = CliRunner().invoke(main, [str(argument) for argument in arguments])
        assert result.exit_code == 0, result.output
        found = [] if arguments[0] == "find" and "--json" not in arguments else told(result.output)
        assert found == [], arguments


def test_a_plan_sends_nobody_to_a_place_that_is_not_named(catalogue):
    plan = make_plan(catalogue, SENSITIVE, {}, now=NOW, here=Here(44.6625, -63.5905))

    for step in plan.steps:
        service = catalogue.services[step.service] if step.service else None
        assert service is None or not service.discreet or step.location is None
    assert QUIET_ROOM[-1] not in json.dumps([visit.location for visit in plan.visits])
