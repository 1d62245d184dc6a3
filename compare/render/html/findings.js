// The filters of the findings. What is chosen stands in the form and, by
// writeAddress, in the address; a row holds what a finding is filtered by. Only
// the items that are shown stand in the list: a browser takes time for each that
// does, hidden or not.

const form = document.querySelector(".filters");
const list = document.querySelector(".findings");
const more = document.querySelector("#more");

// parted is what the page's maker wrote of a finding in one attribute.
function parted(text) {
  const [percent, story, kind, ...threads] = text.split(" ");
  return { percent: Number(percent), story, kind, threads };
}

const rows = Array.from(document.querySelectorAll(".finding"), (item) => ({
  item,
  verdict: item.classList[1],
  accepted: item.classList.contains("settled") ? "yes" : "no",
  ...parted(item.dataset.of),
  articles: item.dataset.in.split(" "),
  people: (item.dataset.who ?? "").split(" "),
  words: null, // what text is looked for in, once it is
  choice: "none", // of the desk, as what follows
  state: "open",
  said: "", // what people wrote about it
}));

// onUnfold is what else is done with a finding that becomes an element.
let onUnfold = () => {};

// unfold makes elements of a finding that stands in the page as text: a browser
// reads what is for pages without scripts as such.
function unfold(item) {
  const folded = item.firstElementChild;
  if (folded?.localName === "noscript") folded.outerHTML = folded.textContent;
  item.setAttribute("role", "listitem");
  const last = item.querySelector("details > p");
  if (last.firstElementChild.localName !== "a") last.prepend(besideLink(parted(item.dataset.of).threads[0]));
  onUnfold(item);
  return item;
}

// besideLink leads to the passages of a thread in the reading view.
function besideLink(thread) {
  const link = document.createElement("a");
  link.href = "#reading&link=" + thread;
  link.textContent = "Read side by side";
  return link;
}

// fold takes letter case and accents off, so that "agnes" finds "Agnès".
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// entities are the characters that the page's maker escapes.
const entities = { amp: "&", lt: "<", gt: ">", "#34": '"', "#39": "'", "#43": "+" };

// wordsOf is all text of a finding; it is read once.
function wordsOf(row) {
  if (row.words === null) {
    const folded = row.item.firstElementChild.localName === "noscript";
    const text = row.item.textContent;
    row.words = fold(folded ? text.replace(/<[^>]*>/g, "").replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all) : text);
  }
  return row.words;
}

// readyWords reads the texts ahead of the first search, a few at a time.
function readyWords(from = 0) {
  const end = Math.min(rows.length, from + 200);
  for (let i = from; i < end; i++) wordsOf(rows[i]);
  if (end < rows.length) setTimeout(readyWords, 0, end);
}

// chosenFilters are the parameters of the address that the form stands for.
function chosenFilters() {
  const params = new URLSearchParams();
  const verdicts = Array.from(form.querySelectorAll("[name=verdict]:checked"), (box) => box.value);
  if (verdicts.length) params.set("verdict", verdicts.join(","));
  for (const name of ["kind", "outlet", "person", "story", "accepted", "choice", "state", "q"]) {
    const value = form.elements[name]?.value.trim();
    if (value) params.set(name, value);
  }
  if (form.elements.least.value !== "0") params.set("least", form.elements.least.value);
  return params;
}

// setFilters sets the form by parameters of the address and shows the item kept,
// whatever passes.
function setFilters(params, kept) {
  if (!form) return;
  const verdicts = (params.get("verdict") ?? "").split(",");
  for (const box of form.querySelectorAll("[name=verdict]")) box.checked = verdicts.includes(box.value);
  for (const name of ["kind", "outlet", "person", "story", "accepted", "choice", "state", "q"]) {
    if (form.elements[name]) form.elements[name].value = params.get(name) ?? "";
  }
  for (const select of form.querySelectorAll("select")) if (select.selectedIndex < 0) select.value = "";
  form.elements.least.value = params.get("least") ?? "0";
  filter(atOnce, kept);
}

// Of the findings that pass, so many are shown at once; a button shows more.
const atOnce = 100;

// filter shows the findings that pass what the form asks for, the first of them,
// and always the item kept.
function filter(most = atOnce, kept = null) {
  const params = chosenFilters();
  const verdicts = params.get("verdict")?.split(",");
  const kind = params.get("kind");
  const person = params.get("person");
  const story = params.get("story");
  const accepted = params.get("accepted");
  const choice = params.get("choice");
  const state = params.get("state");
  const least = Number(params.get("least") ?? 0);
  const place = form.elements.outlet.selectedOptions[0]?.dataset.place;
  const words = fold(params.get("q") ?? "").split(/\s+/).filter(Boolean);
  const items = [];
  let passed = 0;
  for (const row of rows) {
    const passes = (!verdicts || verdicts.includes(row.verdict))
      && (!kind || row.kind === kind)
      && (!person || row.people.includes(person))
      && (!story || row.story === story)
      && (!accepted || row.accepted === accepted)
      && (!choice || row.choice === choice)
      && (!state || row.state === state)
      && row.percent >= least
      && (!place || row.articles.includes(place))
      && words.every((word) => wordsOf(row).includes(word) || row.said.includes(word));
    if (passes) passed++;
    if (passes && passed <= most || row.item === kept) items.push(unfold(row.item));
  }
  if (items.length !== list.children.length || items.some((item, i) => item !== list.children[i])) list.replaceChildren(...items);
  const all = rows.length;
  form.querySelector("output").value = String(least);
  form.querySelector("[role=status]").textContent = passed === all ? `${all} finding${all === 1 ? "" : "s"}` : `${passed} of ${all} findings`;
  form.querySelector("[type=reset]").hidden = params.size === 0;
  document.querySelector(".none").hidden = passed > 0;
  more.hidden = passed <= most;
  more.onclick = () => filter(most + atOnce);
}

// offerOutlets makes a choice of each article that a finding is about.
function offerOutlets() {
  const about = new Set(rows.flatMap((row) => row.articles));
  for (const text of document.querySelectorAll(".paper")) {
    const place = placeOf(text);
    if (!about.has(place)) continue;
    const option = new Option(outletOf(text), text.dataset.of);
    option.dataset.place = place;
    form.elements.outlet.append(option);
  }
}

// An article's place is how findings name it, its outlet what people call it.
const placeOf = (text) => text.id.slice("text-".length);
const outletOf = (text) => text.querySelector(".outlet").firstChild.textContent.trim();

function startFindings() {
  if (!form) return;
  offerOutlets();
  list.setAttribute("role", "list");
  const changed = () => {
    filter();
    writeAddress("findings", chosenFilters());
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed, 0));
  (window.requestIdleCallback ?? setTimeout)(() => readyWords());
}

// openFinding opens a finding that is shown, below what sticks to the top.
function openFinding(item) {
  item.querySelector("details").open = true;
  const over = [document.querySelector("nav"), form].filter((each) => getComputedStyle(each).position === "sticky");
  item.style.scrollMarginTop = `${over.reduce((sum, each) => sum + each.offsetHeight, 0)}px`;
  item.scrollIntoView();
  item.querySelector("summary").focus({ preventScroll: true });
}

// findingOf is the item of a finding, shown or not; undefined for another id.
function findingOf(id) {
  return rows.find(({ item }) => item.id === id)?.item;
}
