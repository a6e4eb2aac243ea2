"""What the three endpoints that HSDS requires answer, as files that any web server gives as they are.

`/` is `index.json`, `/services` its pages `services/page-1.json` and so on, the first one also `services/index.json`,
and `/services/{id}` is `services/{id}/index.json`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kiosk.catalogue.exchange.hsds import Package
from kiosk.catalogue.exchange.nested import Objects
from kiosk.catalogue.exchange.shapes import VERSION
from kiosk.catalogue.exchange.tabular import as_json

PER_PAGE = 100
"""How many services a page lists; a file cannot be asked for another number."""

_ABOUT: Mapping[str, str] = {
    "version": VERSION,
    "profile": "https://docs.openreferral.org",
    "openapi_url": f"https://raw.githubusercontent.com/openreferral/specification/{VERSION}/schema/openapi.json",
}
"""There is no profile of ours: the page of HSDS itself stands for none."""


def answer_files(package: Package, per_page: int = PER_PAGE) -> Iterator[tuple[str, bytes]]:
    """The path and the content of every answer."""
    objects = Objects(package)
    yield "index.json", as_json(_ABOUT)
    for page in _pages(list(objects.service_heads()), per_page):
        content = as_json(page)
        if page["first_page"]:
            yield "services/index.json", content
        yield f"services/page-{page['page_number']}.json", content
    for service in objects.services():
        yield f"services/{service['id']}/index.json", as_json(service)


def _pages(heads: Sequence[Mapping[str, Any]], per_page: int) -> Iterator[Mapping[str, Any]]:
    """The list in pages; a single empty one where there is nothing."""
    count = max(1, -(-len(heads) // per_page))
    for number in range(1, count + 1):
        contents = heads[(number - 1) * per_page : number * per_page]
        yield {
            "total_items": len(heads),
            "total_pages": count,
            "page_number": number,
            "size": len(contents),
            "first_page": number == 1,
            "last_page": number == count,
            "empty": not contents,
            "contents": contents,
        }
