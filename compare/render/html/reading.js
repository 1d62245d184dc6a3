// The reading view: articles side by side. A passage that stands in threads
// (claims C…, quotations Q…, findings F…) is a button; choosing it highlights
// every passage of its threads and brings those of the other articles level.

const reading = document.getElementById("reading");
const texts = Array.from(reading.querySelectorAll(".paper"));
const boxes = texts.map(boxFor);
const beside = reading.querySelector(".beside");
let threads = null; // parts of passages by thread
let chosen = []; // the threads that are highlighted

// boxFor makes the box by which an article is shown.
function boxFor(text) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "article";
  box.value = text.dataset.of;
  box.checked = text.classList.contains("first");
  const label = document.createElement("label");
  label.append(box, ` ${outletOf(text)}`);
  reading.querySelector(".choose").append(label);
  text.tabIndex = 0;
  text.setAttribute("aria-label", outletOf(text));
  return box;
}

// readThreads indexes the passages when the view is first shown.
function readThreads() {
  if (threads) return;
  threads = new Map();
  for (const part of reading.querySelectorAll("u")) {
    join(part);
    for (const id of threadIDs(part)) {
      if (!threads.has(id)) threads.set(id, []);
      threads.get(id).push(part);
    }
  }
  for (const text of texts) {
    for (const unit of text.querySelectorAll(".unit")) {
      unit.setAttribute("role", "button");
      unit.setAttribute("aria-pressed", "false");
      unit.tabIndex = -1;
    }
    const first = text.querySelector(".unit");
    if (first) first.tabIndex = 0;
  }
}

// threadIDs are those of a part's classes that name threads.
function threadIDs(part) {
  return Array.from(part.classList).filter((name) => /^[CFQ]\d+$/.test(name));
}

// join makes one button of the parts that stand side by side.
function join(part) {
  let unit = part.previousSibling;
  if (unit?.className !== "unit") {
    unit = document.createElement("span");
    unit.className = "unit";
    part.before(unit);
  }
  unit.append(part);
}

const textOf = (part) => part.closest(".paper");
const shown = () => texts.filter((text) => !text.hidden);

// showTexts puts the ticked articles side by side.
function showTexts() {
  texts.forEach((text, i) => { text.hidden = !boxes[i].checked; });
  reading.querySelector(".columns").dataset.count = String(shown().length);
}

// threadsOf are the threads of a part, or of all parts of a unit: the closest
// first, which is the one that covers the fewest words of the article.
function threadsOf(element) {
  const parts = element.localName === "u" ? [element] : Array.from(element.children);
  const text = textOf(element);
  const words = (id) => threads.get(id).filter((part) => textOf(part) === text).reduce((sum, part) => sum + part.textContent.length, 0);
  const ids = [...new Set(parts.flatMap(threadIDs))];
  return ids.map((id) => [words(id), id]).sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)).map(([, id]) => id);
}

// chooseAt chooses the closest thread of a part or a unit; where one of its
// threads is chosen already, the next.
function chooseAt(element, part) {
  const ids = threadsOf(element);
  const next = (ids.indexOf(chosen[0]) + 1) % ids.length;
  choose([ids[next]], part);
  if (ids.length > 1) {
    const note = document.createElement("small");
    note.textContent = ` ${next + 1} of ${ids.length} alignments of these words; choose again for the next.`;
    beside.firstElementChild.append(note);
  }
  writeReading();
}

