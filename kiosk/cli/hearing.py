"""What a kiosk needs to be used by ear: voices, something to hear them with, and a socket that senses a headset."""

from pathlib import Path

from kiosk.cli.findings import Finding, Machine, Verdict
from kiosk.config import SoundThrough
from kiosk.languages import Messages
from kiosk.languages.known import tongue_of
from kiosk.speech.players import has_card
from kiosk.speech.prompts import INDEX
from kiosk.speech.synthesis import PROGRAM


def voices(machine: Machine, messages: Messages) -> Finding:
    """Every language of the site has a voice."""
    if not machine.has(PROGRAM):
        return Finding(
            "voices",
            Verdict.WISHES,
            messages.gettext("No voice can read the screens aloud."),
            messages.gettext("Install espeak-ng."),
        )
    unspoken = [
        tongue_of(language).own_name
        for language in machine.config.site.languages
        if not _is_recorded(machine, language) and not _has_voice(machine, language)
    ]
    if not unspoken:
        return Finding("voices", Verdict.OK, messages.gettext("Every language of this site has a voice."))
    return Finding(
        "voices",
        Verdict.WISHES,
        messages.gettext("No voice speaks: {languages}.").format(languages=", ".join(unspoken)),
        messages.gettext("Name a voice under [speech.voices], or record the sentences: see docs/speech.md."),
    )


def sound_server(machine: Machine, messages: Messages) -> Finding:
    """What the configuration wants to be heard through answers."""
    through = machine.config.speech.through
    if through is SoundThrough.NONE:
        return Finding(
            "sound-server",
            Verdict.WISHES,
            messages.gettext("The configuration wants no sound."),
            messages.gettext("Write through = auto under [speech], so that the kiosk can be used by ear."),
        )
    if through in (SoundThrough.AUTO, SoundThrough.PULSE) and machine.told("pactl", "info") is not None:
        return Finding("sound-server", Verdict.OK, messages.gettext("A sound server answers."))
    if through in (SoundThrough.AUTO, SoundThrough.PIPEWIRE) and machine.told("pw-cli", "info", "0") is not None:
        return Finding("sound-server", Verdict.OK, messages.gettext("A sound server answers."))
    if through is SoundThrough.ALSA and machine.has("aplay"):
        return Finding("sound-server", Verdict.OK, messages.gettext("Sound goes straight to the card, as configured."))
    return Finding(
        "sound-server",
        Verdict.WISHES,
        messages.gettext("No sound server answers."),
        messages.gettext("Start PipeWire or PulseAudio for Guichet’s account. Without, sound goes to the card."),
    )


def sound(machine: Machine, messages: Messages) -> Finding:
    """There is something to hear a voice with."""
    if has_card(machine.sound_cards):
        return Finding("sound", Verdict.OK, messages.gettext("There is a sound card."))
    return Finding(
        "sound",
        Verdict.WISHES,
        messages.gettext("There is no sound card."),
        messages.gettext("Plug in a speaker or a headphone socket."),
    )


def headset(machine: Machine, messages: Messages) -> Finding:
    """A headset that is plugged in is noticed."""
    match machine.headset():
        case True:
            return Finding("headset", Verdict.OK, messages.gettext("A headset is plugged in, and was noticed."))
        case False:
            return Finding("headset", Verdict.OK, messages.gettext("A headset that is plugged in will be noticed."))
        case None:
            return Finding(
                "headset",
                Verdict.WISHES,
                messages.gettext("Nothing on this machine tells when a headset is plugged in."),
                messages.gettext("Use a socket that senses it; until then, any key of the keypad starts the voice."),
            )


def _has_voice(machine: Machine, language: str) -> bool:
    voice = machine.config.speech.voices.get(language) or tongue_of(language).voice
    return bool(voice) and machine.told(PROGRAM, "-q", "-v", voice, ".") is not None


def _is_recorded(machine: Machine, language: str) -> bool:
    """Whether somebody recorded sentences in the language."""
    folders = [machine.assets / "prompts"]
    if machine.config.speech.recordings:
        folders.append(Path(machine.config.speech.recordings))
    return any((folder / language / INDEX).is_file() for folder in folders)
