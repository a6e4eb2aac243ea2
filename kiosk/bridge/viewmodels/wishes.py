"""What a person can wish of their slip, and how the page that asks tells it."""

from dataclasses import dataclass

from kiosk.bridge.slip_desk import Ready
from kiosk.catalogue.model import Catalogue
from kiosk.languages import Messages
from kiosk.languages.known import tongue_of
from kiosk.referral.composing import Choices
from kiosk.referral.slip.content import Paper
from kiosk.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person touched: large letters, which language (an index of the choices shown), a plain cover.

    Where they touched no language, it is the one they read.
    """

    large: bool = False
    language: int | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says."""

    slip_detail: str = ""
    large_detail: str = ""
    language_names: tuple[str, ...] = ()
    cover_names: tuple[str, ...] = ()
    cover_note: str = ""
    code_use: str = ""
    short_code: str = ""
    problem: str = ""


def print_languages(visit: Visit, languages: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What a slip can be printed in: each office language of the site, then both, the language shown first.

    For whoever reads another language, theirs beside each of them.
    """
    offered = [language for language in languages if tongue_of(language).office]
    if not tongue_of(visit.language).office:
        return tuple((visit.language, language) for language in offered)
    both = tuple(sorted(offered, key=lambda language: language != visit.language))
    return (*((language,) for language in offered), *((both,) if len(offered) > 1 else ()))


def chosen_language(visit: Visit, languages: tuple[str, ...], wish: Wish) -> int:
    """Which of the choices shown; the last one where another language has fewer of them."""
    offered, own = print_languages(visit, languages), (visit.language,)
    if wish.language is None:
        return offered.index(own) if own in offered else 0
    return min(wish.language, len(offered) - 1)


def choices_of(visit: Visit, languages: tuple[str, ...], wish: Wish, paper: Paper) -> Choices:
    """The slip wished for, on the printer's paper."""
    return Choices(
        languages=print_languages(visit, languages)[chosen_language(visit, languages, wish)],
        paper=paper,
        large=wish.large,
        plain_cover=wish.plain,
        places=visit.places,
    )


def shown(
    messages: Messages,
    catalogue: Catalogue,
    visit: Visit,
    languages: tuple[str, ...],
    paper: Paper,
    ready: Ready | None,
    *,
    failed: bool = False,
) -> Shown:
    """What the page says, but for the printer; `ready` is None while the slip is being made, and when that `failed`."""
    sheets = not paper.is_receipt
    names = [_named(messages, each) for each in print_languages(visit, languages)]
    sensitive = catalogue.is_sensitive(visit.bundles)
    page = ready is not None and ready.prepared.says.startswith("https:")
    return Shown(
        slip_detail=messages.gettext("On ordinary sheets") if sheets else messages.gettext("Small, fits a pocket"),
        large_detail=messages.gettext("More pages, easy to read")
        if sheets
        else messages.gettext("A longer slip, easy to read"),
        language_names=tuple(names) if len(names) > 1 else (),
        cover_names=() if sensitive else (messages.gettext("Show the topic"), messages.gettext("Plain: “My list”")),
        cover_note=messages.gettext("The slip says “My list”. Your topic is not on it.") if sensitive else "",
        code_use=messages.gettext(
            "Open the camera of your phone and hold it to this square. Touch the link: your plan opens as a page."
        )
        if page
        else messages.gettext(
            "Open the camera of your phone and hold it to this square. Your plan comes up as text. No network needed."
        ),
        short_code=ready.prepared.slip.code if ready else "",
        problem=_problem(messages, ready, failed=failed),
    )


def _problem(messages: Messages, ready: Ready | None, *, failed: bool) -> str:
    if failed:
        return messages.gettext("Ask staff: they see the same plan.")
    if ready is not None and not ready.prepared.qr:
        return messages.gettext("There is no code today. The paper slip has all your steps; or ask staff.")
    return ""


def _named(messages: Messages, languages: tuple[str, ...]) -> str:
    """`English`, `Both`, or « العربية + English »: each language as its own speakers write it."""
    if len(languages) > 1 and tongue_of(languages[0]).office:
        return messages.pgettext("languages", "Both")
    return " + ".join(tongue_of(language).own_name for language in languages)
