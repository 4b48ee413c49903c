/// The script of every page; each part does nothing where the page lacks what it is for.
///
/// It puts no text into the page but by `textContent`, so that nothing of a case or an answer becomes markup; markup that the page
/// keeps until somebody asks for it was escaped when it was written.
enum HTMLScript {
    /// The digest by which the page's policy knows the script, in Base64; a test says what it is to be.
    static let sha256 = "deCvPkSc+V2y0QIsFTfw3HCtlT0d8PhgB6UxuAYpLz4="

    static let text: StaticString = #"""
        "use strict";
        (() => {
        const all = (query, root = document) => [...root.querySelectorAll(query)];
        const named = (name) => document.getElementById(name);
        document.documentElement.classList.add("scripted");
        for (const part of all(".search, .keys")) part.hidden = false;

        const live = named("live");
        const say = (words) => { if (live) live.textContent = words; };

        // What an address asks for and the page does not have.
        const missing = named("missing");
        const warn = (words) => {
          if (!missing) return;
          missing.textContent = words;
          missing.hidden = !words;
          if (words) missing.scrollIntoView({ block: "center" });
        };

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
        const grouped = (number) => number.toLocaleString("en");
        // The reasons that cases share which are neither broken nor passed, by their numbers, and the names under them.
        const groups = new Map(all(".reason").map((box) => [box.dataset.g, {
          box, total: box.querySelector("b"), fold: box.querySelector("details"), more: box.querySelector(".more"),
          names: new Map(all(".names>li", box).map((name) => [name.firstElementChild.hash, name])),
        }]));
        const cases = () => known ??= all("#cases details.file").flatMap((file) => {
          const path = file.dataset.file.toLowerCase();
          return all(":scope>ol>li", file).map((row) => {
            const link = row.querySelector("a");
            const article = row.id ? null : named(link.hash.slice(1));
            const words = [plain(link.hash.slice(6)), row.querySelector("span").textContent];
            if (article) words.push(article.querySelector(".why").textContent);
            return {
              row, file, article, path, name: groups.get(row.dataset.g)?.names.get(link.hash), verdict: row.firstElementChild.textContent.replace(" ", "-"),
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

        // The sections of cases, each with how many it has: as many articles, or as many as its reasons have, or all.
        const sections = ["failures", "flaky", "known-failures", "not-run", "skipped", "cases"].map(named)
          .filter((section) => section?.querySelector("h2 .count")).map((section) => {
            const total = section.querySelector("h2 .count");
            return { section, total, words: total.textContent };
          });
        const countIn = (section, counts, count) => {
          if (section.id === "cases") return count;
          const boxes = all(":scope>.reason", section);
          if (boxes.length === 0) return all(":scope>article:not([hidden])", section).length;
          return boxes.reduce((sum, box) => sum + (counts.get(box.dataset.g) ?? 0), 0);
        };
        const tell = (counts, count, isFiltered) => {
          for (const [number, { box, total, fold, names, more }] of groups) {
            const fits = counts.get(number) ?? 0;
            box.hidden = fits === 0;
            total.textContent = `${grouped(fits)} ×`;
            fold.firstElementChild.textContent = fits === 1 ? "1 case" : `${grouped(fits)} cases`;
            if (!more) continue;
            const left = fits - [...names.values()].filter((name) => !name.hidden).length;
            more.hidden = left === 0;
            more.firstChild.data = `… ${grouped(left)} more in the `;
          }
          for (const { section, total, words } of sections) {
            const fits = countIn(section, counts, count);
            total.textContent = isFiltered ? `${grouped(fits)} of ${words}` : words;
            if (section.id !== "cases") section.hidden = fits === 0;
          }
          for (const link of all(".parts a")) link.parentElement.hidden = named(link.hash.slice(1))?.hidden ?? false;
        };

        let wasOpen;
        const show = (text) => {
          const wanted = terms(text);
          const files = new Map();
          const counts = new Map();
          let count = 0;
          for (const one of cases()) {
            const fits = wanted.every(({ not, test, value }) => test(one, value) !== not);
            if (one.row.hidden === fits) one.row.hidden = !fits;
            if (one.article && one.article.hidden === fits) one.article.hidden = !fits;
            if (one.name && one.name.hidden === fits) one.name.hidden = !fits;
            if (fits) {
              count += 1;
              if (one.reason) counts.set(one.reason, (counts.get(one.reason) ?? 0) + 1);
            }
            files.set(one.file, (files.get(one.file) ?? 0) + (fits ? 1 : 0));
          }
          const isFiltered = wanted.length > 0;
          if (isFiltered && !wasOpen) wasOpen = new Map([...files.keys()].map((file) => [file, file.open]));
          for (const [file, matches] of files) {
            file.hidden = matches === 0;
            if (isFiltered) { if (count <= 500 && matches > 0) file.open = true; } else if (wasOpen) file.open = wasOpen.get(file);
          }
          if (!isFiltered) wasOpen = undefined;
          tell(counts, count, isFiltered);
          const words = isFiltered ? `${grouped(count)} of ${grouped(cases().length)}` : "";
          named("matches").textContent = words;
          say(isFiltered ? `${words} cases shown` : "all cases shown");
          for (const link of all(".counts a")) {
            if (plain(link.hash) === "#q=" + text.trim()) link.setAttribute("aria-current", "true");
            else link.removeAttribute("aria-current");
          }
        };
        const search = (text) => {
          warn("");
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
          if (!element) return warn(`this report has no case '${plain(name.slice(5))}'`);
          if (element.hidden) return warn(`the filter leaves out the case '${plain(name.slice(5))}'`);
          element.closest("details")?.setAttribute("open", "");
          select(element, "start");
        };
        const unfold = () => {
          if (!here) return;
          const fold = here.querySelector("details.evidence");
          if (fold) { unpack(here); fold.open = !fold.open; } else if (!here.id) here.querySelector("a").click();
        };
        const follow = () => {
          warn("");
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
