"""
The part of a desktop that shows notifications, on the session's bus. What it is given to show it
prints, a line of JSON each; a line with the number of one on standard input is a click on it.

  {"ready": true}
  {"id": 1, "title": "…", "body": "…"}

As the Desktop Notifications Specification 1.2 has it (specifications.freedesktop.org). Needs Debian's
python3-gi; started with the session bus in its environment.
"""

import json
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INTERFACE = """
<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>
"""

shown = 0


def tell(what):
    print(json.dumps(what), flush=True)


def called(bus, sender, path, interface, method, arguments, invocation):
    global shown
    if method == "GetCapabilities":
        return invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
    if method == "GetServerInformation":
        return invocation.return_value(GLib.Variant("(ssss)", ("stand-in", "tests", "1", "1.2")))
    if method == "Notify":
        _, _, _, title, body, *_ = arguments.unpack()
        shown += 1
        tell({"id": shown, "title": title, "body": body})
        return invocation.return_value(GLib.Variant("(u)", (shown,)))
    return invocation.return_value(None)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    bus.register_object(PATH, interface, called)
    Gio.bus_own_name_on_connection(
        bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: tell({"ready": True}), None
    )
    loop = GLib.MainLoop()

    def heard(source, condition):
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        which = int(line)
        invoked = GLib.Variant("(us)", (which, "default"))
        bus.emit_signal(None, PATH, NAME, "ActionInvoked", invoked)
        closed = GLib.Variant("(uu)", (which, 2))
        bus.emit_signal(None, PATH, NAME, "NotificationClosed", closed)
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, heard)
    loop.run()


main()
