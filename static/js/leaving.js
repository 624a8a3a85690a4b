// Signing out: the key is forgotten here, always; where something has not been sent, the person says what becomes of it.
import { noteFact } from "./store.js";
import { fetchKit } from "./kit.js";
import { leave } from "./person.js";
import { discard, listen, send, waiting } from "./outbox.js";

const dialog = document.getElementById("leaving");
const isLeaving = (form) => form.action.endsWith("/accounts/logout/");

export function askBeforeLeaving() {
  document.addEventListener("submit", (event) => {
    if (!isLeaving(event.target)) return;
    event.preventDefault();
    decide(event.target);
  });
}

// A switch never asks: what is unsent is sent if that is quick, and else waits under the person's key.
async function decide(form) {
  const { mine } = await waiting();
  if (form.hasAttribute("data-switch")) await Promise.race([send().catch(() => {}), new Promise((over) => setTimeout(over, 2_000))]);
  else if (mine.length && dialog) return ask(form, mine);
  return go(form);
}

function ask(form, mine) {
  dialog.querySelector("[data-count]").textContent = dialog.dataset[mine.length === 1 ? "one" : "many"].replace("%n", mine.length);
  const typed = dialog.querySelector("[name=typed]");
  const sure = dialog.querySelector("[data-discard]");
  typed.value = "";
  sure.disabled = true;
  typed.oninput = () => (sure.disabled = typed.value.trim().toLowerCase() !== dialog.dataset.word);
  dialog.querySelector("[data-send-now]").onclick = () => sendThenGo(form);
  dialog.querySelector("[data-keep]").onclick = () => go(form);
  sure.onclick = async () => {
    await discard((await waiting()).mine);
    await go(form);
  };
  dialog.querySelector("[data-trouble]").hidden = true;
  dialog.showModal();
}

async function sendThenGo(form) {
  const progress = dialog.querySelector("progress");
  progress.max = (await waiting()).mine.length;
  progress.value = 0;
  progress.hidden = false;
  listen(({ change }) => change === "sent" && (progress.value += 1));
  await send().catch(() => {});
  const { mine } = await waiting();
  progress.hidden = true;
  if (!mine.length) return go(form);
  dialog.querySelector("[data-trouble]").hidden = false;
}

// The device forgets the key, always. Where the server cannot hear of it yet, out of reach or busy, the service worker signs out before
// it lets anybody see a page again.
async function go(form) {
  dialog?.close();
  const { kit } = await fetchKit().catch(() => ({}));
  await noteFact("leaving", true); // until a page from the server says that nobody is signed in
  await leave();
  if (!kit) return location.assign("/accounts/login/");
  form.elements.csrfmiddlewaretoken.value = kit.csrf_token;
  form.submit();
}
