"""What an editor can get wrong, one idea a module; `kiosk.catalogue.check` runs them all."""
