// The log screen, where scripts run: the device's own time goes with what is sent, and Save answers one press only.
const form = document.querySelector("form[data-log]");

form?.addEventListener("submit", () => {
  form.elements.device_at.value = new Date().toISOString();
  const save = form.querySelector(".save-bar button");
  // After this event, so that the press itself still counts; the server stores a second one only once anyway.
  setTimeout(() => (save.disabled = true));
});

// A page that one comes back to keeps its encounter's id, also where the browser fetches it anew: saving it again is no second one.
if (form) {
  const publicId = form.elements.public_id;
  publicId.value = history.state?.publicId ?? publicId.value;
  history.replaceState({ ...history.state, publicId: publicId.value }, "");
}

// Back from the next page: Save works again.
addEventListener("pageshow", () => form?.querySelector(".save-bar button").removeAttribute("disabled"));
