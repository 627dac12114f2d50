"""
Orca, the screen reader of Linux desktops, as Debian packages it (orca 43), which prints what it speaks:
a line of JSON each, {"said": "…"}, after {"ready": true}. Nothing is heard, and no other Orca of the
same person is asked to end, as its own launcher would. Started with a session's bus, home folder and
display in its environment, before the window that it shall read.
"""

import importlib.machinery
import importlib.util
import json
import sys

import gi

gi.require_version("Atk", "1.0")
import pyatspi  # noqa: E402
from gi.repository import GLib  # noqa: E402
from orca import speech  # noqa: E402


def tell(what):
    print(json.dumps(what), flush=True)


def say(text):
    if text.strip():
        tell({"said": text.strip()})


def say_all(utterances, progress):
    for context, _ in utterances:
        say(context.utterance)


speech.init = lambda: None
speech._speak = lambda text, acss, interrupt: say(text)
speech.sayAll = say_all
speech.speakKeyEvent = lambda event, acss=None: None
speech.speakCharacter = lambda character, acss=None: None


def ask(event):
    # Chromium fills a window's tree once a client asks for attributes, as Orca's own debugging does.
    try:
        event.source.getAttributes()
    except GLib.Error:
        # It went away meanwhile.
        pass


pyatspi.Registry.registerEventListener(ask, "window:activate", "object:state-changed:focused")

loader = importlib.machinery.SourceFileLoader("launcher", "/usr/bin/orca")
launcher = importlib.util.module_from_spec(importlib.util.spec_from_loader("launcher", loader))
loader.exec_module(launcher)
launcher.otherOrcas = lambda: []
# It listens as soon as its loop runs.
GLib.idle_add(lambda: tell({"ready": True}))
sys.argv = ["orca"]
sys.exit(launcher.main())
