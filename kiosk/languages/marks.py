"""Marks on texts that are constants, so that extraction finds them; no words are loaded for them."""


def N_(message: str) -> str:  # noqa: N802 - the name every gettext tool looks for
    """Mark a constant for extraction; `Messages.gettext` translates it where it is shown."""
    return message


def NP_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - as `N_`
    """The same for a constant with a plural, for `Messages.ngettext`."""
    return singular, plural
