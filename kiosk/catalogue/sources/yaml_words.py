"""What the reader of YAML says of a file that is none, in the order in which people run into it."""

from kiosk.languages.sentences import Sentence, sentence

_USUAL = {
    str(problem): problem
    for problem in (
        sentence("mapping values are not allowed in this context"),
        sentence("could not find expected ':'"),
        sentence("did not find expected key"),
        sentence("did not find expected '-' indicator"),
        sentence("block sequence entries are not allowed in this context"),
        sentence("did not find expected ',' or ']'"),
        sentence("did not find expected ',' or '}}'"),
        sentence("did not find expected node content"),
        sentence("found character that cannot start any token"),
        sentence("found a tab character that violates indentation"),
        sentence("found a tab character where an indentation space is expected"),
        sentence("found unexpected end of stream"),
        sentence("found unknown escape character"),
        sentence("found unexpected ':'"),
        sentence("found undefined alias"),
        sentence("did not find expected <document start>"),
        sentence("did not find expected comment or line break"),
        sentence("did not find expected whitespace or line break"),
        sentence("but found another document"),
        sentence("second occurrence"),
    )
}


def in_words(problem: str | None) -> Sentence | str:
    """The reader's `problem`, which can be said in French where it is a usual one; else as the reader says it."""
    return _USUAL.get(problem or "", problem or "?")
