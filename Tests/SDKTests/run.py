"""Drives the official Python SDK against the mock of a built program.

usage: run.py PROGRAM [options of unittest]

Starts `PROGRAM serve` on a free port, runs the tests of this folder against it, and stops it.
Without options every call of the SDK's sessions and password sessions must have been made by some test.
Exit status: 0 all passed; 1 a test failed, or a call was left out; 2 the mock did not start, or did not stop as it should.
"""

from __future__ import annotations

import os
import signal
import sys
import unittest
import warnings
from pathlib import Path

# Before the SDK is imported: its clients read the environment for proxies.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"

from mock_program import Mock

# What the program exits with when SIGTERM stopped it.
STOPPED = 143


def run(program: str, options: list[str]) -> int:
    warnings.simplefilter("default")
    # What the SDK calls in its own libraries is not ours to mend.
    warnings.filterwarnings("ignore", category=DeprecationWarning, module="stytch")
    mock = Mock(program)
    try:
        mock.wait_until_ready()
        os.environ["STYTCH_MOCK_URL"] = mock.base_url
        outcome = unittest.main(
            module=None,
            argv=["run.py", "discover", "--start-directory", str(Path(__file__).parent), *options],
            # The filters set below, not those of unittest.
            warnings="",
            exit=False,
        ).result
    finally:
        status = mock.stop()
    if status != STOPPED:
        print(f"sdk tests: the mock exited with {status} on SIGTERM, {STOPPED} expected", file=sys.stderr)
        return 2
    if outcome.testsRun == 0:
        print("sdk tests: no test was found", file=sys.stderr)
        return 1
    if not outcome.wasSuccessful():
        return 1
    # Options may have selected some of the tests.
    missing = [] if options else calls_left_out()
    if missing:
        print(f"sdk tests: no test calls {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


def calls_left_out() -> list[str]:
    """The calls that no test has made; the SDK is imported here, where the environment is as it should be."""
    import calls_made

    return calls_made.left_out()


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    # Being told to stop must not leave the mock behind.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        return run(sys.argv[1], sys.argv[2:])
    except (OSError, RuntimeError) as problem:
        print(f"sdk tests: {problem}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
