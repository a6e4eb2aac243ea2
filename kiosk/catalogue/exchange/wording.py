"""The texts of HSDS's rows in one language, where the catalogue holds the English ones."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from kiosk.catalogue import said
from kiosk.catalogue.eligibility import Asked, in_words
from kiosk.catalogue.exchange.rows import Held, Row, Rows, Value
from kiosk.catalogue.model import (
    CostOption,
    DocumentId,
    LocationId,
    Organization,
    OrganizationId,
    Requirement,
    ServiceId,
)
from kiosk.catalogue.text import Text, sentences

Texts = Mapping[str, Value]
"""The columns of a row that are in a language."""


def worded(held: Held, rows: Rows, language: str) -> Rows:
    """`rows` in `language`; what was never written in it is in the other one."""
    reworded = _In(held, language)
    changed: Mapping[str, Callable[[Row], Texts]] = {
        "accessibility": reworded.accessibility,
        "address": reworded.address,
        "cost_option": reworded.cost_option,
        "language": reworded.language,
        "location": reworded.location,
        "meta_table_description": reworded.table,
        "organization": reworded.organization,
        "phone": reworded.phone,
        "required_document": reworded.required_document,
        "schedule": reworded.schedule,
        "service": reworded.service,
        "service_area": reworded.service_area,
        "taxonomy": reworded.taxonomy,
        "taxonomy_term": reworded.taxonomy_term,
        "url": reworded.url,
    }
    return {
        table: [{**row, **changed[table](row)} for row in found] if table in changed else found
        for table, found in rows.items()
    }


class _In:
    """The texts of each kind of row in one language."""

    def __init__(self, held: Held, language: str) -> None:
        self._held, self._catalogue, self._language = held, held.catalogue, language
        self._papers = dict(_papers(held))
        self._asked = {
            name: Asked(
                fact.question.plain_to(language),
                {choice.value: choice.label.plain_to(language) for choice in fact.choices},
            )
            for name, fact in held.catalogue.facts.items()
        }

    def accessibility(self, row: Row) -> Texts:
        place = self._catalogue.locations[LocationId(str(row["location_id"]))]
        return {"description": (said.WHEELCHAIR if place.wheelchair else said.NO_WHEELCHAIR).to(self._language)}

    def address(self, row: Row) -> Texts:
        return {"postal_code": row["postal_code"] or said.NO_POSTAL_CODE.to(self._language)}

    def cost_option(self, row: Row) -> Texts:
        return {"option": self._said("cost_option", row, "option")}

    def language(self, row: Row) -> Texts:
        name = said.SPOKEN.get(str(row["code"]))
        return {"name": name.to(self._language) if name else row["name"]}

    def location(self, row: Row) -> Texts:
        place = self._catalogue.locations[LocationId(str(row["id"]))]
        note = place.note.plain_to(self._language) if place.note else ""
        mark = "" if place.verified or not place.address_1 else said.NOT_CHECKED.to(self._language)
        parking = said.PARKING.get(place.parking, said.PARKING_OTHERWISE).to(self._language)
        return {
            "name": place.name.plain_to(self._language),
            "description": sentences([note, mark]) or None,
            "transportation": parking.format(parking=place.parking) if place.parking else None,
        }

    def table(self, _row: Row) -> Texts:
        return {"language": self._language}

    def organization(self, row: Row) -> Texts:
        who: Organization = self._catalogue.organizations[OrganizationId(str(row["id"]))]
        return {
            "name": who.name.plain_to(self._language),
            "description": (who.note or said.KINDS[who.government_level]).plain_to(self._language),
            "website": self._optional(who.website),
        }

    def phone(self, row: Row) -> Texts:
        return {
            "description": self._catalogue.phones[self._held.lines[str(row["id"])]].description.plain_to(self._language)
        }

    def required_document(self, row: Row) -> Texts:
        paper, requirement = self._papers[str(row["id"])]
        documents, language = self._catalogue.documents, self._language
        document = documents[paper].name.plain_to(language)
        others = [documents[other].name.plain_to(language) for other in requirement.documents if other != paper]
        if others:
            document = said.ONE_OF.to(language).format(paper=document, others=" / ".join(others))
        if not requirement.certain:
            document = said.SOMETIMES.to(language).format(paper=document)
        return {"document": document}

    def schedule(self, row: Row) -> Texts:
        note = said.NOTES.get(str(row["notes"]))
        return {"notes": note.to(self._language) if note else row["notes"]}

    def service(self, row: Row) -> Texts:
        service = self._catalogue.services[ServiceId(str(row["id"]))]
        language = self._language
        gives = [text.plain_to(language) for text in (service.gives, *service.amounts)]
        channels = (said.CHANNELS[channel].to(language) for channel in service.channels)
        return {
            "name": service.name.plain_to(language),
            "description": sentences(gives),
            "url": self._optional(service.url),
            "application_process": ", ".join(channels),
            "fees_description": "; ".join(self._price(cost) for cost in service.costs) or None,
            "wait_time": self._optional(service.processing_time),
            "eligibility_description": in_words(service.eligibility, self._asked, language) or None,
            "alert": self._optional(service.safety_note),
        }

    def service_area(self, row: Row) -> Texts:
        return {"name": self._said("service_area", row, "name")}

    def taxonomy(self, row: Row) -> Texts:
        known = said.TAXONOMIES.get(str(row["id"]))
        return {"name": known[0].to(self._language), "description": known[1].to(self._language)} if known else {}

    def taxonomy_term(self, row: Row) -> Texts:
        name, known = self._said("taxonomy_term", row, "name"), said.TAXONOMIES.get(str(row["taxonomy_id"]))
        return {
            "name": name,
            "description": name,
            "taxonomy": known[0].to(self._language) if known else row["taxonomy"],
            "language": self._language,
        }

    def url(self, row: Row) -> Texts:
        """The page in the other language, since the row of its owner has the one in this."""
        catalogue, owner = self._catalogue, row["service_id"]
        pages: Text | None
        if owner is not None:
            pages = catalogue.services[ServiceId(str(owner))].url
        else:
            pages = catalogue.organizations[OrganizationId(str(row["organization_id"]))].website
        page = pages.wordings.get(said.OTHER[self._language]) if pages else None
        return {"label": said.OTHER_PAGE.to(self._language), "url": page or row["url"]}

    def _said(self, entity: str, row: Row, field: str) -> Value:
        wordings, own, column = self._held.wordings, str(row["id"]), row[field]
        return wordings.get((entity, own, field, self._language), column)

    def _optional(self, words: Text | None) -> str | None:
        return words.plain_to(self._language) if words else None

    def _price(self, cost: CostOption) -> str:
        price = said.PRICE_UNKNOWN if cost.amount is None else said.PRICE
        amount = f"{cost.amount or Decimal():.2f}".replace(".", said.DECIMAL_MARK.to(self._language))
        option = cost.option.plain_to(self._language)
        return price.to(self._language).format(option=option, amount=amount, currency=cost.currency)


def _papers(held: Held) -> Iterator[tuple[str, tuple[DocumentId, Requirement]]]:
    """By the id of its row, each paper and what asks for it."""
    for service in held.catalogue.services.values():
        for number, requirement in enumerate(service.requirements):
            for document in requirement.documents:
                yield f"{service.id}/{number:02}/{document}", (document, requirement)
