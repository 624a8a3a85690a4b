// What waits to be sent, always in sight: how much, since when, and why. Opened, it lists the words and sends now.
import { ageOf } from "./ages.js";
import { listen, openRow, send, waiting } from "./outbox.js";

const MINUTE = 60_000;
const place = document.getElementById("waiting");
const isWide = matchMedia("(min-width: 48rem)");

let timer;
let why;

export function showWaiting() {
  if (!place) return;
  listen(hear);
  place.querySelector("[data-send]").addEventListener("click", () => void send().catch(() => {}));
  place.addEventListener("toggle", () => place.open && list());
  setInterval(draw, MINUTE);
  draw();
}

function hear(what) {
  if (what.change === "rested") {
    why = what.why;
    clearTimeout(timer);
    if (what.wait && what.left) timer = setTimeout(() => void send({ patient: true }).catch(() => {}), what.wait);
  }
  draw();
}

async function draw() {
  const { mine } = await waiting();
  place.hidden = mine.length === 0;
  if (!mine.length) return void (place.open = false);
  const needsALook = mine.some((row) => row.state === "refused");
  place.querySelector("[data-count]").textContent = sentence(needsALook).replace("%n", mine.length);
  place.querySelector("[data-age]").textContent = ageOf(mine[0].at);
  place.querySelector("[data-sign-in-link]").hidden = why !== "sign in";
  place.querySelector("[data-send]").hidden = why === "sign in";
  if (place.open) list();
}

function sentence(needsALook) {
  if (needsALook) return place.dataset.look;
  if (why === "sign in") return place.dataset.signIn;
  return isWide.matches ? place.dataset.long : place.dataset.short;
}

async function list() {
  const { person, mine } = await waiting();
  const items = await Promise.all(mine.map((row) => itemOf(person, row)));
  place.querySelector("[data-rows]").replaceChildren(...items);
}

async function itemOf(person, row) {
  const item = document.getElementById("waiting-row").content.cloneNode(true);
  const { fields } = await openRow(person, row).catch(() => ({ fields: [] }));
  const said = Object.fromEntries(fields);
  const words = said.greeting || said.resolution || said.empathy || said.closing || said.customer_name;
  item.querySelector("[data-words]").textContent = words || place.dataset[row.state === "locked" ? "locked" : row.kind];
  item.querySelector("[data-when]").textContent = ageOf(row.at);
  const again = item.querySelector("[data-again]");
  again.hidden = row.state !== "refused";
  again.href = `/log/#again=${row.id}`;
  return item;
}
