"""Opens reports of a built program in a browser.

usage: run.py PROGRAM [options of unittest]

Exit status: 0 all passed; 1 a test failed, or none was found.
"""

import os
import sys
import unittest
from pathlib import Path

if __name__ == "__main__":
    os.environ["STYTCH_CONFORMANCE"] = os.path.abspath(sys.argv[1])
    outcome = unittest.main(
        module=None,
        argv=["run.py", "discover", "--start-directory", str(Path(__file__).parent), *sys.argv[2:]],
        exit=False,
    ).result
    if outcome.testsRun == 0:
        print("browser tests: no test was found", file=sys.stderr)
    sys.exit(0 if outcome.wasSuccessful() and outcome.testsRun else 1)
