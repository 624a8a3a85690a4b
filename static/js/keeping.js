// Promises kept with a tap, with or without a network: the outbox carries it, and the list says so at once.
import { fact } from "./store.js";
import { keep, send } from "./outbox.js";
import { whenHere } from "./here.js";

const SOON = 24 * 60 * 60_000; // a promise due by then stands above the log form

// The nearest promise, in the place that a kept page has for it.
export function showDueSoon(promises) {
  const place = document.querySelector("[data-due-soon]");
  const nearest = promises.find(({ due_at: at }) => Date.parse(at) < Date.now() + SOON);
  if (!place || !nearest) return;
  const form = place.querySelector("form");
  form.action = `/promises/${nearest.id}/keep/`;
  form.dataset.keep = nearest.id;
  place.querySelector("[data-what]").textContent = nearest.what;
  place.querySelector("[data-by]").textContent = nearest.due;
  place.hidden = false;
}

async function keepHere(person, form) {
  const clock = (await fact("clock")) ?? 0;
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  await keep(person, "keep", form.dataset.keep, [...fields, ["kept_at", new Date(Date.now() + clock).toISOString()]]);
  const { left } = await send();
  return left === 0;
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.keep || form.dataset.straight) return;
  event.preventDefault();
  const person = await whenHere;
  try {
    if (!person) throw new Error("nobody is here");
    const isSent = await keepHere(person, form);
    if (isSent && !("shell" in document.body.dataset)) return location.reload();
  } catch {
    form.dataset.straight = "yes";
    return form.requestSubmit();
  }
  const item = form.closest("li, section");
  const said = document.getElementById("kept-here").content.cloneNode(true);
  item.replaceChildren(said);
});
