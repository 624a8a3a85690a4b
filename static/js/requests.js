// When a fragment does not arrive, say so where messages stand; the page's own words are in data-failed.
const notes = document.getElementById("notes");

for (const trouble of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.body.addEventListener(trouble, sayItFailed);
}

function sayItFailed({ detail }) {
  if (detail.elt.closest("[data-quiet]")) return; // what has its own answer without network
  const note = document.createElement("p");
  note.className = "note warning";
  note.textContent = notes.dataset.failed;
  notes.replaceChildren(note);
}

// What is offered for some seconds only.
for (const offer of document.querySelectorAll("[data-for-seconds]")) {
  setTimeout(() => offer.remove(), Number(offer.dataset.forSeconds) * 1000);
}
