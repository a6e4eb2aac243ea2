"""Every fault an editor can make in the sources is found, at its file and line, with what to do."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.check import check
from kiosk.catalogue.faults import Fault
from kiosk.languages import Messages
from kiosk.languages.terminal import terminal_words

Edit = Callable[[str, str, str], Path]

ON = date(2026, 11, 25)
ALL = "services/all.yaml"
DEATH = "bundles/death.yaml"

# file, what stands there, what is written instead, a text on the line to name, words of the fault
FAULTS = {
    # typing mistakes
    "not YAML": ("phones.yaml", "  - id: crisis", "  - id: [crisis", "number: 1-888", "not YAML"),
    "unknown field": (ALL, "    discreet: true", "    discrete: true", "discrete", "did you mean `discreet`?"),
    "missing field": (ALL, "    number: 5\n", "", "id: pension", "`number:` is missing"),
    "a word for a number": (ALL, "number: 5", "number: five", "number: five", "a whole number, got text"),
    "a number for a word": (ALL, "phones: [crisis]", "phones: [211]", "phones: [211]", "put it in quotes"),
    "a level that does not exist": (DEATH, "level: may", "level: maybe", "level: maybe", "`level` is not right"),
    "a field twice": (ALL, "number: 5", "number: 5\n    number: 6", "number: 6", "written twice"),
    "a list for a name": ("anchors.yaml", "anchors:", "ankers:", "ankers:", "is not expected here"),
    # names that lead nowhere, or twice to something
    "unknown organization": (ALL, "organization: registry", "organization: regstry", "regstry", "no organization"),
    "unknown phone": (ALL, "phones: [crisis]", "phones: [crysis]", "crysis", "there is no phone `crysis`"),
    "unknown location": ("locations.yaml", "counters: [main-street]", "counters: [main]", "counters", "no location"),
    "unknown group": (ALL, '"group:counters"', '"group:desks"', "group:desks", "no group of places `desks`"),
    "unknown document": (ALL, "produces: [death-certificate]", "produces: [paper]", "produces", "no document `paper`"),
    "unknown term": (ALL, "terms: [death-papers]", "terms: [deaths]", "terms: [deaths]", "no term `deaths`"),
    "unknown service": (DEATH, "service: pension", "service: pensions", "service: pensions", "no service `pensions`"),
    "unknown paper of a step": (DEATH, "papers: []", "papers: [purse]", "papers: [purse]", "no document `purse`"),
    "a paper of a step twice": (DEATH, "papers: []", "papers: [will, will]", "papers: [will", "in this list twice"),
    "no French in what to say": (DEATH, "say: {en: I am alone., fr: Je vis seul.}", "say: {en: X}", "say:", "no fr"),
    "unknown step": (DEATH, "after: [paper]", "after: [papers]", "after: [papers]", "no step `papers`"),
    "unknown anchor": (DEATH, "anchor: death", "anchor: deth", "anchor: deth", "no anchor `deth`"),
    "unknown fact": (ALL, "fact: income", "fact: incomes", "fact: incomes", "there is no fact `incomes`"),
    "unknown fact asked": (DEATH, "[needs]", "[need]", "optional_questions", "there is no fact `need`"),
    "unknown bundle behind a door": ("doors.yaml", "bundles: [death]", "bundles: [dead]", "dead", "no bundle `dead`"),
    "a second service of one id": (
        ALL,
        "id: pension\n",
        "id: certificate\n",
        "id: certificate\n    number: 5",
        "another service",
    ),
    "a number used twice": (ALL, "number: 5", "number: 2", "number: 2\n    name: {en: Surv", "never reuse"),
    "a retired number": ("catalogue.yaml", "version: 7", "version: 7\nretired_services: [5]", ALL, "now retired"),
    "a step number used twice": (DEATH, "number: 9", "number: 4", "number: 4\n    title: {en: Ask", "already used"),
    "a host that is nobody": ("deliveries.yaml", "host: registry", "host: x", "host: x", "no organization `x`"),
    "another's place with no word on how": (
        "locations.yaml",
        "organization: registry",
        "organization: pension",
        ALL,
        "nothing says how `registry` gives this service at the places of `pension`",
    ),
    "an agent of nobody": ("deliveries.yaml", "integrated_agency", "agent", "structure: agent", "whose service it is"),
    "a partnership without a lead": ("deliveries.yaml", "integrated_agency", "shared", "shared", "needs a `lead:`"),
    "a lead of no partnership": (
        "deliveries.yaml",
        "verified: true",
        "verified: true\n    lead: pension",
        "lead: pension",
        "only a shared delivery has a `lead:`",
    ),
    "a partner of nobody": (DEATH, "parties: [registry, pension]", "parties: [x]", "parties: [x]", "no organization"),
    # circles
    "services in a circle": (
        ALL,
        "    produces: [death-certificate]",
        "    depends_on: [{service: pension, kind: must}]",
        "depends_on: [{service: pension",
        "certificate → pension → certificate",
    ),
    "steps in a circle": (
        DEATH,
        "    note: {en: Order two",
        "    after: [money]\n    note: {en: Order two",
        "after: [money]",
        "paper → money → paper",
    ),
    "papers that count as each other": (
        "documents.yaml",
        "    form: copy",
        "    satisfied_by: [death-certificate]",
        "satisfied_by: [will]",
        "count as each other",
    ),
    # conditions
    "an impossible choice": (ALL, "op: eq, value: partner", "op: eq, value: friend", "friend", "no choice 'friend'"),
    "an impossible truth": (DEATH, "op: eq, value: true", "op: eq, value: yes", "value: yes", "true or false, never"),
    "a comparison that does not exist": (ALL, "op: lt,", "op: less,", "op: less", "`less` is no comparison"),
    "a choice compared as a number": (
        ALL,
        "{fact: relation, op: eq, value: partner}",
        "{fact: relation, op: lt, value: partner}",
        "op: lt, value: partner",
        "compares numbers and days",
    ),
    "neither one comparison nor one list": (
        DEATH,
        "        - none_of:\n",
        "        - fact: age\n          none_of:\n",
        "- fact: age",
        "a condition is one of",
    ),
    "a step no answers can reach": (
        DEATH,
        "        - {fact: age, op: gte, value: 35}",
        "        - {fact: age, op: gte, value: 35}\n        - {fact: age, op: lt, value: 35}",
        "    when:\n      all_of:\n        - {fact: relation",
        "no answers can reach step `money`",
    ),
    "a step beyond the oldest age": (DEATH, "value: 35", "value: 121", "    when:", "no answers can reach step"),
    "a service for nobody": (
        ALL,
        "op: lt, value: 65",
        "op: lt, value: 0",
        "eligibility:\n      all_of:\n        - {fact: re",
        "no answers can satisfy",
    ),
    "a fact used but not asked": (
        DEATH,
        "assumed_facts: [is_executor]",
        "assumed_facts: []",
        "    when:\n      all_of:\n        - {fact: relation",
        "neither asks nor assumes",
    ),
    "a question asked in vain": (
        DEATH,
        "optional_questions: [needs]",
        "optional_questions: [needs, income]",
        "optional_questions",
        "`income` is asked, but no step",
    ),
    # languages
    "no French": (
        DEATH,
        "title: {en: Tell the family, fr: Prévenir la famille}",
        "title: {en: Tell}",
        "title: {en: Tell}",
        "`title` has no fr",
    ),
    "no English": (ALL, "{en: paid monthly, fr: payée", "{fr: payée", "payée", "`amounts` has no en"),
    "an empty text": ("anchors.yaml", "{en: Every year,", '{en: "",', "Chaque année", "`label` has no en"),
    "no French in a note": (
        ALL,
        "{en: usually close family, fr: en général la famille proche}",
        "{en: usually}",
        "usually",
        "`note` has no fr",
    ),
    "no French words": (
        ALL,
        "words: {en: [widow], fr: [veuve]}",
        "words: {en: [widow]}",
        "words: {en: [widow]}",
        "no everyday words in fr",
    ),
    # what is missing
    "no fitness": (ALL, "    fitness: mediated\n", "", "id: pension", "self_service"),
    "no reason for a question": (
        "facts.yaml",
        "    why: {en: Partners get more., fr: Les conjoints ont d’autres droits.}\n",
        "",
        "fact: relation",
        "why it is asked",
    ),
    "no steward": (DEATH, "steward: registry\n", "", "id: death", "no `steward:`"),
    "no title": (DEATH, "    title: {en: Tell the family, fr: Prévenir la famille}\n", "", "id: tell", "no `title:`"),
    # dates
    "a review that is due": (DEATH, "2027-03-31", "2026-11-24", "review_date", "the review was due on 2026-11-24"),
    "an agreement that ended": (DEATH, "2027-12-31", "2026-06-30", "ends:", "the agreement ended on 2026-06-30"),
    "hours known until a day now past": (
        "locations.yaml",
        '{byday: 1TU, freq: MONTHLY, hours: "10:00-14:00", dtstart: 2026-01-06, until: 2026-12-31}\n'
        '      - {byday: MO, hours: "22:00-02:00", valid_from: 2026-01-01, valid_to: 2026-12-31}',
        '{byday: MO, hours: "22:00-02:00", valid_to: 2026-01-31}',
        "valid_to",
        "known only until",
    ),
    "a fact from the future": (ALL, "as_of: 2025,", "as_of: 2027,", "as_of: 2027", "after 2026-11-25"),
    "a date that is none": (ALL, "as_of: 2025,", "as_of: last year,", "last year", "not a year, a month or a day"),
    "an offset of weeks and words": (
        DEATH,
        "offset: P2W",
        "offset: 2 weeks",
        "offset: 2 weeks",
        "`2 weeks` is no offset",
    ),
    "an offset of nothing": (DEATH, "offset: P2W", "offset: P", "offset: P", "is no offset"),
    "a 31 February": (DEATH, "offset: P2W", "offset: --02-31", "--02-31", "is no offset"),
    # ways to reach a service
    "no channel": (ALL, "channels: [phone, mail]", "channels: []", "channels: []", "no channel"),
    "a channel that does not exist": (ALL, "channels: [phone, mail]", "channels: [pigeon]", "pigeon", "not right"),
    "a phone channel without a phone": (ALL, "    phones: [crisis]\n", "", "channels: [phone, mail]", "needs a number"),
    "no telephone number": (
        "phones.yaml",
        "number: 1-888-555-0199",
        "number: 555-0199",
        "555-0199",
        "no telephone number",
    ),
    "no postal code": ("locations.yaml", "B3J 3N8", "B3J3N8", "B3J3N8", "no postal code"),
    "no web address": (
        ALL,
        '"https://registry.example/fr/deces"',
        "registry.example",
        "fr: registry.example",
        "no web address",
    ),
    "a place in the Atlantic": (
        "locations.yaml",
        "longitude: -63.57",
        "longitude: 63.57",
        "latitude: 44.64",
        "not in Canada",
    ),
    "half a position": (
        "locations.yaml",
        "    longitude: -63.57\n",
        "",
        "latitude: 44.64",
        "both latitude and longitude",
    ),
    "a secret address": (
        "locations.yaml",
        "organization: pension",
        "organization: refuge",
        "organization: refuge",
        "keeps its address secret",
    ),
    "hours that overlap": ("locations.yaml", "13:00-16:30", "11:00-16:30", "opening_hours", "overlaps"),
    "hours in words": ("phones.yaml", "hours: 24/7", "hours: day and night", "day and night", "is not opening hours"),
    "holidays of nowhere": (
        "locations.yaml",
        "observes: federal",
        "observes: mars",
        "schedule:",
        "no set of public holidays",
    ),
    "an area that does not exist": (ALL, "service_area: CA", "service_area: PEI", "PEI", "is no area"),
    "a language without a name": (
        ALL,
        "languages: [en]",
        "languages: [xx]",
        "languages: [xx]",
        "`xx` is not a language",
    ),
    # what is drawn
    "no such theme": (DEATH, "theme: bereavement", "theme: gloom", "theme: gloom", "`gloom` is no theme"),
    "no such icon": (DEATH, "icon: candle", "icon: raven", "icon: raven", "no icon raven.svg"),
    "a door to nowhere": ("doors.yaml", ", services: [pension]", "", "id: help", "leads nowhere"),
    "a gap between two bands": ("facts.yaml", "min: 21", "min: 25", "min: 25", "must begin at 21"),
    "an answer that is none": (
        "facts.yaml",
        "said: {partner:",
        "said: {friend:",
        "said: {friend:",
        "`friend` is no answer",
    ),
    "a default that is none": ("facts.yaml", "default: false", "default: maybe", "default: maybe", "is no answer"),
}


@pytest.fixture(scope="module")
def french() -> Messages:
    return terminal_words("fr")


def is_told_in_both(fault: Fault, french: Messages) -> bool:
    """Whether its sentence is French in French, and its line the English one in English."""
    english = terminal_words("en")
    return fault.what.said(french) != fault.message and fault.said(english) == str(fault)


@pytest.mark.parametrize("claim", FAULTS)
def test_an_editorial_fault_is_found_where_it_stands(edited: Edit, french: Messages, claim: str) -> None:
    file, old, new, at, says = FAULTS[claim]

    folder = edited(file, old, new)
    faults = check(folder, ON).faults

    found = [fault for fault in faults if says in fault.message]
    assert found, [str(fault) for fault in faults]
    assert all(is_told_in_both(fault, french) for fault in faults)
    if at.endswith(".yaml"):
        assert found[0].place.file.endswith(at)
        return
    assert found[0].place.file.endswith(file)
    assert found[0].place.line == line_of(at, folder / file)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("facts.yaml", "en: How old are you?", "en: " + "very " * 16 + "old?", "17 words in one question"),
        ("facts.yaml", "en: Papers", "en: Papers of every kind and more", "6 words on one choice"),
        ("anchors.yaml", "fr: Date du décès", 'fr: "Date : décès"', "no-break space"),
        ("anchors.yaml", "en: Every year", "en: Ev'ry year", "apostrophe"),
        ("doors.yaml", "bundles: [death]", "services: [pension]", "no door opens `death`"),
        (DEATH, "value: 35", "value: 70", "can never get `pension`"),
    ],
)
def test_what_reads_badly_is_a_warning_and_passes(
    edited: Edit, french: Messages, file: str, old: str, new: str, says: str
) -> None:
    report = check(edited(file, old, new), ON)

    assert report.passes
    assert all(is_told_in_both(warning, french) for warning in report.warnings)
    assert any(says in warning.message for warning in report.warnings), report.warnings


def test_sources_without_a_fault_pass(tiny: Path) -> None:
    report = check(tiny, ON)

    assert report.faults == ()
    assert report.warnings == ()


def test_all_faults_are_told_at_once(edited: Edit) -> None:
    edited("phones.yaml", "number: 1-888-555-0199", "number: 555-0199")
    edited(DEATH, "icon: candle", "icon: raven")
    edited("doors.yaml", "theme: safety", "theme: gloom")
    folder = edited(ALL, "    discreet: true", "    discrete: true\n    number_fr: 5")

    blamed = [fault.message.split("`")[1] for fault in check(folder, ON).faults if "`" in fault.message]

    assert blamed == ["gloom", "555-0199", "discrete", "number_fr"]


def test_papers_that_lead_back_to_each_other_are_found(edited: Edit) -> None:
    edited("documents.yaml", "    satisfied_by: [will]\n", "")
    folder = edited(ALL, "{document: proof-of-death, need: must}", "{document: death-certificate, need: must}")

    (fault,) = check(folder, ON).faults

    assert fault.place.file.endswith("documents.yaml")
    assert "`death-certificate` can never be had" in fault.message


def test_a_paper_that_another_can_stand_in_for_is_no_circle(edited: Edit) -> None:
    folder = edited(ALL, "{document: proof-of-death, need: must}", "{document: death-certificate, need: must}")

    assert check(folder, ON).passes


def test_an_entry_that_cannot_be_read_is_not_blamed_on_those_that_name_it(edited: Edit) -> None:
    faults = check(edited(ALL, "number: 5", "number: five"), ON).faults

    assert [fault.message for fault in faults] == ["`number` is not right: expected a whole number, got text"]


def test_the_catalogue_of_nova_scotia_has_no_fault_on_its_own_day() -> None:
    sources = Path(__file__).parents[2] / "assets" / "catalogue"

    assert [str(fault) for fault in check(sources, ON).faults] == []


def line_of(text: str, file: Path) -> int:
    """The line on which `text` begins, counted from 1."""
    return file.read_text(encoding="utf-8").partition(text)[0].count("\n") + 1
