// Deciding: what a button or a key does becomes a decision, which the server takes
// where nobody decided since; else both are shown.

// One thing is sent after the other, as each is made on what came of the one before.
let sending = Promise.resolve();

function inTurn(act) {
  sending = sending.then(act, act);
}

// decide changes the decision about a finding.
function decide(item, change) {
  inTurn(() => {
    const was = decisionOf(item.id);
    return send(item, { ...was, ...change }, was.version);
  });
}

async function send(item, to, version) {
  const { choice, state, reason, note, claim, rating } = to;
  let answer;
  try {
    answer = await ask("desk/decide", { finding: item.id, version, choice, state, reason, note, claim, rating });
  } catch {
    say("The desk can’t be reached: nothing was saved. Is xref still running?");
    return;
  }
  if (answer.status === 200) {
    mine.push({ id: item.id, version: answer.value.version, on: answer.value.version });
    keep(item.id, answer.value);
    clash(item, null);
    refilter();
    say(`Saved: ${told(answer.value)}.`);
  } else if (answer.status === 409) {
    keep(item.id, answer.value.current);
    clash(item, to);
    refilter();
  } else {
    say(`Not saved: ${answer.value.error}`);
  }
}

// clash shows that somebody decided first, and keeps what was to be decided.
function clash(item, to) {
  const box = item.querySelector(".clash");
  box.hidden = !to;
  if (!to) return;
  const d = decisionOf(item.id);
  item.querySelector("details").open = true;
  box.querySelector("p").textContent = `${d.who} decided in the meantime: ${told(d)}. Yours isn’t saved: ${told(to)}.`;
  box.querySelector("[data-does=mine]").onclick = () => inTurn(() => send(item, to, decisionOf(item.id).version));
  box.querySelector("[data-does=theirs]").onclick = () => clash(item, null);
}

// undo takes back the last decision of this page.
function undo() {
  inTurn(takeBack);
}

async function takeBack() {
  const last = mine.pop();
  if (!last) {
    say("Nothing to undo: this page has decided nothing.");
    return;
  }
  const { status, value } = await ask("desk/undo", { finding: last.id, version: last.version, on: last.on });
  if (status === 200) {
    // What this page decided just before it can be undone on what stands now.
    for (const each of mine) if (each.id === last.id && each.on === last.version - 1) each.on = value.version;
    keep(last.id, value);
    say(`Undone. Now: ${told(value)}.`);
  } else if (status === 409) {
    keep(last.id, value.current);
    say(`Not undone: ${value.current.who} decided since: ${told(value.current)}.`);
  } else {
    say(`Not undone: ${value.error}`);
  }
  refilter();
}

// What a form asks for, and what becomes of the answer.
const questions = {
  dismissed: { asks: "Why is it dismissed?", value: (d) => d.reason, change: (text) => ({ choice: "dismissed", reason: text }), needed: true },
  note: { asks: "Note", value: (d) => d.note, change: (text) => ({ note: text }) },
  rate: { asks: "The rating, such as “False” or “Mostly true”; empty for none", claim: true, value: (d) => d.rating, change: (text, claim) => (text ? { rating: text, claim } : { rating: "", claim: "" }) },
};

// question opens the form in a finding.
function question(item, name) {
  const q = questions[name];
  const asked = item.querySelector(".asked");
  const text = asked.elements.text;
  const claim = asked.elements.claim;
  const d = decisionOf(item.id);
  item.querySelector("details").open = true;
  asked.hidden = false;
  asked.querySelector(".asks").textContent = q.asks;
  asked.querySelector(".claim").hidden = !q.claim;
  text.value = q.value(d);
  claim.value = d.claim;
  text.required = !!q.needed;
  asked.onsubmit = (event) => {
    event.preventDefault();
    const value = text.value.trim();
    if (q.needed && !value) return;
    asked.hidden = true;
    item.querySelector("summary").focus();
    decide(item, q.change(value, claim.value.trim()));
  };
  asked.onreset = () => {
    asked.hidden = true;
    item.querySelector("summary").focus();
  };
  (q.claim ? claim : text).focus();
}

// past shows or hides what was decided about a finding so far.
async function past(item) {
  const list = item.querySelector(".past");
  const button = item.querySelector("[data-does=history]");
  list.hidden = !list.hidden;
  button.setAttribute("aria-expanded", String(!list.hidden));
  if (list.hidden) return;
  const { status, value } = await ask("desk/history?finding=" + encodeURIComponent(item.id));
  if (status !== 200) {
    say(value.error);
    return;
  }
  list.replaceChildren(...value.map((d) => {
    const entry = element("li");
    entry.append(timeElement(d.at), ` ${d.who}${d.undoes ? " undid, to" : ""}: ${told(d)}`);
    return entry;
  }));
  if (!value.length) list.append(element("li", "Nobody has decided anything yet."));
}

// does is what buttons and keys do with a finding.
const does = {
  accepted: (item) => decide(item, { choice: "accepted", reason: "" }),
  dismissed: (item) => question(item, "dismissed"),
  misaligned: (item) => decide(item, { choice: "misaligned", reason: "" }),
  note: (item) => question(item, "note"),
  rate: (item) => question(item, "rate"),
  history: (item) => past(item),
};
