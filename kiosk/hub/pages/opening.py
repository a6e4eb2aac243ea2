"""The operator's page of a hub, from what its settings say."""

from functools import cache
from zoneinfo import ZoneInfo

from kiosk import paths
from kiosk.catalogue.model import Catalogue
from kiosk.catalogue.reading import load
from kiosk.counter.unmet import Term, terms_in
from kiosk.hub.pages.asking import Desk
from kiosk.hub.settings import Hub
from kiosk.hub.store.statements import Store


def desk_of(hub: Hub, store: Store) -> Desk:
    """What the pages stand on. `store` has the tables of `kiosk.hub.pages.tables.MIGRATIONS`.

    Names are read from the catalogue that this installation came with, once, when a page first needs them.
    """

    @cache
    def catalogue() -> Catalogue:
        return load(paths.catalogue_file())

    @cache
    def terms() -> tuple[Term, ...]:
        return terms_in(paths.catalogue_file())

    return Desk(
        store=store,
        catalogue=catalogue,
        terms=terms,
        repository=hub.repository_folder,
        zone=ZoneInfo(hub.settings.zone),
        assets=paths.assets_folder(),
        region=hub.settings.region,
    )
