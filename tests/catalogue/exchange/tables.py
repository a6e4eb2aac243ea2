"""Reading an export back as any reader of HSDS does."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.catalogue.exchange.shapes import FILES

HALIFAX = ZoneInfo("America/Halifax")

Tables = Mapping[str, Sequence[Mapping[str, str]]]


def read_tables(folder: Path) -> Tables:
    """Every table of a package, by the name HSDS gives it."""
    tables = {}
    for table, file in FILES.items():
        with (folder / file).open(encoding="utf-8", newline="") as opened:
            tables[table] = list(csv.DictReader(opened))
    return tables


def facts_of(tables: Tables, record: Mapping[str, str], code: str) -> list[str]:
    """The values of the attributes of a record that one term of ours describes, in order."""
    terms = {row["id"] for row in tables["taxonomy_term"] if row["code"] == code and row["taxonomy"] == "Guichet facts"}
    return [
        row["value"]
        for row in tables["attribute"]
        if row["link_id"] == record["id"] and row["taxonomy_term_id"] in terms
    ]
