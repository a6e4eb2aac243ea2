"""What is said in one breath: words, each part with the language it is in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language, which decides the voice; `language` is a code such as "fr"."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said. `private` words came from the person: no sound of them is kept, not even in memory."""

    runs: tuple[Run, ...]
    private: bool = False

    @property
    def words(self) -> str:
        """All of it in one line, for a transcript."""
        return " ".join(run.words for run in self.runs)
