"""
Reads and operates a window as assistive technology does, through AT-SPI. One question a line on
standard input, as JSON, one answer a line on standard output:

  {"do": "find", "role": "push button", "name": "Continue"}   {"found": true}
  {"do": "press", "role": …, "name": …}                       the first action of what has the name
  {"do": "focus", "role": …, "name": …}                       puts the focus there
  {"do": "value", "role": …, "name": …}                       {"found": true, "text": "…"}
  {"do": "read"}                                              {"text": "…"}, what the window says
  {"do": "tree"}                                              {"tree": […]}, all that is in it, in order
  {"do": "heard"}                                             {"heard": ["…"]}, what live regions said

A name matches when what is asked for is in it. Needs Debian's python3-gi and
gir1.2-atspi-2.0; started with the window's session bus and home in its environment.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402


def await_bus():
    """Waits for the accessibility bus, which is started beside this program: the library ends it without."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    name, path = "org.a11y.Bus", "/org/a11y/bus"
    for _ in range(300):
        try:
            return session.call_sync(
                name, path, name, "GetAddress", None, None, Gio.DBusCallFlags.NO_AUTO_START, -1, None
            )
        except GLib.Error:
            time.sleep(0.1)
    sys.exit("There is no accessibility bus.")


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


OPERATED = (
    "push button", "toggle button", "entry", "password text", "check box", "radio button", "combo box", "link"
)


def node_of(element, depth):
    states = element.get_state_set().get_states()
    role = element.get_role_name()
    node = {
        "role": role,
        "name": element.get_name() or "",
        "depth": depth,
        "description": element.get_description() or "",
        # Chromium fills the tree when a client asks for attributes.
        "attributes": dict(element.get_attributes()),
        "states": [state.value_nick for state in states],
    }
    if role in OPERATED:
        box = element.get_extents(Atspi.CoordType.SCREEN)
        node["box"] = [box.x, box.y, box.width, box.height]
        relations = element.get_relation_set()
        node["relations"] = [relation.get_relation_type().value_nick for relation in relations]
    return node


def tree(element, depth, nodes):
    """All below an element, in the order of the document, with how deep it is."""
    try:
        nodes.append(node_of(element, depth))
        for index in range(element.get_child_count()):
            child = element.get_child_at_index(index)
            if child is not None and depth < 60:
                tree(child, depth + 1, nodes)
    except GLib.Error:
        # It went away while it was looked at.
        pass


def whole_tree():
    nodes = []
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is not None:
            application.clear_cache()
            tree(application, 0, nodes)
    return nodes


heard = []


def hear(event):
    """What is added to a live region, as a screen reader is told of it."""
    try:
        if event.source.get_attributes().get("container-live") != "polite":
            return
        text = Atspi.Text.get_text(event.any_data, 0, -1)
        if text:
            heard.append(text)
    except (GLib.Error, TypeError):
        # It went away meanwhile, or holds no text.
        pass


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
    if do == "tree":
        return {"tree": whole_tree()}
    if do == "heard":
        return {"heard": heard}
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


def listen():
    listener = Atspi.EventListener.new(hear)
    listener.register("object:children-changed:add")
    return listener


def answer_line(*_):
    line = sys.stdin.readline()
    if not line:
        Atspi.event_quit()
        return False
    try:
        reply = answer(json.loads(line))
    except GLib.Error as error:
        reply = {"found": False, "error": str(error)}
    print(json.dumps(reply), flush=True)
    return True


def main():
    await_bus()
    Atspi.init()
    # Asking once starts the registry, which has to be there before the window.
    Atspi.get_desktop(0).get_child_count()
    listener = listen()
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, answer_line)
    print(json.dumps({"ready": True}), flush=True)
    Atspi.event_main()
    del listener


main()
