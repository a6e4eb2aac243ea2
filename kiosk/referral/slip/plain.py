"""The slip as plain text: the same words in the same order, a line for each thing."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.referral.slip.content import Remark, Row, Slip, SlipPart, SlipStep, in_one_line


def plain_text(slip: Slip) -> str:
    """Write out the slip, each language whole, lines as long as they need; boxes to tick are `[ ]`."""
    return "\n\n".join("\n".join(_part(slip, part)) for part in slip.parts) + "\n"


def blocks(slip: Slip) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same words block by block, each with its language: the head, the papers, each step, what else there is.

    Of two languages side by side, the person's alone: the other one says the same to a clerk.
    """
    for part in slip.parts[:1] if slip.side_by_side else slip.parts:
        block: list[str] = []
        for line in (*_part(slip, part), ""):
            if line:
                block.append(line.strip())
            elif block:
                yield part.language, tuple(block)
                block = []


def _part(slip: Slip, part: SlipPart) -> Iterator[str]:
    yield part.centre
    yield part.issued
    yield part.plain_title if slip.plain_cover else part.title
    yield from filter(None, (part.heading if not slip.plain_cover else "", slip.code, part.lead))
    if part.papers:
        yield ""
        yield from filter(None, (part.papers_title,))
        for index, paper in enumerate(sorted(part.papers, key=lambda paper: paper.if_asked)):
            if paper.if_asked and sum(not other.if_asked for other in part.papers) == index:
                yield part.papers_if_asked
            yield "[ ] " + " · ".join(filter(None, (paper.name, paper.form, paper.steps)))
    for step in part.steps:
        yield ""
        yield from _step(step)
    if part.also:
        yield ""
        yield from filter(None, (part.also_title,))
        yield from (f"   {_remark(said)}" for said in part.also)
    yield ""
    yield from (_remark(said) for said in (part.if_no, part.help_line, part.qr_caption) if said is not None)
    yield from filter(None, (part.keeping, part.data_date, part.other_language))


def _step(step: SlipStep) -> Iterator[str]:
    yield f"{step.number}. {step.title}" + (f" ({step.perhaps})" if step.perhaps else "")
    yield from (f"   {words}" for words in (step.official, step.flag, in_one_line(step.summary)) if words)
    for row in step.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    box = "[ ] " if row.ticks else ""
    label = f"   {row.label}: " if row.label else "   "
    for index, words in enumerate((*row.lines, *row.other)):
        yield (label if index == 0 else " " * len(label)) + box + words
    yield from (" " * len(label) + words for words in row.notes)


def _remark(said: Remark) -> str:
    return f"{said.strong} {said.text}".strip()
