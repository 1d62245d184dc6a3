// The desk begins: findings that are elements already get their buttons, and the server
// tells what others do.

function startDesk() {
  if (!form) return;
  onUnfold = dress;
  for (const row of rows) if (row.item.querySelector("details")) dress(row.item);
  list.addEventListener("click", (event) => {
    const button = event.target.closest(".choices [data-does]");
    if (button) does[button.dataset.does](button.closest(".finding"));
  });
  list.addEventListener("change", (event) => {
    if (event.target.matches(".choices select")) decide(event.target.closest(".finding"), { state: event.target.value });
  });
  startKeys();
}

function listen() {
  const source = new EventSource("desk/events");
  source.addEventListener("open", load); // what happened while nothing was heard
  source.addEventListener("decision", (event) => {
    const { finding, decision } = JSON.parse(event.data);
    if (decision.version <= decisionOf(finding).version) return;
    keep(finding, decision);
    refilter();
    say(`${decision.who}: ${told(decision)}.`);
  });
  source.addEventListener("reading", (event) => news(JSON.parse(event.data).text));
  source.addEventListener("failed", (event) => say(JSON.parse(event.data).text));
  source.addEventListener("error", () => say("The desk can’t be reached. Is xref still running?"));
}

startDesk();
document.querySelector("#desk-news button").addEventListener("click", () => location.reload());
listen();
