"""The page of a run in a browser: what is seen, found, copied and printed."""

import subprocess
import unittest
from html import escape
from pathlib import Path
from urllib.parse import quote

import browser
import corpus

EVIL = corpus.EVIL.replace("</script>", "")
READ = Path(__file__).with_name("page.js").read_text(encoding="utf-8")
UNEXPECTED = ("failed", "errored", "not-run", "unexpected-pass")


def opened(page, report, words):
    """Opens a page of very many cases, which must be ready within two seconds, and tells how long it took."""
    page.open(report.address)
    page.run(READ)
    ready = int(page.run("document.documentElement.dataset.ready"))
    print(f"\n{words}: {report.page.stat().st_size} bytes, ready after {ready} ms")
    if ready >= 2_000:
        raise AssertionError(f"ready after {ready} ms")


class ReportTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.report = corpus.of_every_ending()
        cls.addClassCleanup(cls.report.remove)
        cls.browser = browser.Browser(browser.find(), limit=120)
        cls.addClassCleanup(cls.browser.close)

    def open(self, place="", **options):
        self.browser.open(self.report.address + place, **options)
        self.browser.run(READ)

    def run_script(self, script):
        return self.browser.run(script)

    def search(self, text):
        self.browser.press("/")
        self.run_script("document.getElementById('query').select()")
        self.browser.type(text)
        # The page answers a moment after the last key, and says so in the address.
        self.run_script(f"untilTrue(() => decodeURIComponent(location.hash) === {('#q=' + text)!r})")

    def sections(self):
        return {name: self.run_script(f"heading({name!r})") for name in corpus.SECTIONS}

    def heading(self, name, fits=None):
        """What the heading of a section says of the cases that fit, or of all; None where the section is not to be seen."""
        endings = corpus.SECTIONS[name]
        own = [one for one in self.report.cases if endings is None or one["outcome"] in endings]
        found = [one for one in own if fits is None or fits(one)]
        if not own or not found and endings is not None:
            return None
        return str(len(own)) if fits is None else f"{len(found)} of {len(own)}"

    def test_the_run_has_every_ending(self):
        endings = {one["outcome"] for one in self.report.cases}
        self.assertEqual(endings, {"passed", "failed", "errored", "skipped", "known-failure", "unexpected-pass"})

    def test_nothing_is_loaded_and_nothing_that_an_answer_says_runs(self):
        self.open()
        self.assertEqual(self.browser.complaints(), [])
        self.assertIn("did not end as expected", self.run_script("document.title"))
        self.assertIn("onerror=", self.run_script("document.body.innerText"))

    def test_the_policy_stops_a_script_that_is_not_the_page_s_own(self):
        self.open()
        self.run_script("{ const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s) }")
        self.assertIsNone(self.run_script("window.ran ?? null"))
        self.assertTrue(any("Content Security Policy" in said for said in self.browser.complaints()))

    def test_a_filter_shows_what_fits_and_stands_in_the_address(self):
        searches = {
            "verdict:failed": lambda one: one["outcome"] == "failed",
            "verdict:unexpected": lambda one: one["outcome"] in UNEXPECTED,
            "verdict:failed,errored -tag:slow": lambda one: one["outcome"] in ("failed", "errored")
            and "slow" not in one.get("tags", []),
            "-verdict:passed file:odd/": lambda one: one["outcome"] != "passed" and "odd/" in one["position"]["file"],
            "tag:quick": lambda one: "quick" in one.get("tags", []),
            "-file:odd.json": lambda one: "odd.json" not in one["position"]["file"],
            "\"user nobody\"": lambda one: "user nobody" in one.get("description", "").lower(),
            "requirement:get-many": lambda one: "get-many" in one.get("requirements", []),
            "verdict:known,skipped": lambda one: one["outcome"] in ("known-failure", "skipped"),
            "left-out": lambda one: "left-out" in one["id"],
            "nothing-has-this": lambda one: False,
        }
        for text, fits in searches.items():
            with self.subTest(text):
                self.open()
                self.search(text)
                expected = self.report.count(fits)
                self.assertEqual(self.run_script("shownRows()"), expected)
                self.assertEqual(self.run_script("matches()"), f"{expected} of {len(self.report.cases)}")
                self.assertEqual(self.sections(), {name: self.heading(name, fits) for name in corpus.SECTIONS})
        self.assertGreater(self.report.count(searches["requirement:get-many"]), 0)

    def test_a_filter_leaves_only_what_fits_under_each_reason(self):
        self.open()
        parts = self.run_script("parts()")
        self.search("left-out")
        self.assertEqual(self.run_script("document.getElementById('skipped').innerText").split(), "Skipped 1 of 1 1 × not built yet 1 case odd/odd/left-out".split())
        self.assertEqual(self.run_script("parts()"), [name for name in parts if name != "failures"])
        self.browser.press("Escape")
        self.assertEqual(self.sections(), {name: self.heading(name) for name in corpus.SECTIONS})
        self.assertEqual(self.run_script("parts()"), parts)

    def test_a_link_to_a_case_that_is_not_there_says_so(self):
        self.open("#case=odd/odd/fials")
        self.assertEqual(self.run_script("missing()"), "this report has no case 'odd/odd/fials'")
        self.assertIsNone(self.run_script("here()"))
        self.search("fails")
        self.assertIsNone(self.run_script("missing()"))
        self.open("#case=" + quote(f"odd/{EVIL}"))
        self.assertEqual(self.run_script("missing()"), f"this report has no case 'odd/{EVIL}'")
        self.assertIn("did not end as expected", self.run_script("document.title"))
        self.open("#case=odd/odd/fails")
        self.assertIsNone(self.run_script("missing()"))

    def test_a_link_to_a_case_that_the_filter_hides_says_so(self):
        self.open("#q=" + quote("verdict:failed") + "&case=odd/odd/passes")
        self.assertEqual(self.run_script("missing()"), "the filter leaves out the case 'odd/odd/passes'")

    def test_what_the_search_takes_can_be_read_before_one_types(self):
        for width in (320, 400, 800, 1280):
            with self.subTest(width=width):
                self.open(width=width)
                needed, there = self.run_script("placeholder()")
                self.assertGreater(needed, 100)
                self.assertLessEqual(needed, there)

    def test_a_link_with_a_filter_and_a_case_shows_both(self):
        name = "odd/odd/fails"
        self.open("#q=" + quote("verdict:failed") + "&case=" + name)
        self.assertEqual(self.run_script("query()"), "verdict:failed")
        self.assertEqual(self.run_script("here()"), "case=" + name)
        self.assertEqual(self.run_script("shownRows()"), self.report.count(lambda one: one["outcome"] == "failed"))

    def test_a_link_to_a_case_that_passed_unfolds_its_file(self):
        self.open("#case=odd/odd/passes")
        self.assertTrue(self.run_script("isSeen(document.getElementById('case=odd/odd/passes'))"))

    def test_leaving_the_search_shows_everything_again(self):
        self.open()
        before = self.run_script("openFiles()")
        self.search("verdict:failed")
        self.browser.press("Escape")
        self.assertEqual(self.run_script("shownRows()"), len(self.report.cases))
        self.assertEqual(self.run_script("openFiles()"), before)
        self.assertEqual(self.run_script("location.hash"), "")

    def test_a_button_copies_the_command_beside_it(self):
        self.open("#case=odd/odd/fails")
        self.run_script("document.querySelector('.here .evidence').open = true")
        command = self.run_script("document.querySelector('.here .exchange .copyable code').textContent")
        self.assertTrue(command.startswith("curl "))
        self.run_script("document.querySelector('.here .exchange button.copy').click()")
        self.run_script("untilTrue(() => document.querySelector('.here .exchange button.copy').textContent === 'copied')")
        self.assertEqual(self.run_script("navigator.clipboard.readText()"), command)

    def test_each_case_to_look_at_has_the_command_that_runs_it_again(self):
        self.open()
        shown = self.run_script("[...document.querySelectorAll('article.case')].map(one => one.querySelector('.rerun code').textContent)")
        broken = [one["id"] for one in self.report.cases if one["outcome"] in UNEXPECTED]
        self.assertGreater(len(broken), 3)
        self.assertEqual(shown, [f"stytch-conformance run --filter {name}" for name in broken])
        self.assertEqual(self.run_script("document.querySelectorAll('.rerun').length"), len(broken))

    def test_a_key_copies_the_command_that_runs_the_case_again(self):
        self.open("#case=odd/odd/fails")
        self.browser.press("r")
        self.run_script("untilTrue(() => document.querySelector('.here .rerun button.copy.done'))")
        command = "stytch-conformance run --filter odd/odd/fails"
        self.assertEqual(self.run_script("navigator.clipboard.readText()"), command)

    def test_a_name_that_means_something_to_a_shell_is_quoted(self):
        name = "odd/it's $(odd) <b>"
        written = self.report.page.read_text(encoding="utf-8")
        self.assertEqual(written.count(">odd/odd/fails</a></h3>"), 1)
        odd = self.report.page.with_name("odd.html")
        odd.write_text(written.replace(">odd/odd/fails</a></h3>", f">{escape(name)}</a></h3>"), encoding="utf-8")
        self.browser.open(odd.as_uri())
        command = self.run_script("document.getElementById('case=odd/odd/fails').querySelector('.rerun code').textContent")
        self.assertEqual(command, "stytch-conformance run --filter 'odd/it'\\''s $(odd) <b>'")
        words = subprocess.run(["sh", "-c", f"printf '%s\\n' {command}"], capture_output=True, text=True).stdout
        self.assertEqual(words.splitlines(), ["stytch-conformance", "run", "--filter", name])

    def test_keys_move_open_filter_copy_and_explain(self):
        self.open()
        self.browser.press("j")
        first = self.run_script("here()")
        self.browser.press("j")
        second = self.run_script("here()")
        self.assertNotEqual(first, second)
        self.browser.press("k")
        self.assertEqual(self.run_script("here()"), first)
        self.browser.press("Enter")
        self.assertTrue(self.run_script("document.querySelector('.here .evidence').open"))
        self.browser.press("c")
        self.run_script("untilTrue(() => document.querySelector('.here button.copy.done'))")
        self.browser.press("f")
        expected = self.report.count(lambda one: one["outcome"] in UNEXPECTED)
        self.assertEqual(self.run_script("shownRows()"), expected)
        self.browser.press("f")
        self.assertEqual(self.run_script("shownRows()"), len(self.report.cases))
        self.browser.press("?")
        self.assertTrue(self.run_script("document.getElementById('help').open"))

    def test_nothing_is_cut_or_laps_over_at_any_width_and_all_words_can_be_read(self):
        for width in (400, 800, 1400):
            for dark in (False, True):
                with self.subTest(width=width, dark=dark):
                    self.open(width=width, dark=dark)
                    self.run_script("document.querySelectorAll('details').forEach(one => one.open = true)")
                    self.browser.next_frame()
                    self.assertEqual(self.run_script("tooWide()"), [])
                    self.assertEqual(self.run_script("scrolled()"), [])
                    self.assertEqual(self.run_script("lappedOver()"), [])
                    self.assertEqual(self.run_script("faint()"), [])

    def test_without_scripts_and_style_the_page_says_the_same(self):
        self.browser.call("Emulation.setScriptExecutionDisabled", value=True)
        self.addCleanup(self.browser.call, "Emulation.setScriptExecutionDisabled", value=False)
        self.browser.open(self.report.address)
        self.assertIsNone(self.run_script("document.documentElement.dataset.ready ?? null"))
        self.run_script("document.querySelectorAll('style, [style]').forEach(one => one.tagName === 'STYLE' ? one.remove() : one.removeAttribute('style'))")
        said = self.run_script("document.body.innerText")
        again = "one case again: stytch-conformance run --filter and its name"
        for words in ("did not end as expected", "odd/odd/fails", "evidence: 1 exchange", "not built yet", again):
            self.assertIn(words, said)
        self.assertNotIn("filter the cases", said)
        self.assertFalse(self.run_script("[...document.querySelectorAll('button.copy')].some(one => one.checkVisibility())"))

    def test_on_paper_failures_are_open_and_tools_are_gone(self):
        self.open(media="print")
        self.assertTrue(self.run_script("[...document.querySelectorAll('article .evidence pre')].every(one => one.getBoundingClientRect().height > 0)"))
        self.assertEqual(self.run_script("[...document.querySelectorAll('.tools, .copy, dialog')].filter(one => one.checkVisibility()).length"), 0)

    def test_who_does_not_see_the_page_finds_its_way(self):
        self.open()
        tree = self.browser.call("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in tree if not node.get("ignored")]
        for role in ("banner", "navigation", "main", "search", "searchbox", "contentinfo", "article", "region", "table"):
            self.assertIn(role, roles)
        self.assertEqual(roles.count("main"), 1)
        for node in tree:
            if node.get("ignored") or node["role"]["value"] not in ("button", "link", "searchbox", "region"):
                continue
            self.assertTrue(node.get("name", {}).get("value"), node)
        self.assertEqual(self.run_script("[...document.querySelectorAll('h1, h2, h3, h4')].map(one => +one.tagName[1]).every((level, at, all) => at === 0 ? level === 1 : level <= all[at - 1] + 1)"), True)


class AllEvidenceTests(unittest.TestCase):
    COUNT = 10_000

    def test_what_passed_can_be_looked_into_among_ten_thousand_cases(self):
        report = corpus.with_all_evidence(self.COUNT)
        self.addCleanup(report.remove)
        self.assertLess(report.page.stat().st_size, 15_000_000)
        with browser.Browser(browser.find(), limit=60) as page:
            opened(page, report, "10,000 cases with all evidence")
            page.run("location.hash = '#case=many/many/passes/row-7'; untilTrue(() => here() === 'case=many/many/passes/row-7')")
            page.press("Enter")
            self.assertTrue(page.run("isSeen(document.querySelector('.here .exchange pre'))"))
            self.assertIn("HTTP/1.1 404", page.run("document.querySelector('.here .exchange').innerText"))
            page.press("c")
            page.run("untilTrue(() => document.querySelector('.here button.copy.done'))")
            self.assertIn("user-test-00000007", page.run("navigator.clipboard.readText()"))
            self.assertIn("more cases would not fit in here", page.run("document.getElementById('cases').innerText"))
            page.open(report.address + "#q=row-9998")
            page.run(READ)
            self.assertEqual(page.run("shownRows()"), 1)
            page.call("Emulation.setScriptExecutionDisabled", value=True)
            page.open(report.address)
            page.run("{ const row = document.getElementById('case=many/many/passes/row-7'); row.closest('details').open = true; row.querySelectorAll('details').forEach(one => one.open = true) }")
            said = page.run("document.getElementById('case=many/many/passes/row-7').innerText")
            self.assertIn("HTTP/1.1 404", said)

    def test_a_known_failure_says_what_was_found(self):
        report = corpus.with_all_evidence(10)
        self.addCleanup(report.remove)
        with browser.Browser(browser.find(), limit=60) as page:
            for width in (400, 1280):
                page.open(report.address + "#case=odd/odd/fails-as-listed", width=width)
                page.run(READ)
                page.run("document.querySelectorAll('details').forEach(one => one.open = true)")
                page.next_frame()
                self.assertIn("202", page.run("document.querySelector('.here .why').innerText"))
                self.assertEqual(page.run("tooWide()"), [])
                self.assertEqual(page.run("lappedOver()"), [])
                self.assertEqual(page.run("faint()"), [])


class ManyTests(unittest.TestCase):
    COUNT = 10_000

    def test_ten_thousand_cases_are_ready_within_two_seconds_and_found_at_once(self):
        report = corpus.of_many(self.COUNT)
        self.addCleanup(report.remove)
        self.assertEqual(len(report.cases), self.COUNT)
        self.assertLess(report.page.stat().st_size, 15_000_000)
        with browser.Browser(browser.find(), limit=60) as page:
            opened(page, report, "10,000 cases")
            took = page.run("timed(() => { location.hash = '#q=row-9998'; return untilTrue(() => matches().startsWith('1 of')) })")
            print(f"searched in {took:.0f} ms")
            self.assertLess(took, 1_000)
            self.assertEqual(page.run("shownRows()"), 1)
            # Its name is none of the hundred under its reason, which counts it all the same.
            said = page.run("document.getElementById('skipped').innerText").split()
            self.assertEqual(said[:11], "Skipped 1 of 9,999 1 × so many 1 case".split()[:11])
            page.run("document.querySelector('#skipped details').open = true")
            self.assertIn("… 1 more in the list of cases", page.run("document.getElementById('skipped').innerText"))
            page.run("location.hash = '#q=row-7'; untilTrue(() => query() === 'row-7')")
            found = report.count(lambda one: "row-7" in one["id"])
            said = page.run("document.getElementById('skipped').innerText").splitlines()
            self.assertIn(f"… {found - 11:,} more in the list of cases", said)
            self.assertEqual(len([line for line in said if line.startswith("many/many/left/row-7")]), 11)
            page.run("document.querySelector('#skipped .more a').click(); untilTrue(() => query().startsWith('reason:'))")
            self.assertEqual(page.run("matches()"), "9,999 of 10,000")

    def test_five_thousand_failures_have_a_command_each_that_the_page_holds_once(self):
        report = corpus.of_failures(5_000)
        self.addCleanup(report.remove)
        self.assertEqual(report.count(lambda one: one["outcome"] == "failed"), 5_000)
        # The command that repeats the run, and in two places that of a case: for the script, and where there is none.
        self.assertEqual(report.page.read_text(encoding="utf-8").count("stytch-conformance run"), 3)
        with browser.Browser(browser.find(), limit=60) as page:
            opened(page, report, "5,000 failures")
            self.assertEqual(page.run("document.querySelectorAll('article>.rerun code').length"), 5_000)
            last = "document.getElementById('case=many/many/fails/row-4999').querySelector('.rerun code').textContent"
            self.assertEqual(page.run(last), "stytch-conformance run --filter many/many/fails/row-4999")
