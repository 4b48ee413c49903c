// What the tests ask of a page; read into it by the DevTools protocol, which no policy of the page stops.
const seen = (element) => element.checkVisibility({ contentVisibilityAuto: false });
const isSeen = (element) => Boolean(element) && seen(element) && element.getBoundingClientRect().height > 0;
const shownRows = () => [...document.querySelectorAll("#cases details.file > ol > li")].filter((row) => !row.hidden && !row.closest("details").hidden).length;
const openFiles = () => document.querySelectorAll("#cases details.file[open]").length;
const matches = () => document.getElementById("matches").textContent;
// The number in a heading of the page, such as `2 of 3`; null for a section that is not there or not seen.
const heading = (name) => {
  const section = document.getElementById(name);
  return section && isSeen(section) ? section.querySelector("h2 .count").textContent : null;
};
const parts = () => [...document.querySelectorAll(".parts a")].filter(seen).map((link) => link.hash.slice(1));
const missing = () => {
  const element = document.getElementById("missing");
  return isSeen(element) ? element.textContent : null;
};
// How many pixels the placeholder of the search needs, and how many it has.
const placeholder = () => {
  const input = document.getElementById("query");
  const style = getComputedStyle(input);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  return [pen.measureText(input.placeholder).width, input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)];
};
const query = () => document.getElementById("query").value;
const here = () => {
  const element = document.querySelector(".here");
  return element && (element.id || element.querySelector("a").hash.slice(1));
};
const untilTrue = (isSo) => new Promise((done, failed) => {
  const end = performance.now() + 5000;
  const look = () => {
    if (isSo()) done(true);
    else if (performance.now() > end) failed(new Error("never so: " + isSo));
    else requestAnimationFrame(look);
  };
  look();
});
const timed = async (act) => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};
const named = (element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.slice(0, 40)}`;
const scrolls = (element) => {
  for (let one = element.parentElement; one; one = one.parentElement) {
    if (/auto|scroll|hidden/.test(getComputedStyle(one).overflowX)) return true;
  }
  return false;
};

// Elements that stand out of the window, where nothing lets them be scrolled to.
const tooWide = () => {
  const found = [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && one.className !== "unseen" && one.className !== "skip" && seen(one)
      && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(one);
  });
  return [...(document.documentElement.scrollWidth > innerWidth ? ["the page"] : []), ...found.map(named)].slice(0, 5);
};

// Tables that one must scroll to read.
const scrolled = () => [...document.querySelectorAll(".wide")].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.getAttribute("aria-label"));

// Texts that lie over one another: neighbours in the flow of the page never do.
const lappedOver = () => {
  const found = [];
  const flows = document.querySelectorAll("header > *, main section > *, article > *, .finding > *, .exchange > *, .file li > *, .tools-line > *");
  const byParent = Map.groupBy([...flows].filter((one) => seen(one) && one.className !== "unseen"), (one) => one.parentElement);
  for (const children of byParent.values()) {
    const boxes = children.map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 0 && box.height > 0);
    for (let at = 1; at < boxes.length; at += 1) {
      const [one, a] = boxes[at - 1];
      const [other, b] = boxes[at];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 2 && getComputedStyle(other).display !== "inline") found.push(`${named(one)} / ${named(other)}`);
    }
  }
  return found.slice(0, 5);
};

// Texts whose contrast with what is behind them is below 4.5, by the formula of WCAG 2.2, 1.4.3.
const faint = () => {
  const parse = (text) => text.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || ["SCRIPT", "STYLE"].includes(element.tagName) || !seen(element)) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) found.add(`${contrast.toFixed(2)} ${named(element)}`);
  }
  return [...found].slice(0, 5);
};
