// What the address names is shown, now and whenever it changes.

const views = Array.from(document.querySelectorAll(".view"));

function go() {
  const { place, params } = readAddress();
  const finding = findingOf(place);
  const target = finding ?? document.getElementById(place);
  const view = finding ? form.closest(".view") : target?.closest(".view") ?? views[0];
  for (const each of views) each.classList.toggle("current", each === view);
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === "#" + view.id) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (view.id === "findings") setFilters(params, finding);
  if (view.id === "reading") setReading(params);
  if (finding) openFinding(finding);
  else if (target && target !== view) target.scrollIntoView();
}

// A table that is wider than the screen can be moved by keys.
for (const box of document.querySelectorAll(".scroll")) {
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", box.querySelector("caption")?.textContent ?? `${box.closest(".entity").querySelector("h3").textContent} by outlet`);
}
for (const said of document.querySelectorAll(".utterance")) said.querySelector(".meta").append(" ", besideLink(said.id));

startTheme();
startFindings();
startReading();
addEventListener("hashchange", go);
addEventListener("beforeprint", () => {
  if (form) filter(Infinity);
  for (const details of document.querySelectorAll(".finding > details, .entity details")) details.open = true;
});
addEventListener("afterprint", () => { if (form) filter(); });
go();
