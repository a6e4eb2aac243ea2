"""What can go wrong in the world: a disk, a file, a printer, a code somebody gave us.

Anything that is not a `KioskError` is a bug in this program.
"""


class KioskError(Exception):
    """The world did something a person can be told about.

    `code` names the sentence that the screen or the command line shows; the text of the exception is for
    whoever keeps the machine, in English.
    """

    code = "unexpected"
