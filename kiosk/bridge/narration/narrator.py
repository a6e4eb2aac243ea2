"""Says the window aloud: follows the pages, moves through them passage by passage, and tells what has changed."""

from collections.abc import Callable
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.narration.keys import Command
from kiosk.bridge.narration.place import Place
from kiosk.bridge.narration.pointing import press
from kiosk.bridge.narration.reading import Passage
from kiosk.bridge.narration.speaker import Speaker
from kiosk.bridge.narration.wording import Telling
from kiosk.bridge.session import Session
from kiosk.bridge.viewmodels.comfort import ComfortViewModel
from kiosk.bridge.viewmodels.kiosk import KioskViewModel
from kiosk.bridge.viewmodels.patience import PatienceViewModel
from kiosk.languages import Messages
from kiosk.languages.known import MIKMAW
from kiosk.speech.earcons import Earcon
from kiosk.speech.utterance import Run, Utterance
from kiosk.visit.comfort import Comfort
from kiosk.visit.visit import Page

LOW_VOLUME = 2
"""Where everybody around can hear, speech begins this softly."""

_TO_CHOOSE_FROM = frozenset(
    {Page.ATTRACT, Page.HOME, Page.SITUATIONS, Page.SEARCH, Page.QUESTION, Page.URGENT, Page.TAKE}
)
"""Pages whose first choice is what one wants; on the others one wants to read."""

GREETING = "greeting"
"""Under this name `assets/prompts` may hold a greeting in a language that no screen is in."""
_DANGER = "danger"
"""The urgent door that nothing is said of aloud unless asked."""


