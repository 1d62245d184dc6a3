// The review desk: what people decided stands beside the findings. The page is the
// report's; what was decided comes from the server, now and whenever somebody decides.

const desk = document.querySelector(".desk");
const decisions = new Map(); // by the finding's id
const before = new Map(); // what was decided of findings that have changed since
const mine = []; // the decisions that this page made, the last at the end
let csrf = "";
let undecided = { version: 0, choice: "", state: "open", reason: "", note: "", claim: "", rating: "", who: "", at: "" };

const decisionOf = (id) => decisions.get(id) ?? undecided;

const choiceWords = { "": "undecided", accepted: "accepted", dismissed: "dismissed", misaligned: "wrong alignment" };

// element makes an element with a text.
function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function timeElement(at) {
  const made = element("time", new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" }));
  made.dateTime = at;
  return made;
}

// told is a decision in words, without who made it.
function told(d) {
  const parts = [];
  if (d.choice) parts.push(choiceWords[d.choice] + (d.reason ? ": " + d.reason : ""));
  if (d.state !== "open") parts.push(d.state);
  if (d.rating) parts.push(`rated “${d.rating}”: ${d.claim}`);
  if (d.note) parts.push("note: " + d.note);
  return parts.join(" · ") || choiceWords[""];
}

// say tells what happened, also to those who don't see it.
function say(text) {
  document.getElementById("desk-line").textContent = text;
}

// ask sends something to the server and returns its answer with its status.
async function ask(path, body) {
  const options = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf }, body: JSON.stringify(body) };
  const answer = await fetch(path, { ...options, cache: "no-store" });
  const type = answer.headers.get("Content-Type") ?? "";
  return { status: answer.status, value: type.startsWith("application/json") ? await answer.json() : { error: await answer.text() } };
}

// keep takes a decision into the rows and shows it where its finding is an element.
function keep(id, decision) {
  if (decision) decisions.set(id, decision);
  const row = rows.find((each) => each.item.id === id);
  if (!row) return;
  rowTakes(row);
  if (row.item.querySelector(".decide")) show(row.item);
}

function rowTakes(row) {
  const d = decisionOf(row.item.id);
  row.choice = d.choice || (!d.version && before.has(row.item.id) ? "before" : "none");
  row.state = d.state;
  row.said = fold([d.reason, d.note, d.claim, d.rating, d.who].join(" "));
  row.item.dataset.choice = row.choice;
  row.item.dataset.state = row.state;
}

// show puts what stands decided on an element.
function show(item) {
  const d = decisionOf(item.id);
  const box = item.querySelector(".decide");
  for (const button of box.querySelectorAll("[aria-pressed]")) button.setAttribute("aria-pressed", String(button.dataset.does === d.choice));
  box.querySelector("select").value = d.state;
  const line = item.querySelector("summary .decided");
  line.replaceChildren();
  if (d.version) line.append(element("b", told(d)), ` — ${d.who}, `, timeElement(d.at));
  else if (before.has(item.id)) line.append(element("b", "decided before, and it has changed since: please look again"));
  line.hidden = !line.childNodes.length;
  const earlier = box.querySelector(".before");
  const was = before.get(item.id);
  earlier.hidden = !was || d.version > 0;
  if (was) {
    const said = was.values.map((v) => `${v.outlet}: ${v.value}`).join("; ");
    earlier.replaceChildren("Made before: ", element("b", told(was)), ` — ${was.who}, `, timeElement(was.at), `. Then it was ${was.verdict}, “${was.subject}” (${said}).`);
  }
}

// dress adds to a finding what it takes to decide about it.
function dress(item) {
  if (item.querySelector(".decide")) return;
  const line = element("span", "", "decided");
  item.querySelector("summary > span").append(line);
  item.querySelector("details").append(document.getElementById("decide").content.cloneNode(true));
  show(item);
}

// progress tells how much is decided.
function progress() {
  let done = 0;
  let again = 0;
  for (const row of rows) {
    if (row.choice === "before") again++;
    else if (row.choice !== "none" || row.state !== "open") done++;
  }
  document.getElementById("desk-progress").textContent = `${done} of ${rows.length} decided` + (again ? `, ${again} ask again` : "");
}

// refilter filters anew, without the finding at hand going from under one's hands.
function refilter() {
  if (form) filter(Math.max(atOnce, list.children.length), current());
  progress();
}

// load asks for all that stands decided.
async function load() {
  const { status, value } = await ask("desk/decisions");
  if (status !== 200) {
    say(status === 401 ? "Your session has ended; open the link that xref printed again." : value.error);
    return;
  }
  csrf = value.csrf;
  decisions.clear();
  before.clear();
  for (const [id, d] of Object.entries(value.before)) before.set(id, d);
  for (const [id, d] of Object.entries(value.findings)) decisions.set(id, d);
  for (const row of rows) {
    rowTakes(row);
    if (row.item.querySelector(".decide")) show(row.item);
  }
  changes(value.changes);
  if (String(value.reading) !== desk.dataset.reading) news("The coverage has changed.");
  refilter();
}

// changes lists what came into the coverage and went, the last first.
function changes(all) {
  const list = document.getElementById("desk-changes");
  list.replaceChildren(...all.map((c) => {
    const entry = element("li");
    const link = c.what === "finding" && findingOf(c.name) ? element("a", c.text) : element("span", c.text);
    if (link.localName === "a") link.href = "#" + c.name;
    entry.append(timeElement(c.at), ` ${c.what} ${c.how}${c.story ? " in " + c.story : ""}: `, link);
    return entry;
  }));
  if (!all.length) list.append(element("li", "Nothing has changed since the coverage was first read."));
}

// news says that the page shows an earlier reading.
function news(text) {
  const line = document.getElementById("desk-news");
  line.firstElementChild.textContent = text;
  line.hidden = false;
}
