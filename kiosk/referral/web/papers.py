"""The papers of the phone page: each once, under an id that ticks and steps share."""

from collections.abc import Callable, Iterable, Sequence

from kiosk.catalogue.model import Catalogue, DocumentId, Requirement
from kiosk.languages import Messages
from kiosk.languages.formats import alternatives
from kiosk.planning.plan import NeededDocument
from kiosk.referral.web.told import Told, in_language
from kiosk.wording import slip as words


def asked(requirements: Sequence[Requirement]) -> list[list[object]]:
    """What is to be brought, as `[paper, 1]`, or `[paper, 0]` for what only some people must bring."""
    return [[_id(requirement.documents), int(requirement.certain)] for requirement in requirements]


def written(
    catalogue: Catalogue, messages: Messages, words_of: Callable[[str], Messages], asked_for: Iterable[Requirement]
) -> dict[str, object]:
    """Every paper of `asked_for` with its name, or the names of those of which one is enough, and its form.

    `forms` are its form where everyone must bring it, and where one brings it if asked.
    """
    choices = {_id(requirement.documents): requirement.documents for requirement in asked_for}
    return {
        key: {
            "name": _name(catalogue, documents, messages, words_of),
            "forms": [_form(catalogue, documents[0], messages, certain=certain) for certain in (False, True)],
        }
        for key, documents in choices.items()
    }


def _id(documents: Sequence[DocumentId]) -> str:
    return " ".join(documents)


def _name(
    catalogue: Catalogue, documents: Sequence[DocumentId], messages: Messages, words_of: Callable[[str], Messages]
) -> Told:
    """All in one language: that of the page where each has a name in it, else an office language."""
    names = [catalogue.documents[document].name for document in documents]
    own = messages.language
    if all(name.wordings.get(own) for name in names):
        return in_language(alternatives(messages, [name.plain_to(own) for name in names]), own, own)
    office = names[0].language_shown(own) if names[0].language_shown(own) != own else names[0].office[0]
    return in_language(alternatives(words_of(office), [name.plain_to(office) for name in names]), office, own)


def _form(catalogue: Catalogue, document: DocumentId, messages: Messages, *, certain: bool) -> str:
    needed = NeededDocument(document, catalogue.documents[document].form, (), certain)
    return words.form(messages, needed)
