"""Runs MiniStack for as long as the process that started it holds its standard input open.

When that ends, however it ends, MiniStack stops and saves its state first: a killed `npm start` loses nothing and leaves
nothing behind.

The first argument, if any, is a marker file that exists while there is unsaved state: written before, removed once the
state is saved. In it is the time MiniStack was started. Without it nothing is kept.
"""

import datetime
import os
import pathlib
import runpy
import signal
import sys
import tempfile
import threading

from ministack.core import persistence

marker = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
scratch = tempfile.TemporaryDirectory(prefix="besluitketen-", ignore_cleanup_errors=True)
save_all = persistence.save_all


def leave() -> None:
    """Ends with all saved, at once: Python would wait for the threads of executions that wait, as long as they do."""
    if marker:
        marker.unlink(missing_ok=True)
    scratch.cleanup()
    os._exit(0)


def save_and_leave(services) -> None:
    """MiniStack saves how far each function has read in a table's stream, but not the streams: a function would ignore as
    many new records after a restart as it had read before."""
    save_functions = services.get("lambda")
    if save_functions:
        services["lambda"] = lambda: {**save_functions(), "dynamodb_stream_positions": {}}
    save_all(services)
    leave()


def stop_with_parent() -> None:
    sys.stdin.buffer.read()
    if marker:
        os.kill(os.getpid(), signal.SIGTERM)
    else:
        leave()


if marker:
    persistence.save_all = save_and_leave
    marker.write_text(datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"))

# Functions are unpacked here. The empty package ends Node's search for one: inside a package of type "module"
# MiniStack's workers would not load.
pathlib.Path(scratch.name, "package.json").write_text("{}")
os.environ["TMPDIR"] = tempfile.tempdir = scratch.name

# Until MiniStack listens for it itself; by then it has changed nothing.
signal.signal(signal.SIGTERM, lambda *_: leave())
threading.Thread(target=stop_with_parent, daemon=True).start()
sys.argv = ["ministack"]
runpy.run_module("ministack", run_name="__main__", alter_sys=True)
