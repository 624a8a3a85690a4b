// Menus are <details>: this closes an open one on Escape, on a press elsewhere, or when the focus leaves it.
const openMenus = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("pointerdown", (event) => closeUnlessInside(event.target));
document.addEventListener("focusin", (event) => closeUnlessInside(event.target));

function closeUnlessInside(target) {
  for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false;
}
