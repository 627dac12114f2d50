"""
Reads and operates a window as assistive technology does, through AT-SPI. One question a line on
standard input, as JSON, one answer a line on standard output:

  {"do": "find", "role": "push button", "name": "Continue"}   {"found": true}
  {"do": "press", "role": …, "name": …}                       the first action of what has the name
  {"do": "focus", "role": …, "name": …}                       puts the focus there
  {"do": "value", "role": …, "name": …}                       {"found": true, "text": "…"}
  {"do": "read"}                                              {"text": "…"}, what the window says

A name matches when what is asked for is in it. Needs Debian's python3-gi and
gir1.2-atspi-2.0; started with the window's session bus and home in its environment.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def elements(node, depth=0):
    """Everything below a node, in the order of the document."""
    if node is None or depth > 60:
        return
    yield node
    try:
        count = node.get_child_count()
    except GLib.Error:
        # It went away while it was looked at.
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        yield from elements(child, depth + 1)


def everything():
    # What was asked before is remembered by the library, and may be gone.
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is not None:
            application.clear_cache()
            for element in elements(application):
                # Chromium fills the tree when a client asks for attributes.
                try:
                    element.get_attributes()
                    yield element, element.get_role_name(), element.get_name() or ""
                except GLib.Error:
                    continue


def look_for(role, name):
    for element, its_role, its_name in everything():
        if its_role == role and name in its_name:
            return element
    return None


def answer(question):
    do = question["do"]
    if do == "read":
        texts = [name for _, role, name in everything() if role in ("static", "heading")]
        return {"text": "\n".join(texts)}
    element = look_for(question["role"], question["name"])
    if element is None:
        return {"found": False}
    if do == "press":
        element.do_action(0)
    elif do == "focus":
        element.grab_focus()
    elif do == "value":
        return {"found": True, "text": Atspi.Text.get_text(element, 0, -1)}
    return {"found": True}


def main():
    Atspi.init()
    # Asking once starts the registry, which has to be there before the window.
    Atspi.get_desktop(0).get_child_count()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        try:
            reply = answer(json.loads(line))
        except GLib.Error as error:
            reply = {"found": False, "error": str(error)}
        print(json.dumps(reply), flush=True)


main()
