"""What a catalogue holds, and what is doubtful or wrong in it, in words."""

from collections import Counter
from collections.abc import Sequence

from kiosk.catalogue.doubts import Doubt, DoubtOn
from kiosk.catalogue.model import Catalogue
from kiosk.languages import Messages
from kiosk.languages.formats import with_count


def holdings(messages: Messages, catalogue: Catalogue) -> str:
    """How many of each kind of thing are in it."""
    ngettext = messages.ngettext
    steps = sum(len(bundle.steps) for bundle in catalogue.bundles.values())
    bundles = messages.gettext("{bundles} with {steps}").format(
        bundles=with_count(messages, ngettext("{count} bundle", "{count} bundles", n := len(catalogue.bundles)), n),
        steps=with_count(messages, ngettext("{count} step", "{count} steps", steps), steps),
    )
    kinds = (
        with_count(messages, ngettext("{count} service", "{count} services", n := len(catalogue.services)), n),
        with_count(
            messages, ngettext("{count} organization", "{count} organizations", n := len(catalogue.organizations)), n
        ),
        with_count(messages, ngettext("{count} location", "{count} locations", n := len(catalogue.locations)), n),
        with_count(messages, ngettext("{count} number", "{count} numbers", n := len(catalogue.phones)), n),
        bundles,
        with_count(messages, ngettext("{count} fact", "{count} facts", n := len(catalogue.facts)), n),
        with_count(messages, ngettext("{count} document", "{count} documents", n := len(catalogue.documents)), n),
    )
    return ", ".join(kinds)


def doubts_found(messages: Messages, found: Sequence[Doubt]) -> str:
    """How much in it is to be verified."""
    ngettext, on = messages.ngettext, Counter(doubt.on for doubt in found)
    return messages.gettext("to verify: {numbers}, {addresses} and {points}").format(
        numbers=with_count(messages, ngettext("{count} number", "{count} numbers", n := on[DoubtOn.NUMBER]), n),
        addresses=with_count(messages, ngettext("{count} address", "{count} addresses", n := on[DoubtOn.ADDRESS]), n),
        points=with_count(
            messages, ngettext("{count} point of services", "{count} points of services", n := on[DoubtOn.SERVICE]), n
        ),
    )


def faults_found(messages: Messages, faults: int, warnings: int) -> str:
    """How much in its sources is wrong or strange."""
    ngettext = messages.ngettext
    return ", ".join(
        (
            with_count(messages, ngettext("{count} fault", "{count} faults", faults), faults),
            with_count(messages, ngettext("{count} warning", "{count} warnings", warnings), warnings),
        )
    )
