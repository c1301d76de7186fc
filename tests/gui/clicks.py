#!/usr/bin/env python3
"""Clicks through the first start of the real program on a display of its own, as a person with a screen reader would
find the controls: by role and name, through AT-SPI. Needs Xvfb, xdotool, ImageMagick and a session bus
(dbus-run-session). Usage: clicks.py PROGRAM [PICTURES], which get a picture of every step."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 120.0


def wait_for(what, look):
    """What look() gives, once it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except GLib.Error:  # the window is being rebuilt
            found = None
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit(f"waited in vain for {what}")


def widgets(node, depth=0):
    if node is None or depth > 25:
        return
    yield node
    for index in range(node.get_child_count()):
        yield from widgets(node.get_child_at_index(index), depth + 1)


class Program:
    """The program on its display, seen through AT-SPI and used with the mouse."""

    def __init__(self, path, home, display):
        self.display = display
        env = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8",
                   HOME=home, XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data")
        self.process = subprocess.Popen([path], env=env)
        self.window = wait_for("the window", self._find_window)

    def _find_window(self):
        if self.process.poll() is not None:
            raise SystemExit(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_process_id() == self.process.pid and application.get_child_count():
                return application.get_child_at_index(0)
        return None

    def find(self, role, name):
        """The control of that role whose name begins so, when it shows and can be used."""
        for node in widgets(self.window):
            if node.get_role() != role or not node.get_name().startswith(name):
                continue
            states = node.get_state_set()
            if states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.ENABLED):
                return node
        return None

    def texts(self):
        return [node.get_name() for node in widgets(self.window) if node.get_role() == Atspi.Role.LABEL]

    def click(self, name):
        button = wait_for(f"the button {name!r}", lambda: self.find(Atspi.Role.PUSH_BUTTON, name))
        box = button.get_extents(Atspi.CoordType.SCREEN)
        subprocess.run(["xdotool", "mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1"],
                       env=dict(os.environ, DISPLAY=self.display), check=True)

    def picture(self, path):
        if path is None:
            return
        time.sleep(0.5)
        subprocess.run(["import", "-window", "root", str(path)], env=dict(os.environ, DISPLAY=self.display), check=True)
        colours = int(subprocess.run(["identify", "-format", "%k", str(path)], check=True, capture_output=True, text=True).stdout)
        if colours < 20:
            raise SystemExit(f"{path} shows nothing: {colours} colours")

    def stop(self):
        self.process.terminate()
        code = self.process.wait(timeout=30)
        if code not in (0, 143, -15):
            raise SystemExit(f"the program ended with {code}")


def csv_files(home):
    return sorted(path for path in pathlib.Path(home).rglob("*.csv") if path.stat().st_size > 0)


def first_start(program, home, pictures):
    def shot(name):
        program.picture(pictures / name if pictures else None)

    wait_for("the first text", lambda: "Not connected." in program.texts())
    shot("1-first-start.png")
    program.click("Try it with practice data")
    sync = wait_for("tables to sync", lambda: next((node for node in widgets(program.window)
                    if node.get_role() == Atspi.Role.PUSH_BUTTON and node.get_name().startswith("Sync ")
                    and node.get_state_set().contains(Atspi.StateType.ENABLED)), None))
    tables = int(sync.get_name().split()[1])
    shot("2-practice.png")
    program.click("Sync ")
    wait_for("the end of the run", lambda: any(text.startswith(f"{tables} tables, ") for text in program.texts()))
    shot("3-synced.png")
    files = csv_files(home)
    if len(files) != tables:
        raise SystemExit(f"{tables} tables were synced, but there are {len(files)} files: {files}")
    print(f"two clicks, {tables} tables, {len(files)} files")


def main():
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    read_end, write_end = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                              pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as pipe, tempfile.TemporaryDirectory() as home:
            display = f":{pipe.readline().strip()}"
            os.environ["DISPLAY"] = display
            program = Program(sys.argv[1], home, display)
            try:
                first_start(program, home, pictures)
            finally:
                program.stop()
    finally:
        screen.terminate()
        screen.wait()


main()
