"""Whether every language of the site can be shown."""

from kiosk.cli.findings import Finding, Machine, Verdict
from kiosk.languages import Messages
from kiosk.languages.known import TONGUES, missing_files


def languages(machine: Machine, messages: Messages) -> Finding:
    """Words and letters of every language of the site are there; one that lacks them is not offered."""
    site = machine.config.site
    locale, fonts = machine.assets / "locale", machine.assets / "fonts"
    missing = {code: missing_files(code, locale, fonts) for code in site.languages}
    lacking = [code for code, files in missing.items() if files]
    if not lacking:
        names = ", ".join(TONGUES[code].own_name for code in site.languages)
        return Finding("languages", Verdict.OK, messages.gettext("Shown in: {languages}.").format(languages=names))
    files = ", ".join(str(file.relative_to(machine.assets)) for code in lacking for file in missing[code])
    return Finding(
        "languages",
        Verdict.LACKS if set(lacking) & set(site.office_languages) else Verdict.WISHES,
        messages.gettext("Not offered, for something is missing: {languages}.").format(
            languages=", ".join(TONGUES[code].own_name for code in lacking)
        ),
        messages.gettext("Install Guichet again: {files}").format(files=files),
    )
