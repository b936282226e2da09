"""Runs MiniStack for as long as the process that started it lives.

Standard input is a pipe that process holds open. When it ends, however it ends, MiniStack is told to stop and saves
its state, so a killed `npm start` loses nothing and leaves nothing behind.

The first argument, if any, is a marker file that exists while there is unsaved state: written before, removed only
after a graceful stop. In it is the time MiniStack was started.
"""

import datetime
import os
import pathlib
import runpy
import signal
import sys
import tempfile
import threading


def stop_with_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def run_ministack() -> None:
    """Returns after a graceful stop, also one asked for before MiniStack listens for that itself."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    threading.Thread(target=stop_with_parent, daemon=True).start()
    sys.argv = ["ministack"]
    try:
        runpy.run_module("ministack", run_name="__main__", alter_sys=True)
    except SystemExit as stopped:
        if stopped.code:
            raise


marker = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
with tempfile.TemporaryDirectory(prefix="besluitketen-", ignore_cleanup_errors=True) as scratch:
    # Functions are unpacked here. The empty package ends Node's search for one: in the directory of a package of type
    # "module" MiniStack's workers would not load.
    pathlib.Path(scratch, "package.json").write_text("{}")
    os.environ["TMPDIR"] = tempfile.tempdir = scratch
    if marker:
        marker.write_text(datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"))
    run_ministack()
    if marker:
        marker.unlink(missing_ok=True)
