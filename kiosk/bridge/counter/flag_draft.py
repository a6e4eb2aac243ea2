"""What is being reported on the page of an error: of which service, what of it, and what was typed; pure values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.catalogue.doubts import hides_places
from kiosk.catalogue.hours import Jurisdiction
from kiosk.catalogue.model import Catalogue, LocationId, PhoneId, Service, ServiceId
from kiosk.counter.corrections import typed
from kiosk.counter.corrections.facts import is_lifeline
from kiosk.counter.corrections.values import About, Field, FlagId, Saying, Subject, Value
from kiosk.planning.places import Places


@dataclass(frozen=True, slots=True)
class FlagDraft:
    """What is being reported. `what` is wrong with `target`; `texts` are the lines typed, by slot; `answers` is the
    flag that a correction will answer.
    """

    query: str = ""
    service: ServiceId | None = None
    what: Field | None = None
    target: Subject | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    urgent: bool = False
    citizens: bool = False
    answers: FlagId | None = None

    def text(self, slot: str) -> str:
        """What is in a line."""
        return self.texts.get(slot, "")


class FlagForm(StrEnum):
    """What is typed: words that say how it should be, or the value itself, for whoever may correct it."""

    WORDS = "words"
    NUMBER = "number"
    HOURS = "hours"
    ADDRESS = "address"
    PAGE = "page"
    DAY = "day"
    NOTE = "note"


_FORM_OF: Mapping[Field, FlagForm] = {
    Field.PHONE: FlagForm.NUMBER,
    Field.HOURS: FlagForm.HOURS,
    Field.ADDRESS: FlagForm.ADDRESS,
    Field.WEB: FlagForm.PAGE,
    Field.CLOSED: FlagForm.DAY,
    Field.OTHER: FlagForm.NOTE,
}
_TAKES: Mapping[FlagForm, tuple[About, ...]] = {
    FlagForm.NUMBER: (About.NUMBER,),
    FlagForm.HOURS: (About.PLACE, About.NUMBER),
    FlagForm.ADDRESS: (About.PLACE,),
    FlagForm.PAGE: (About.SERVICE,),
    FlagForm.DAY: (About.SERVICE, About.PLACE),
    FlagForm.NOTE: (About.SERVICE, About.PLACE),
}


def targets_of(catalogue: Catalogue, service: Service, field: Field, near: Places) -> tuple[Subject, ...]:
    """What `field` may be about: its numbers, or its places from the nearest on; else the service as a whole."""
    whole = Subject(About.SERVICE, service.id)
    secret = hides_places(service)
    places = () if secret else tuple(sorted(service.locations, key=near.how_far))
    at = [Subject(About.PLACE, place, service.id) for place in places]
    phones = dict.fromkeys((*service.phones, *(p for place in places for p in catalogue.locations[place].phones)))
    lines = [Subject(About.NUMBER, phone, service.id) for phone in phones]
    match field:
        case Field.PHONE:
            return tuple(lines) or (whole,)
        case Field.HOURS:
            return (*at, *lines) or (whole,)
        case Field.ADDRESS:
            return tuple(at) or (whole,)
        case Field.CLOSED:
            return (whole, *at)
        case _:
            return (whole,)


def form_of(draft: FlagDraft, may_correct: bool) -> FlagForm:
    """What is typed: the value itself where somebody may correct it, else words."""
    what, target = draft.what, draft.target
    form = _FORM_OF.get(what) if what else None
    if form is None or target is None or not may_correct or target.about not in _TAKES[form]:
        return FlagForm.WORDS
    return FlagForm.WORDS if is_lifeline(target) and form is not FlagForm.NOTE else form


def saying_of(draft: FlagDraft, form: FlagForm) -> Saying:
    """What it should say, for the steward: words as typed, a value in one line. Raises `WordsRefusedError`."""
    if form in (FlagForm.WORDS, FlagForm.NOTE):
        return typed.saying(draft.text("en"), draft.text("fr"))
    return typed.saying("; ".join(filter(None, (text.strip() for text in draft.texts.values()))))


def value_of(draft: FlagDraft, form: FlagForm, catalogue: Catalogue, today: date) -> Value:
    """What is to stand in place of what stands there. Raises a `KioskError` that says what is wrong with it."""
    match form:
        case FlagForm.NUMBER:
            return typed.number_value(draft.text("number"), draft.text("number_fr"))
        case FlagForm.HOURS:
            return typed.hours_value(draft.text("hours"), _observed(catalogue, draft.target))
        case FlagForm.ADDRESS:
            return typed.address_value(draft.text("street"), draft.text("city"), draft.text("postal"))
        case FlagForm.PAGE:
            return typed.web_value(draft.text("page_en"), draft.text("page_fr"))
        case FlagForm.DAY:
            return typed.closed_value(draft.text("until"), today)
        case FlagForm.WORDS | FlagForm.NOTE:
            return typed.note_value(draft.text("en"), draft.text("fr"), citizens=draft.citizens)


def _observed(catalogue: Catalogue, target: Subject | None) -> Jurisdiction:
    """Whose holidays the place or the number keeps."""
    if target is not None and target.about is About.PLACE:
        return catalogue.locations[LocationId(target.id)].schedule.observes
    if target is not None and target.about is About.NUMBER:
        return catalogue.phones[PhoneId(target.id)].schedule.observes
    return Jurisdiction.NONE
