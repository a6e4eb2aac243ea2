"""What click itself says, listed so that its words are found and translated like ours, and the names of values.

`kiosk.languages.terminal` lets gettext find the translations; a test holds the list against click.
"""

from kiosk.languages.marks import N_, NP_

HELP = N_("Show this message and exit.")
VERSION = N_("Show the version and exit.")
FILE = N_("file")
FOLDER = N_("directory")
WHOLE_NUMBER = N_("integer")
ANY_NUMBER = N_("float")

CLICK = (
    N_("Aborted!"),
    N_("Options"),
    N_("Positional arguments"),
    N_("Commands"),
    N_("Usage:"),
    N_("default: {default}"),
    N_("required"),
    N_("Missing command."),
    NP_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    NP_("Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given."),
    NP_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing parameter: {param_name}"),
    N_("Missing {param_type}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("unknown error"),
    N_("Could not open file {filename!r}: {message}"),
    N_("Argument {name!r} takes {nargs} values."),
    N_("Option {name!r} does not take a value."),
    NP_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    N_("Repeat for confirmation"),
    N_("Error: The two entered values do not match."),
    N_("Error: invalid input"),
    N_("Press any key to continue..."),
    N_("Choose from:\n\t{choices}"),
    NP_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    NP_("{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{value!r} is not a valid boolean. Recognized values: {states}"),
    N_("path"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("{name} {filename!r} is not executable."),
)
"""All that it may say to somebody who types a command of ours."""

METAVARS = {
    # Note: names of what is typed in place of the word, in a line of usage
    "ARGS": N_("ARGS"),
    "ASKING": N_("ASKING"),
    "BUNDLE": N_("BUNDLE"),
    "CATALOGUE": N_("CATALOGUE"),
    "CODE": N_("CODE"),
    "COMMAND": N_("COMMAND"),
    "COPY": N_("COPY"),
    "CORRECTION": N_("CORRECTION"),
    "DATE": N_("DATE"),
    "DATETIME": N_("DATETIME"),
    "DIRECTORY": N_("DIRECTORY"),
    "FACT": N_("FACT"),
    "FILE": N_("FILE"),
    "FLAG": N_("FLAG"),
    "FLOAT": N_("FLOAT"),
    "FOLDER": N_("FOLDER"),
    "HOLDER": N_("HOLDER"),
    "ID": N_("ID"),
    "INCHES": N_("INCHES"),
    "INTEGER": N_("INTEGER"),
    "KEY": N_("KEY"),
    "NAME": N_("NAME"),
    "OPTIONS": N_("OPTIONS"),
    "PLACE": N_("PLACE"),
    "ROOT": N_("ROOT"),
    "STICK": N_("STICK"),
    "TEXT": N_("TEXT"),
    "VALUE": N_("VALUE"),
    "VERSION": N_("VERSION"),
    "WORDS": N_("WORDS"),
}
"""The names of values, by what stands in the sources."""
