"""What is said of a slip that staff hand over, of a plan sent to a kiosk, and to 211 with the person beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.bridge.slip_printing import Progress
from kiosk.catalogue.model import Catalogue, PhoneId
from kiosk.config import Site
from kiosk.counter.calling.calls import Shown
from kiosk.counter.calling.lines import language_name
from kiosk.languages import Messages
from kiosk.languages.formats import listing
from kiosk.languages.known import tongue_of
from kiosk.planning.plan import Plan
from kiosk.visit.visit import Visit

_LINE = PhoneId("211")
_NUMBER = "211"
_FEW = 3


@dataclass(frozen=True, slots=True)
class News:
    """`tone` is calm, good, warn or bad, and `symbol` an icon of assets/icons."""

    text: str = ""
    tone: str = "calm"
    symbol: str = ""


def in_languages(person: str, office: str) -> tuple[str, ...]:
    """What a slip is in: the person's language, and the office's beside it where it is another."""
    return (person,) if person == office else (person, office)


def print_words(messages: Messages, languages: Sequence[str]) -> str:
    """`Print in French and English`."""
    names = [language_name(messages, language) for language in languages]
    if len(names) == 1:
        return messages.gettext("Print in {language}").format(language=names[0])
    return messages.gettext("Print in {language} and {office}").format(language=names[0], office=names[1])


def slip_news(messages: Messages, progress: Progress, *, failed: bool, making: bool, changed: bool) -> News:
    """What becomes of the slip, and what staff can do about it; empty before there is one."""
    gettext = messages.gettext
    if failed:
        return News(gettext("The slip could not be made. Try again, or call 211 together."), "bad", "alert-circle")
    if changed:
        return News(gettext("The plan has changed since it was printed. Print it again."), "warn", "refresh")
    if making:
        return News(gettext("The slip is being made."), "calm", "hourglass")
    match progress:
        case Progress.NONE:
            return News()
        case Progress.SENDING | Progress.PRINTING:
            return News(gettext("The slip is printing."), "calm", "printer")
        case Progress.PRINTED:
            return News(gettext("The slip is printed."), "good", "circle-check")
        case Progress.PAPER_OUT:
            return News(gettext("No paper. Put some in: it goes on by itself."), "warn", "printer-off")
        case Progress.OFFLINE:
            return News(
                gettext("The printer does not answer. Look at its cable and its switch."), "warn", "printer-off"
            )
        case Progress.STOPPED:
            return News(gettext("The printer has stopped. Start it again, or show the code."), "warn", "printer-off")
        case _:
            return News(gettext("The slip could not be printed. Show the code."), "bad", "printer-off")


def code_use(messages: Messages, *, opens_page: bool) -> str:
    """What the person does with the code."""
    if opens_page:
        return messages.gettext("Hold the phone’s camera to this square and touch the link: the plan opens as a page.")
    return messages.gettext("Hold the phone’s camera to this square: the plan comes up as text. No network is needed.")


def kiosk_news(messages: Messages, became: Shown | None, kiosk: int) -> News:
    """What a kiosk did with the plan; None while it has not answered."""
    gettext = messages.gettext
    match became:
        case None:
            return News(gettext("Kiosk {number} is being asked.").format(number=kiosk), "calm", "hourglass")
        case Shown.SHOWN:
            return News(gettext("Kiosk {number} shows the plan.").format(number=kiosk), "good", "circle-check")
        case Shown.IN_USE:
            return kiosk_trouble(messages, "kiosk_in_use", kiosk)
        case Shown.CLOSED:
            return kiosk_trouble(messages, "kiosk_closed", kiosk)
        case Shown.CANNOT:
            return News(gettext("Kiosk {number} cannot read this plan.").format(number=kiosk), "warn", "alert-circle")


def kiosk_trouble(messages: Messages, code: str, kiosk: int) -> News:
    """Why a kiosk does not show the plan, by the error's code."""
    gettext = messages.gettext
    match code:
        case "kiosk_in_use":
            text = gettext("Somebody is at kiosk {number}. Nothing is shown over their visit.")
        case "kiosk_closed":
            text = gettext("Kiosk {number} is closed.")
        case _:
            text = gettext("Kiosk {number} does not answer.")
    return News(text.format(number=kiosk), "warn", "alert-circle")


def number_of_211(messages: Messages, catalogue: Catalogue) -> str:
    """The number to call."""
    line = catalogue.phones.get(_LINE)
    return line.number_in(messages.language) if line else _NUMBER


def what_to_say(messages: Messages, catalogue: Catalogue, site: Site, visit: Visit, plan: Plan) -> tuple[str, ...]:
    """What to say to 211, sentence by sentence; never who the person is, and no sensitive topic."""
    gettext = messages.gettext
    hello = gettext("“Hello. I call from {centre}, with a person beside me.”")
    said = [hello.format(centre=site.name.in_language(messages.language))]
    if visit.language and not tongue_of(visit.language).office:
        speaks = gettext("“They speak {language}. Can you add an interpreter to the call?”")
        said.append(speaks.format(language=language_name(messages, visit.language)))
    sensitive = catalogue.is_sensitive(visit.bundles)
    steps = [] if sensitive else [step.title.to(messages.language) for step in plan.to_do()[:_FEW]]
    if steps:
        found = gettext("“We have found this already: {steps}.”")
        said.append(found.format(steps=listing(messages, steps)))
    said.append(gettext("“They agree that I stay on the line. What else is there for them?”"))
    said.append(
        gettext("Give the phone to the person, or put it on the loudspeaker. Stay until they know what to do next.")
    )
    return tuple(said)
