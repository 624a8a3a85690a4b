// On every page of the house: who is signed in here, what waits to be sent, and that both are known to this device.
import { canKeep, fact, noteFact } from "./store.js";
import { leave, whenNoLongerHere, whoIsHere } from "./person.js";
import { fetchKit, keptKit } from "./kit.js";
import { send, waiting } from "./outbox.js";
import { showWaiting } from "./waiting.js";
import { askBeforeLeaving } from "./leaving.js";

const page = document.body.dataset; // person: whose page the server made; shell: a kept page with nobody in it
const DOOR = "/accounts/login/?next=/log/";

// The person who is here, {id, key}, or undefined; never fails.
export const whenHere = canKeep() ? begin().catch(() => undefined) : Promise.resolve(undefined);

async function begin() {
  await settleWhoIsHere();
  const person = await whoIsHere();
  if (person) {
    makeTheirs((await keptKit())?.kit);
    whenNoLongerHere(person, () => location.reload());
    if ((await whoIsHere())?.id !== person.id) location.reload();
  } else if (page.shell === "log") {
    location.replace(DOOR);
  }
  showWaiting();
  tellWhatWaitsForOthers();
  askBeforeLeaving();
  navigator.serviceWorker?.register("/service-worker.js", { type: "module" }).catch(() => {});
  if (person) send().catch(() => {});
  return person;
}

// What a page from the server says of who is signed in is the truth; a kept page asks. Pages that say nothing (an error)
// change nothing, and while a sign-out has not reached the server, nobody comes in.
async function settleWhoIsHere() {
  const here = await whoIsHere();
  if (page.person === "") await noteFact("leaving", undefined); // nobody is signed in, so the server has heard of it
  if (await fact("leaving")) return;
  if ("shell" in page) return here && (await isOver()) ? leave() : void refresh(here);
  if (!("person" in page)) return;
  if (here && here.id !== page.person) await leave();
  if (page.person) await (here?.id === page.person ? void refresh(here) : fetchKit());
}

// On a shared tablet a sign-in ends for the device too: the next hand may be a colleague's.
async function isOver() {
  const { kit } = (await keptKit()) ?? {};
  const clock = (await fact("clock")) ?? 0;
  return Boolean(kit?.is_tablet && Date.parse(kit.signed_in_until) < Date.now() + clock);
}

// In the background, so that nobody waits for a network that may not be there.
async function refresh(here) {
  if (!here) return;
  try {
    const isTablet = (await keptKit())?.kit?.is_tablet;
    const { person, kit, refused } = await fetchKit();
    if (refused === 401 && isTablet) return void (await leave(), location.replace(DOOR));
    if (person && person.id !== here.id && "shell" in page) location.reload();
    setToken(kit);
  } catch {
    // The kit of last time serves.
  }
}

function setToken(kit) {
  if (!kit) return;
  document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((input) => (input.value = kit.csrf_token));
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": kit.csrf_token }));
}

// A kept page gets the name, the places and the token of the person it is for.
function makeTheirs(kit) {
  if (!("shell" in page) || !kit) return;
  setToken(kit);
  document.querySelector("form[data-switch]").hidden = !kit.is_tablet;
  for (const place of document.querySelectorAll("[data-of]")) place.textContent = kit.person[place.dataset.of] ?? "";
  for (const list of document.querySelectorAll("[data-places]")) list.append(...kit.navigation.map((item) => placeIn(list, item)));
}

function placeIn(list, [label, url, icon]) {
  const item = document.getElementById(list.dataset.places).content.cloneNode(true);
  const link = item.querySelector("a");
  link.href = url;
  if (location.pathname.startsWith(url)) link.setAttribute("aria-current", "page");
  link.querySelector("[data-label]").textContent = label;
  const drawing = link.querySelector("use");
  drawing?.setAttribute("href", drawing.getAttribute("href").replace(/#.*/, `#${icon}`));
  return item;
}

// At the door: that somebody's encounters wait here, not whose.
async function tellWhatWaitsForOthers() {
  const place = document.querySelector("[data-waits-here]");
  const { others } = place ? await waiting() : {};
  if (!others?.length) return;
  place.textContent = place.dataset[others.length === 1 ? "one" : "many"].replace("%n", others.length);
  place.hidden = false;
}

const sendQuietly = (how) => void send(how).catch(() => {});

addEventListener("online", () => sendQuietly());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendQuietly({ patient: true }));
