"""Cases of every ending, and the page that the built program writes of a run of them."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNKNOWN = "user-test-00000000-0000-4000-8000-000000000000"
EVIL = "</script><script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">"


def case(name, status=404, user=UNKNOWN, **members):
    """A case that asks for the sessions of a user; the mock knows none of them, which is an answer of status 404."""
    request = {"operation": "sessions.get", "params": {"user_id": user}}
    return {"id": name, **members, "steps": [{"request": request, "expect": {"status": status}}]}


def late(name):
    """A case whose answer comes long after its time is over."""
    one = case(name)
    one["steps"][0]["request"]["timeout"] = "50ms"
    return {**one, "steps": [{"mock": {"fault": {"delay": "60s"}}}, *one["steps"]]}


ODD = {
    "description": "Cases of every ending.",
    "tags": ["odd"],
    "cases": [
        case("passes", description="A user nobody knows.", tags=["quick"]),
        case("fails", 200, description=f"{EVIL} & \u202egnorw\u202c \"quoted\", 日本語 🎉", tags=["quick"]),
        case("fails-too", 201, user=EVIL, tags=["slow"]),
        case("fails-as-listed", 202),
        case("passes-though-listed"),
        late("late"),
        case("left-out", skip="not built yet"),
        case("a-very-" + "very-" * 30 + "long-name", 200, description="long " * 60),
    ],
}

KNOWN = [
    {"case": f"odd/odd/{name}", "message": "status", "reason": "it forgets", "link": "https://example.com/1", "until": "2999-12-31"}
    for name in ("fails-as-listed", "passes-though-listed")
]


# The sections of a page, each with the endings of its cases.
SECTIONS = {
    "failures": ("failed", "errored", "unexpected-pass"),
    "flaky": ("flaky",),
    "known-failures": ("known-failure",),
    "not-run": ("not-run",),
    "skipped": ("skipped",),
    "cases": None,
}


def many(count):
    """A suite of so many cases that are left out, which takes no requests, and one that fails."""
    rows = [{"id": f"row-{number}", "user": f"user {number}"} for number in range(count - 1)]
    left = case("left", user="{{user}}", description="One of very many, with a sentence of its own.", skip="so many")
    return {"description": "Many.", "cases": [{**left, "rows": rows}, case("fails", 200)]}


class Report:
    """The page of a run, the results that it was made of, and the folder in which both are until `remove`."""

    def __init__(self, suites, selection, more=()):
        self._folder = tempfile.TemporaryDirectory(prefix="browser-tests-")
        folder = Path(self._folder.name)
        shutil.copytree(ROOT / "cases", folder / "cases")
        for name, content in suites.items():
            path = folder / "cases" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        program = os.environ["STYTCH_CONFORMANCE"]
        options = [word for pattern in selection for word in ("--filter", pattern)]
        run = subprocess.run(
            [program, "run", "--report", "html", *options, *more], cwd=folder, capture_output=True, text=True, timeout=120
        )
        self.page = folder / "reports/report.html"
        if run.returncode not in (0, 1) or not self.page.exists():
            raise AssertionError(f"the run ended with {run.returncode}: {run.stdout[-2000:]}{run.stderr[-2000:]}")
        self.cases = json.loads((folder / "reports/results.json").read_text(encoding="utf-8"))["cases"]
        self.address = self.page.as_uri()

    def count(self, fits):
        return sum(1 for one in self.cases if fits(one))

    def remove(self):
        self._folder.cleanup()


def asking(count, name, status):
    """A suite of so many cases, each with a request and its answer, which has status 404."""
    rows = [{"id": f"row-{number}", "user": f"user-test-{number:08}-0000-4000-8000-000000000000"} for number in range(count)]
    return {"description": "Many with an answer.", "cases": [{**case(name, status, user="{{user}}"), "rows": rows}]}


def of_every_ending():
    return Report({"odd/odd.json": ODD, "known-failures.json": KNOWN}, ["odd/**", "sessions/get/**"])


def of_many(count):
    return Report({"many/many.json": many(count)}, ["many/**"])


def with_all_evidence(count):
    suites = {"odd/odd.json": ODD, "many/many.json": asking(count, "passes", 404), "known-failures.json": KNOWN}
    return Report(suites, ["odd/**", "many/**"], ["--evidence", "all"])


def of_failures(count):
    return Report({"many/many.json": asking(count, "fails", 200)}, ["many/**"])
