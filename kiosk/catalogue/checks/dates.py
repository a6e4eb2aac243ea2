"""Dates that are past, badly written, or in the wrong order."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kiosk.catalogue.faults import Fault
from kiosk.catalogue.offsets import FINAL_RETURN, is_offset
from kiosk.catalogue.sources import Entry, Sources
from kiosk.catalogue.sources.files import Step
from kiosk.catalogue.sources.shapes import AsOf, BundleShape, LocationShape, PhoneShape, RuleShape, TimingShape
from kiosk.languages.sentences import sentence

_FORMS = "P30D, -P12W, PT48H, --04-30, 10-01/03-31, -P3M/-P1D"
_STEP_KINDS = ("deadline", "recommended", "window", "earliest")


def date_faults(sources: Sources, on: date) -> Iterator[Fault]:
    """Everything wrong with dates and offsets, seen from the day `on`."""
    for service in sources.services:
        for index, timing in enumerate(service.value.deadlines):
            yield from _offset(service, timing, "deadlines", index)
            if timing.offset is None and not timing.text:
                yield service.fault(sentence("this says no date: add `offset:` or `text:`"), "deadlines", index)
        yield from _as_of(service, service.value.source.as_of, on, "source", "as_of")
        for index, cost in enumerate(service.value.cost_options):
            yield from _as_of(service, cost.as_of, on, "cost_options", index, "as_of")
    for bundle in sources.bundles:
        yield from _of_bundle(bundle, on)
    for location in sources.locations:
        yield from _as_of(location, location.value.source.as_of, on, "source", "as_of")
        yield from _rules(location, location.value.schedule, on)
    for phone in sources.phones:
        yield from _as_of(phone, phone.value.source.as_of, on, "source", "as_of")
        yield from _rules(phone, phone.value.schedule, on)
    if sources.edition and sources.edition.value.date > on:
        message = sentence("this day is after {today}: give the date of the newest fact", today=on)
        yield sources.edition.fault(message, "date")


def _of_bundle(entry: Entry[BundleShape], on: date) -> Iterator[Fault]:
    bundle = entry.value
    for index, step in enumerate(bundle.steps):
        if step.timing is None:
            continue
        yield from _offset(entry, step.timing, "steps", index, "timing")
        if step.timing.kind not in _STEP_KINDS:
            message = sentence(
                "a step’s timing is one of {all}, not {kind}", all=", ".join(_STEP_KINDS), kind=step.timing.kind.value
            )
            yield entry.fault(message, "steps", index, "timing", "kind")
        if step.timing.offset is None:
            yield entry.fault(sentence("a step’s timing needs an offset"), "steps", index, "timing")
    if bundle.review_date and bundle.review_date < on:
        message = sentence(
            "the review was due on {day}: review the bundle, then set the next date", day=bundle.review_date
        )
        yield entry.fault(message, "review_date")
    agreement = bundle.agreement
    if agreement and agreement.ends and agreement.ends < on:
        message = sentence("the agreement ended on {day}: renew it, or take it out", day=agreement.ends)
        yield entry.fault(message, "agreement", "ends")
    if agreement and agreement.ends and agreement.ends < agreement.starts:
        yield entry.fault(sentence("the agreement ends before it starts"), "agreement", "ends")


def _offset(entry: Entry[Any], timing: TimingShape, *path: Step) -> Iterator[Fault]:
    if timing.offset is not None and not is_offset(timing.offset):
        message = sentence(
            "`{offset}` is no offset: write it like {forms} or {last}",
            offset=timing.offset,
            forms=_FORMS,
            last=FINAL_RETURN,
        )
        yield entry.fault(message, *path, "offset")


def _as_of(entry: Entry[Any], as_of: AsOf, on: date, *path: Step) -> Iterator[Fault]:
    """A year, a month or a day, not after `on`."""
    text = str(as_of)
    first_day = {4: f"{text}-01-01", 7: f"{text}-01", 10: text}.get(len(text), "")
    try:
        found = date.fromisoformat(first_day)
    except ValueError:
        message = sentence("`{text}` is not a year, a month or a day: write 2026, 2026-11 or 2026-11-25", text=text)
        yield entry.fault(message, *path)
        return
    if found > on:
        message = sentence("`{text}` is after {today}: give the date on which the fact was read", text=text, today=on)
        yield entry.fault(message, *path)


def _rules(entry: Entry[LocationShape] | Entry[PhoneShape], rules: list[RuleShape], on: date) -> Iterator[Fault]:
    for index, rule in enumerate(rules):
        for first, last in (("valid_from", "valid_to"), ("dtstart", "until")):
            begin, end = getattr(rule, first), getattr(rule, last)
            if begin and end and end < begin:
                message = sentence("`{last}` is before `{first}`", last=last, first=first)
                yield entry.fault(message, "schedule", index, last)
    known_until = [rule.valid_to for rule in rules]
    if known_until and all(day is not None and day < on for day in known_until):
        message = sentence(
            "all these hours were known only until a day that is past: find the new ones, or take them out"
        )
        yield entry.fault(message, "schedule", 0, "valid_to")
