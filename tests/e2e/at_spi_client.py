"""A screen reader's end of the desktop's accessibility bus, run by the system's Python, which has its bindings.

Reads one command a line from standard input and answers each with one line of JSON:

    tree                   everything showing in the program's window
    title TITLE            wait until the window is called TITLE
    find ROLE NAME         the thing of this role whose name begins with NAME
    press ROLE NAME        the action Press of the thing of this role whose name begins with NAME
    focus ROLE NAME        the action SetFocus of it
    type NAME TEXT         put TEXT into the editable text whose name begins with NAME (names end at a tab)
    keys CHORD ...         the keys of the display's keyboard, as hands press them: a, Return, F9, Alt_L+3

Arguments are separated by tabs. A command that finds nothing answers {"missing": ...}.
"""

import ctypes
import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 10
GLANCE_US = 50_000
STATES = (
    "ENABLED",
    "FOCUSABLE",
    "FOCUSED",
    "CHECKED",
    "CHECKABLE",
    "EDITABLE",
    "SELECTED",
    "SENSITIVE",
    "SHOWING",
    "VISIBLE",
)


PASSES_OVER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
"""A window that is not shown refuses the keyboard."""


GIVEN = []
"""Whether the program has the keyboard."""


def main():
    window = waited_for(lambda: window_of("Guichet"))
    say({"window": window.get_name()})
    for line in sys.stdin:
        verb, *words = line.rstrip("\n").split("\t")
        say(VERBS[verb](window, *words))


def tree(window):
    return [described(node) for node in showing(window)]


def title(window, words):
    waited_for(lambda: window.get_name() == words or None)
    return {"title": window.get_name()}


def find(window, role, name):
    node = waited_for(lambda: called(window, role, name))
    return {"missing": f"{role} {name}"} if node is None else described(node)


def press(window, role, name):
    return act(window, role, name, "Press")


def focus(window, role, name):
    return act(window, role, name, "SetFocus")


def act(window, role, name, action):
    node = waited_for(lambda: called(window, role, name))
    if node is None:
        return {"missing": f"{role} {name}"}
    names = actions(node)
    if action not in names:
        return {"missing": f"{action} of {role} {name}: {names}"}
    return {"done": Atspi.Action.do_action(node, names.index(action))}


def type_into(window, name, text):
    node = waited_for(lambda: called(window, "text", name) or called(window, "password text", name))
    if node is None:
        return {"missing": f"text {name}"}
    return {"done": Atspi.EditableText.set_text_contents(node, text)}


def keys(_window, *chords):
    x, test = (ctypes.CDLL(name) for name in ("libX11.so.6", "libXtst.so.6"))
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XDefaultRootWindow.restype = x.XStringToKeysym.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    if not GIVEN:
        give_the_keyboard(x, display)
        GIVEN.append(True)
    for chord in chords:
        names = [name.encode() for name in chord.split("+")]
        codes = [x.XKeysymToKeycode(display, ctypes.c_ulong(x.XStringToKeysym(name))) for name in names]
        for code in codes:
            test.XTestFakeKeyEvent(display, code, 1, 0)
        for code in reversed(codes):
            test.XTestFakeKeyEvent(display, code, 0, 0)
    x.XSync(display, 0)
    x.XCloseDisplay(display)
    return {"done": True}


def give_the_keyboard(x, display):
    """Let the window on top have the keys, as the window manager does that this display lacks."""
    root, children, count = ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    root_window = ctypes.c_ulong(x.XDefaultRootWindow(display))
    nobody = ctypes.byref(ctypes.c_ulong())
    x.XQueryTree(display, root_window, ctypes.byref(root), nobody, ctypes.byref(children), ctypes.byref(count))
    x.XSetErrorHandler(PASSES_OVER)
    for place in range(count.value):
        x.XSetInputFocus(display, ctypes.c_ulong(children[place]), 2, ctypes.c_ulong(0))
    x.XSync(display, 0)


def called(window, role, name):
    return next((n for n in showing(window) if n.get_role_name() == role and n.get_name().startswith(name)), None)


def described(node):
    states = node.get_state_set()
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "actions": actions(node),
        "value": text_of(node),
        "rect": [extents.x, extents.y, extents.width, extents.height],
    }


def actions(node):
    if node.get_action_iface() is None:
        return []
    return [Atspi.Action.get_action_name(node, index) for index in range(Atspi.Action.get_n_actions(node))]


def text_of(node):
    if node.get_text_iface() is None:
        return ""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def window_of(program):
    desktop = Atspi.get_desktop(0)
    for position in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(position)
        if application is not None and application.get_child_count():
            window = application.get_child_at_index(0)
            if window is not None and window.get_name().startswith(program):
                return window
    return None


def showing(node):
    """Everything below a node that is not hidden, in reading order."""
    for position in range(node.get_child_count()):
        child = node.get_child_at_index(position)
        if child is None or not child.get_state_set().contains(Atspi.StateType.VISIBLE):
            continue
        yield child
        yield from showing(child)


def waited_for(found):
    """What `found` finds within the time of patience; the window may still be drawing it."""
    end = time.monotonic() + PATIENCE_S
    while (what := found()) is None and time.monotonic() < end:
        GLib.usleep(GLANCE_US)
    return what


def say(answer):
    print(json.dumps(answer, ensure_ascii=False), flush=True)


VERBS = {"tree": tree, "title": title, "find": find, "press": press, "focus": focus, "type": type_into, "keys": keys}


if __name__ == "__main__":
    main()
