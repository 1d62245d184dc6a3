// The keyboard. Keys do something where nobody is writing.

// current is the finding at hand: the one with the focus, or the one before it was lost.
let atHand = null;

function current() {
  const focused = document.activeElement?.closest?.(".finding");
  if (focused) atHand = focused;
  return atHand?.isConnected ? atHand : null;
}

// step goes to the finding so many on in the list.
function step(by) {
  const items = Array.from(list.children);
  if (!items.length) return;
  const at = items.indexOf(current());
  const next = items[Math.max(0, Math.min(items.length - 1, at < 0 ? 0 : at + by))];
  if (at === items.length - 1 && by > 0 && !more.hidden) more.click();
  atHand = next;
  const over = [document.querySelector("nav"), form].filter((each) => getComputedStyle(each).position === "sticky");
  next.style.scrollMarginTop = `${over.reduce((sum, each) => sum + each.offsetHeight, 0)}px`;
  next.style.scrollMarginBottom = "4rem";
  next.scrollIntoView({ block: "nearest" });
  next.querySelector("summary").focus({ preventScroll: true });
}

// on does something with the finding at hand, or with the first.
const on = (act) => () => {
  if (!current()) step(0);
  if (current()) act(current());
};

const deskKeys = {
  j: () => step(1),
  k: () => step(-1),
  a: on(does.accepted),
  d: on(does.dismissed),
  w: on(does.misaligned),
  n: on(does.note),
  r: on(does.rate),
  o: on((item) => decide(item, { state: "open" })),
  c: on((item) => decide(item, { state: "checked" })),
  p: on((item) => decide(item, { state: "published" })),
  u: () => undo(),
  "/": () => { form.elements.q.focus(); form.elements.q.select(); },
  "?": () => { const keys = document.getElementById("desk-keys"); keys.open = !keys.open; if (keys.open) keys.scrollIntoView({ block: "nearest" }); },
};

function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest(".asked")) {
      event.target.closest(".asked").reset();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const act = deskKeys[event.key];
    if (!act) return;
    event.preventDefault();
    if (event.key !== "?" && !document.getElementById("findings").classList.contains("current")) {
      location.hash = "#findings";
      go();
    }
    act();
  });
}