class Narrator(QObject):
    """Speaks while the person listens (`Comfort.listening`), and is silent otherwise.

    The ring is where the voice is: on a control, which has the focus, or on words. Whatever is done breaks speech off.
    """

    def __init__(
        self,
        window: QQuickWindow,
        session: Session,
        kiosk: KioskViewModel,
        comfort: ComfortViewModel,
        patience: PatienceViewModel,
        words_of: Callable[[str], Messages],
        speaker: Speaker,
        alone: Callable[[], bool],
    ) -> None:
        """`alone` tells whether a headset is known to be plugged in, so that nobody else hears."""
        super().__init__()
        self._session = session
        self._kiosk = kiosk
        self._comfort = comfort
        self.patience = patience
        self._words_of = words_of
        self._speaker = speaker
        self._alone = alone
        self._wished = Comfort()
        self.place = Place(window, self._follow_focus)
        self._language = ""
        self._arriving = False
        self._whole = False
        self._last: Command | int | None = None
        self._view: QObject | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        session.moved.connect(self._move)
        session.changed.connect(self.look_again)
        comfort.changed.connect(self.follow_wishes)
        patience.changed.connect(self._follow_patience)
        patience.alarmed.connect(self._alarm)
        self._warned = False
        self._exposed = False
        self.by_touch = False

    @property
    def listening(self) -> bool:
        """Whether the window is spoken now."""
        return self._wished.listening

    def begin(self) -> None:
        """Speak from now on."""
        self._comfort.setListening(True)

    def plugged_in(self) -> None:
        """A headset is there: speak, to this person alone."""
        self._exposed = False
        self._comfort.setListening(True)
        self.look_again()

    def unplugged(self) -> None:
        """The headset is gone: fall silent, and ask whether anybody is there."""
        self._speaker.quiet()
        if self.listening and self._session.visit.page is not Page.ATTRACT:
            self._exposed = True
            self.patience.ask()
        else:
            self._comfort.setListening(False)

    def leave(self) -> None:
        """The window goes: hear of nothing more."""
        self._soon.stop()
        self._session.moved.disconnect(self._move)
        self._session.changed.disconnect(self.look_again)
        self._comfort.changed.disconnect(self.follow_wishes)
        self.patience.changed.disconnect(self._follow_patience)
        self.patience.alarmed.disconnect(self._alarm)

    def break_off(self) -> None:
        """Somebody touched something: silence at once."""
        self._speaker.quiet()

    @Slot()
    def look_again(self) -> None:
        """Something may have changed: tell what, once all of it has."""
        if self.listening:
            self._soon.start(0)

    def arrive_again(self) -> None:
        """Something else stands on the screen, over the page or no longer: say it as a page is said."""
        self._arriving = True
        self.look_again()

    def obey(self, asked: Command | int) -> bool:
        """Do what a key asks for; false where the window does it by itself."""
        before, self._last = self._last, asked
        if asked is Command.PAUSE:
            self._speaker.resume() if self._speaker.paused else self._speaker.pause()
            return True
        self._speaker.quiet()
        if self._soon.isActive():
            self._soon.stop()
            self._look()
        match asked:
            case int():
                self._choose(asked)
            case Command.NEXT:
                self.tell(self.place.step(1))
            case Command.PREVIOUS:
                self.tell(self.place.step(-1))
            case Command.FIRST:
                self.tell(self.place.go_to(0))
            case Command.LAST:
                self.tell(self.place.go_to(-1))
            case Command.LOUDER:
                self._turn_volume(self._comfort.louder)
            case Command.SOFTER:
                self._turn_volume(self._comfort.quieter)
            case Command.REPEAT:
                self._speaker.repeat()
            case Command.HELP if before is Command.HELP:
                self._kiosk.openHelp()
            case Command.HELP:
                self._say(self.telling.whereabouts(self.place.reading, self.place.passage))
            case Command.ACTIVATE if (here := self.place.passage) is not None and not here.is_control:
                self.say_words(self._session.messages.gettext("Nothing to choose here. The arrow down goes on."))
            case Command.ACTIVATE | Command.BACK:
                self.look_again()
                return False
        return True

    def answer(self, asked: Command | int) -> bool:
        """While "Are you still there?" stands, go through its answers or give one; false where the key only stays.

        A digit gives an answer at once, but for the one that erases: that is given by Enter on it, and by nothing else.
        """
        self._speaker.quiet()
        self.place.take_stock()
        here = self.place.passage
        answers = [passage for passage in self.place.reading.passages if passage.number]
        at = next((passage.number for passage in answers if here is not None and passage.item is here.item), 0)
        match asked:
            case Command.NEXT:
                self.offer(answers[at % len(answers)])
            case Command.PREVIOUS:
                self.offer(answers[max(at, 1) - 2])
            case Command.REPEAT if at:
                self._speaker.repeat()
            case Command.ACTIVATE if at:
                press(answers[at - 1].item)
            case int() if 0 < asked <= len(answers):
                chosen = answers[asked - 1]
                self.offer(chosen) if chosen.item.property("erases") else press(chosen.item)
            case _:
                return False
        return True

    def offer(self, answer: Passage) -> None:
        """Tell one answer to the question after a long quiet, whose time begins anew."""
        self.patience.choosing()
        self.place.stand_on(answer)
        if answer.item.property("erases"):
            gettext = self._session.messages.gettext
            words = gettext("Touch it again to erase.") if self.by_touch else gettext("Press Enter to erase.")
            self._say(Utterance((*self.telling.of_item(answer), *self.telling.words(words))), Earcon.MOVE)
        else:
            self.tell(answer)

    @property
    def telling(self) -> Telling:
        return Telling(self._session.messages, self._session.site.office_languages[0])

    @Slot()
    def _move(self) -> None:
        self._arriving = True
        self.look_again()

    @Slot()
    def follow_wishes(self) -> None:
        """Begin or fall silent, and tell of another volume or pace; also once after it was made."""
        before, now = self._wished, self._comfort.value
        self._wished = now
        if now.listening and not before.listening:
            if not self._alone():
                self._speak_softly()
            self._greet()
        elif before.listening and not now.listening:
            self._soon.stop()
            self._speaker.forget()
            self._forget()
        elif now.listening and now.volume != before.volume:
            self._say(self.telling.volume(now.volume))
        elif now.listening and now.pace != before.pace:
            self.say_words(self._session.messages.gettext("This is how fast I speak."))
        self.look_again()

    @Slot()
    def _follow_patience(self) -> None:
        warned = bool(self.patience.property("warning"))
        if warned == self._warned:
            return
        self._warned = warned
        self._arriving = not self._warned
        self.look_again()

    @Slot(int)
    def _alarm(self, seconds: int) -> None:
        if not self.listening:
            return
        languages, questions = (self.patience.property(name) for name in ("languages", "questions"))
        tellings = [Telling(self._words_of(language), language) for language in languages]
        asked = zip(questions, tellings, strict=True)
        said = [run for question, telling in asked for run in (*telling.words(question), *telling.seconds(seconds))]
        self._say(Utterance(tuple(said)), Earcon.WARNING)

    def _greet(self) -> None:
        """Speech has just begun."""
        self._arriving = False
        self._take_stock()
        self._land()
        if self._session.visit.page is Page.ATTRACT:
            self._say(Utterance(tuple(self._first_words())))
        else:
            warning = () if self._alone() else self.telling.overheard()
            arrival = self.telling.arrival(self.place.reading, self.place.passage)
            self._say(Utterance((*self.telling.greeting(by_touch=self.by_touch), *warning, *arrival.runs)))

    def _first_words(self) -> list[Run]:
        """On the first screen, language by language: that speech is on where it greets, and how to choose it."""
        choices = [passage for passage in self.place.reading.passages if passage.number]
        named = {passage.languages[0]: passage.number for passage in choices if len(passage.languages) == 1}
        said: list[Run] = []
        for code in dict.fromkeys((*self._session.site.greetings, *named)):
            telling = Telling(self._words_of(code), code)
            if code in self._session.site.greetings:
                said += telling.greeting(by_touch=self.by_touch)
                said += () if self._alone() else telling.overheard()
            if code in named and not self.by_touch:
                said += telling.language_key(named[code])
        # Silent until the people whose language it is have recorded it: see assets/prompts/README.md.
        return [*said, Run(GREETING, MIKMAW)] if MIKMAW in self._session.site.languages else said

    @Slot()
    def _look(self) -> None:
        if not self.listening or self.patience.warning:
            return
        if self._arriving or self._language != self._session.language:
            self._arrive()
            return
        news = self.place.look()
        if news.after is None:
            self._arrive()
            return
        told: list[Utterance] = []
        tell, reading = self.telling, self.place.reading
        if news.before is not None and news.after.is_control and news.after.state != news.before.state:
            told.append(tell.passage(news.after, reading) if self._whole else tell.change(news.before, news.after))
        told += [Utterance(tell.of_item(passage), private=passage.private) for passage in news.fresh]
        if news.before is None:
            told.append(tell.passage(news.after, reading))
        self._whole = False
        self._say(Utterance(tuple(run for one in told for run in one.runs), private=any(one.private for one in told)))

    def _arrive(self) -> None:
        self._arriving = self._whole = False
        self._take_stock()
        self._land()
        first = self._warning() if self._exposed else ()
        if self._hushed():
            words = self._session.messages.gettext("The page is open. The arrow down reads it.")
            self._say(Utterance((*first, *self.telling.words(words))))
        else:
            arrival = self.telling.arrival(self.place.reading, self.place.passage)
            self._say(Utterance((*first, *arrival.runs), arrival.private))

    def _warning(self) -> tuple[Run, ...]:
        """The headset was taken out, and the person is still there: softly from now on, and say that others hear."""
        self._exposed = False
        self._speak_softly()
        return self.telling.overheard()

    def _speak_softly(self) -> None:
        """Lower the volume without a word about it."""
        self._wished = replace(self._wished, volume=min(LOW_VOLUME, self._wished.volume))
        self._comfort.setVolume(self._wished.volume)

    def _take_stock(self) -> None:
        self.place.take_stock()
        self._language = self._session.language
        self._watch_view()

    def _watch_view(self) -> None:
        """Hear of what the page shown learns by itself, such as a slip that has come out."""
        page = self._session.visit.page
        view = self._kiosk.viewOf(page) if page is not Page.ATTRACT else None
        if view is not self._view:
            if self._view is not None and shiboken6.isValid(self._view):
                self._view.changed.disconnect(self.look_again)  # type: ignore[attr-defined]
            self._view = view
            if view is not None:
                view.changed.connect(self.look_again)  # type: ignore[attr-defined]

    def _land(self) -> None:
        visit = self._session.visit
        further = visit.page in (Page.URGENT, Page.TAKE) and visit.here.subject
        self.place.land(choosing=visit.page in _TO_CHOOSE_FROM and not further)

    def tell(self, passage: Passage | None) -> None:
        if passage is not None:
            self._say(self.telling.passage(passage, self.place.reading), Earcon.MOVE)

    def _choose(self, digit: int) -> None:
        passage = self.place.reading.called(digit)
        if passage is None or not passage.enabled:
            gettext = self._session.messages.gettext
            words = gettext("There is no choice {number} here.").format(number=digit)
            self._say(Utterance(self.telling.words(words)), Earcon.ERROR)
            return
        if not self.place.reading.digits:
            self.place.stand_on(passage)
        self._whole = True
        press(passage.item)
        self.look_again()

    def _turn_volume(self, turn: Callable[[], None]) -> None:
        before = self._comfort.value.volume
        turn()
        if self._comfort.value.volume == before:
            self._say(self.telling.volume(before))

    def _follow_focus(self, passage: Passage) -> None:
        if self.listening and not self._arriving:
            self.tell(passage)

    def _hushed(self) -> bool:
        """Whether what the page is about is nobody else's business, and others can hear."""
        if self._alone() or not self._kiosk.discreet:
            return False
        here = self._session.visit.here
        return here.page is not Page.URGENT or here.subject == _DANGER

    def _forget(self) -> None:
        self.place.forget()
        self._last = None

    def say_words(self, *sentences: str) -> None:
        self._say(Utterance(self.telling.words(*sentences)))

    def _say(self, utterance: Utterance, earcon: Earcon | None = None) -> None:
        if utterance.runs:
            self._speaker.say(utterance, self._wished.pace, self._wished.volume, earcon)
