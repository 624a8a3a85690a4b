// The theme switch: "" follows the device, "light" and "dark" are kept in this browser.
const root = document.documentElement;

for (const picker of document.querySelectorAll("[data-theme-picker]")) {
  picker.hidden = false;
  picker.addEventListener("change", (event) => choose(event.target.value));
  const current = picker.querySelector(`input[value="${root.dataset.theme ?? ""}"]`);
  if (current) current.checked = true;
}

function choose(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  remember(theme);
}

function remember(theme) {
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // A browser that keeps nothing still changes the page in front of you.
  }
}
