/// The script of every page; each part does nothing where the page lacks what it is for.
enum HTMLScript {
    /// The digest by which the page's policy knows the script, in Base64; a test says what it is to be.
    static let sha256 = "YgtcjEU7b6ey2VNyNMspWBbkEQXUMHJevwa4bACaQv8="

    static let text: StaticString = #"""
        "use strict";
        (() => {
        const all = (query, root = document) => [...root.querySelectorAll(query)];
        document.documentElement.classList.add("scripted");

        const copyText = async (text) => {
          try { await navigator.clipboard.writeText(text); return true; } catch (error) {
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
          setTimeout(() => { button.textContent = "copy"; button.classList.remove("done"); }, 2000);
        };
        document.addEventListener("click", (event) => {
          const button = event.target.closest("button.copy");
          if (button) copyFrom(button);
        });
        for (const time of all("time[datetime]")) {
          const moment = new Date(time.dateTime);
          if (!isNaN(moment)) time.title = moment.toLocaleString() + " by your clock";
        }
        })();
        """#
}
