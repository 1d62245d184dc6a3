// The theme is the system's until somebody chooses another.

const themes = ["system", "light", "dark"];

function startTheme() {
  const button = document.getElementById("theme");
  const root = document.documentElement;
  const name = button.querySelector("span span");
  const show = () => { name.textContent = root.dataset.theme ?? "system"; };
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "system") + 1) % themes.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      localStorage.setItem("xref-theme", next);
    } catch {
      // Then it lasts as long as the page.
    }
    show();
  });
  show();
}
