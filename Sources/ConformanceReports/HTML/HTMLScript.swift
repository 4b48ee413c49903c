/// The script of every page; each part does nothing where the page lacks what it is for.
///
/// It puts no text into the page but by `textContent`, so that nothing of a case or an answer becomes markup; markup that the page
/// keeps until somebody asks for it was escaped when it was written.
enum HTMLScript {
    /// The digest by which the page's policy knows the script, in Base64; a test says what it is to be.
    static let sha256 = "kDv/gKPL5HRsBEvZJ+tiVRuwLD9sPQ9N3H9dHpIeekQ="

    static let text: StaticString = #"""
        "use strict";
        (() => {
        const all = (query, root = document) => [...root.querySelectorAll(query)];
        const named = (name) => document.getElementById(name);
        document.documentElement.classList.add("scripted");
        for (const part of all(".search, .keys")) part.hidden = false;

        const live = named("live");
        const say = (words) => { if (live) live.textContent = words; };

        // Copying.
        const copyText = async (text) => {
          try { await navigator.clipboard.writeText(text); return true; } catch {
            const area = document.createElement("textarea");
            area.value = text;
            document.body.append(area);
            area.select();
            const done = document.execCommand("copy");
            area.remove();
            return done;
          }
        };
        const copyFrom = async (button) => {
          const done = await copyText(button.previousElementSibling.textContent);
          button.textContent = done ? "copied" : "select it by hand";
          button.classList.toggle("done", done);
          say(button.textContent);
          setTimeout(() => { button.textContent = "copy"; button.classList.remove("done"); }, 2000);
        };
        document.addEventListener("click", (event) => {
          const button = event.target.closest("button.copy");
          if (button) copyFrom(button);
        });

        // The command that runs a case again: the page holds it once, without the name of a case, and each case gets it with its own.
        const rerun = named("rerun")?.content.firstElementChild;
        const shellWord = (text) => /^[\w/\-.:=,@%+]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
        if (rerun) for (const article of all("article.case")) {
          const box = rerun.cloneNode(true);
          box.querySelector("code").append(" " + shellWord(article.querySelector(".name").textContent));
          article.querySelector(":scope>.why").after(box);
        }

        // Times by the reader's clock.
        for (const time of all("time[datetime]")) {
          const moment = new Date(time.dateTime);
          if (!isNaN(moment)) time.title = moment.toLocaleString() + " by your clock";
        }

        // The cases, read from the list when they are first needed.
        const query = named("query");
        const plain = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
        let known;
        const cases = () => known ??= all("#cases details.file").flatMap((file) => {
          const path = file.dataset.file.toLowerCase();
          return all(":scope>ol>li", file).map((row) => {
            const link = row.querySelector("a");
            const article = row.id ? null : named(link.hash.slice(1));
            const words = [plain(link.hash.slice(6)), row.querySelector("span").textContent];
            if (article) words.push(article.querySelector(".why").textContent);
            return {
              row, file, article, path, verdict: row.firstElementChild.textContent.replace(" ", "-"),
              tags: (row.dataset.t ?? "").toLowerCase().split(" "),
              requirements: (row.dataset.r ?? "").toLowerCase().split(" "), reason: row.dataset.g,
              text: words.join(" ").toLowerCase(),
            };
          });
        });

        // The language of the search: words and key:value, each after "-" the other way round.
        const unexpected = new Set(["failed", "errored", "not-run", "unexpected-pass"]);
        const tests = {
          text: (one, value) => one.text.includes(value),
          file: (one, value) => one.path.includes(value),
          tag: (one, value) => one.tags.includes(value),
          requirement: (one, value) => one.requirements.includes(value),
          reason: (one, value) => one.reason === value,
          verdict: (one, value) => value.split(",").some((word) => word && (one.verdict.startsWith(word)
            || word === "unexpected" && unexpected.has(one.verdict))),
        };
        const form = /(-?)(?:(verdict|tag|file|requirement|reason):)?(?:"([^"]*)"?|(\S+))/g;
        const terms = (text) => [...text.matchAll(form)].map(([, not, key, quoted, word]) => (
          { not: not === "-", test: tests[key ?? "text"], value: (quoted ?? word).toLowerCase() }
        )).filter(({ value }) => value && !/^-?(verdict|tag|file|requirement|reason):$/.test(value));

        let wasOpen;
        const show = (text) => {
          const wanted = terms(text);
          const files = new Map();
          let count = 0;
          for (const one of cases()) {
            const fits = wanted.every(({ not, test, value }) => test(one, value) !== not);
            if (one.row.hidden === fits) one.row.hidden = !fits;
            if (one.article && one.article.hidden === fits) one.article.hidden = !fits;
            if (fits) count += 1;
            files.set(one.file, (files.get(one.file) ?? 0) + (fits ? 1 : 0));
          }
          const isFiltered = wanted.length > 0;
          if (isFiltered && !wasOpen) wasOpen = new Map([...files.keys()].map((file) => [file, file.open]));
          for (const [file, matches] of files) {
            file.hidden = matches === 0;
            if (isFiltered) { if (count <= 500 && matches > 0) file.open = true; } else if (wasOpen) file.open = wasOpen.get(file);
          }
          if (!isFiltered) wasOpen = undefined;
          const failures = named("failures");
          if (failures) failures.hidden = !failures.querySelector("article:not([hidden])");
          const words = isFiltered ? `${count} of ${cases().length}` : "";
          named("matches").textContent = words;
          say(isFiltered ? `${words} cases shown` : "all cases shown");
          for (const link of all(".counts a")) {
            if (plain(link.hash) === "#q=" + text.trim()) link.setAttribute("aria-current", "true");
            else link.removeAttribute("aria-current");
          }
        };
        const search = (text) => {
          query.value = text;
          const address = location.href.split("#")[0];
          history.replaceState(null, "", text.trim() ? `${address}#q=${encodeURIComponent(text.trim())}` : address);
          show(text);
        };

        // Moving along the cases.
        let here;
        // What the lines of the list keep as markup, made into elements when it is asked for.
        const unpack = (root) => {
          for (const kept of all("details.evidence>noscript", root)) {
            const parts = new DOMParser().parseFromString(kept.textContent, "text/html");
            kept.replaceWith(...parts.body.childNodes);
          }
        };
        document.addEventListener("toggle", (event) => { if (event.target.open && event.target.matches(".evidence")) unpack(event.target.parentElement); }, true);

        const select = (element, block = "nearest") => {
          here?.classList.remove("here");
          here = element;
          if (!here) return;
          here.classList.add("here");
          here.tabIndex = -1;
          here.focus({ preventScroll: true });
          here.scrollIntoView({ block });
        };
        const move = (step) => {
          const seen = all("article.case:not([hidden]), #cases details.file[open]:not([hidden])>ol>li:not([hidden])");
          const at = seen.indexOf(here);
          const next = at < 0 ? (step > 0 ? 0 : seen.length - 1) : at + step;
          if (seen[next]) select(seen[next]);
        };
        const reveal = (name) => {
          const element = named(name);
          if (!element) return;
          element.closest("details")?.setAttribute("open", "");
          select(element, "start");
        };
        const unfold = () => {
          if (!here) return;
          const fold = here.querySelector("details.evidence");
          if (fold) { unpack(here); fold.open = !fold.open; } else if (!here.id) here.querySelector("a").click();
        };
        const follow = () => {
          const [, text, name] = location.hash.match(/^#(?:q=(.*?))?&?(case=.*)?$/) ?? [];
          if (text !== undefined && query) { query.value = plain(text); show(query.value); }
          if (name) reveal(name);
        };

        if (query) {
          let waiting;
          query.addEventListener("input", () => {
            clearTimeout(waiting);
            waiting = setTimeout(() => search(query.value), 60);
          });
          addEventListener("hashchange", follow);
          if (location.hash) follow();
        }

        const copyOf = (query) => {
          const button = here?.querySelector(query);
          if (button) copyFrom(button);
          return button;
        };
        const keys = {
          "/": () => query?.focus(),
          f: () => query && search(query.value.trim() === "verdict:unexpected" ? "" : "verdict:unexpected"),
          j: () => move(1),
          k: () => move(-1),
          Enter: unfold,
          c: () => {
            if (here) unpack(here);
            copyOf("details.exchange[open] button.copy") || copyOf(".exchange button.copy");
          },
          r: () => copyOf(":scope>.rerun button.copy"),
          "?": () => named("help")?.showModal(),
        };
        document.addEventListener("keydown", (event) => {
          if (event.target === query && event.key === "Escape") { search(""); query.blur(); return; }
          if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, dialog")) return;
          if (event.key === "Enter" && event.target.closest("a, summary, button")) return;
          const act = keys[event.key];
          if (!act) return;
          event.preventDefault();
          act();
        });

        // On paper nothing can be opened.
        let folded = [];
        addEventListener("beforeprint", () => {
          folded = all("article.case details.evidence:not([open])");
          for (const fold of folded) fold.open = true;
        });
        addEventListener("afterprint", () => { for (const fold of folded) fold.open = false; });

        performance.mark("ready");
        document.documentElement.dataset.ready = Math.round(performance.now());
        })();
        """#
}
