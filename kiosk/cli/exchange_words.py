"""What an export holds, and what is wrong with the tables of others, in words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kiosk.catalogue.exchange.checking import Defect, DefectKind
from kiosk.catalogue.exchange.export import Exported
from kiosk.languages import Messages
from kiosk.languages.formats import number, with_count
from kiosk.languages.marks import N_

_KINDS: Mapping[DefectKind, str] = {
    DefectKind.FILE_STRANGE: N_("HSDS 3.1 has no such file"),
    DefectKind.COLUMN_MISSING: N_("this column must be there"),
    DefectKind.COLUMN_STRANGE: N_("HSDS has no such column"),
    DefectKind.NOT_UTF_8: N_("the letters are not in UTF-8"),
    DefectKind.ROW_TORN: N_("the row has too few or too many cells"),
    DefectKind.VALUE_MISSING: N_("something must stand here"),
    DefectKind.VALUE_MISWRITTEN: N_("it is not written as HSDS asks"),
    DefectKind.VALUE_NOT_OFFERED: N_("it is none of the words that HSDS has for it"),
    DefectKind.CODE_UNKNOWN: N_("it is no code of a country, a language or a currency"),
    DefectKind.TEXT_GARBLED: N_("its letters were damaged when a program read or wrote them"),
    DefectKind.BELONGS_TO_NOTHING: N_("the row does not say what it is of"),
    DefectKind.ID_TWICE: N_("another row has this id"),
    DefectKind.REFERS_TO_NOTHING: N_("no row has the id that it names"),
}


def exported(messages: Messages, folder: Path, written: Exported) -> str:
    """What was written, and how much of it."""
    ngettext = messages.ngettext
    services = with_count(messages, ngettext("{count} service", "{count} services", n := written.services), n)
    files = with_count(messages, ngettext("{count} file", "{count} files", n := written.files), n)
    told = messages.gettext("{folder}: {services} in English and in French; {files}, {size} bytes")
    return told.format(folder=folder, services=services, files=files, size=number(messages, written.size))


def defects_told(messages: Messages, defects: Sequence[Defect]) -> Iterator[str]:
    """A line for each column and kind: how often, and where first."""
    first: dict[tuple[str, str, DefectKind], Defect] = {}
    counted: Counter[tuple[str, str, DefectKind]] = Counter()
    for defect in defects:
        key = defect.file, defect.column, defect.kind
        first.setdefault(key, defect)
        counted[key] += 1
    for key, defect in first.items():
        line = f"{defect.line}:" if defect.line else ""
        where = f"{defect.file}:{line}" + (f" {defect.column}:" if defect.column else "")
        what = messages.gettext(_KINDS[defect.kind])
        if counted[key] == 1:
            yield f"{where} {what}"
        else:
            times = messages.gettext("{place} {problem}, {count} times")
            yield times.format(place=where, problem=what, count=number(messages, counted[key]))


def defects_counted(messages: Messages, count: int) -> str:
    """How many defects there are."""
    return with_count(messages, messages.ngettext("{count} defect", "{count} defects", count), count)
