// Loaded before the page is drawn, so that a chosen theme never flashes into place.
(() => {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the device's own theme holds.
  }
})();
