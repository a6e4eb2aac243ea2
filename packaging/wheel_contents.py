"""Puts the screens, the assets and the catalogue inside the `kiosk` package of a wheel.

An editable installation reads them from the checkout, where copies would only grow old.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TRAVELS_INSIDE = {"ui": "kiosk/ui", "assets": "kiosk/assets", "catalogue.db": "kiosk/catalogue.db"}


class WheelContents(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's build hook for the wheel target."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files, unless `version` says that the installation is editable."""
        if version != "editable":
            build_data["force_include"].update(TRAVELS_INSIDE)