// choose highlights threads; from is the passage that stays where it is, if any.
function choose(ids, from) {
  letGo();
  chosen = ids.filter((id) => threads.has(id));
  const parts = chosen.flatMap((id) => threads.get(id));
  for (const part of parts) {
    part.classList.add("chosen");
    part.parentElement.setAttribute("aria-pressed", "true");
  }
  if (!parts.length) return;
  const anchor = from ?? parts.find((part) => !textOf(part).hidden);
  if (!anchor) return;
  if (!from) textOf(anchor).scrollTop += anchor.getBoundingClientRect().top - textOf(anchor).getBoundingClientRect().top - 90;
  const level = anchor.getBoundingClientRect().top - textOf(anchor).getBoundingClientRect().top;
  for (const text of shown()) {
    if (text === textOf(anchor)) continue;
    const part = parts.find((each) => textOf(each) === text);
    if (part) text.scrollTop += part.getBoundingClientRect().top - text.getBoundingClientRect().top - level;
  }
  explain(parts);
}

function letGo() {
  for (const part of reading.querySelectorAll(".chosen")) part.classList.remove("chosen");
  for (const unit of reading.querySelectorAll("[aria-pressed=true]")) unit.setAttribute("aria-pressed", "false");
  chosen = [];
  beside.hidden = true;
}

// explain says where the chosen words stand and what was found about them.
function explain(parts) {
  const carriers = texts.filter((text) => parts.some((part) => textOf(part) === text));
  const about = rows.filter((row) => row.threads.some((id) => chosen.includes(id)));
  const line = document.createElement("p");
  line.textContent = `In ${carriers.map(outletOf).join(", ")}.${about.length ? "" : " No finding is about it."}`;
  const list = document.createElement("ul");
  for (const item of about.slice(0, 5).map((row) => unfold(row.item))) {
    const link = document.createElement("a");
    link.href = "#" + item.id;
    const verdict = document.createElement("span");
    verdict.className = `verdict ${item.classList[1]}`;
    verdict.textContent = item.classList[1];
    link.append(verdict, ` ${item.querySelector("summary i").textContent}: `, item.querySelector("summary > span > b").textContent);
    const entry = document.createElement("li");
    entry.append(link);
    list.append(entry);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Let go";
  close.addEventListener("click", () => { letGo(); writeReading(); });
  beside.replaceChildren(line, list, close);
  beside.hidden = false;
}

// setReading shows what the address asks for. Of a link alone, the articles that
// it stands in are shown, three at most.
function setReading(params) {
  if (!texts.length) return;
  readThreads();
  const ids = (params.get("link") ?? "").split(",").filter(Boolean);
  const articles = params.getAll("article");
  if (articles.length) {
    for (const box of boxes) box.checked = articles.includes(box.value);
  } else if (ids.length) {
    const carriers = [...new Set(ids.flatMap((id) => threads.get(id) ?? []).map(textOf))].slice(0, 3);
    if (carriers.length) boxes.forEach((box, i) => { box.checked = carriers.includes(texts[i]); });
  }
  showTexts();
  if (ids.length) choose(ids);
  else letGo();
}

function writeReading() {
  const params = new URLSearchParams();
  for (const box of boxes) if (box.checked) params.append("article", box.value);
  if (chosen.length) params.set("link", chosen.join(","));
  writeAddress("reading", params);
}

// move puts the focus on the passage so many steps on, within its article.
function move(unit, steps) {
  const units = Array.from(textOf(unit).querySelectorAll(".unit"));
  const next = units[Math.max(0, Math.min(units.length - 1, units.indexOf(unit) + steps))];
  unit.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

const keys = {
  ArrowDown: (unit) => move(unit, 1),
  ArrowUp: (unit) => move(unit, -1),
  Home: (unit) => move(unit, -Infinity),
  End: (unit) => move(unit, Infinity),
  Enter: (unit) => chooseAt(unit, unit.firstElementChild),
  " ": (unit) => keys.Enter(unit),
};

function startReading() {
  if (!texts.length) return;
  for (const box of boxes) box.addEventListener("change", () => { showTexts(); writeReading(); });
  reading.addEventListener("click", (event) => {
    const part = event.target.closest("u");
    if (part) chooseAt(part, part);
  });
  reading.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      letGo();
      writeReading();
      return;
    }
    const unit = event.target.closest(".unit");
    if (!unit || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key](unit);
  });
}
