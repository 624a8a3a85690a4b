// The kept page for places without network: it shows the part that the address asks for, filled from the person's kit.
import { ageOf } from "./ages.js";
import { keptKit } from "./kit.js";
import { openRow, waiting } from "./outbox.js";
import { whenHere } from "./here.js";

const fillers = { today: fillToday, promises: fillPromise, guidelines: fillGuideline };

whenHere.then(async (person) => {
  const kept = await keptKit().catch(() => undefined);
  if (!person || !kept?.kit) {
    document.body.classList.add("nobody");
    return show("nobody");
  }
  const known = document.querySelector("[data-known-from]");
  if (known) known.textContent = known.dataset.words.replace("%age", ageOf(Date.parse(kept.kit.now)));
  for (const list of document.querySelectorAll("[data-list]")) await fillList(list, person, kept.kit);
  show(location.pathname);
});

function show(path) {
  const parts = [...document.querySelectorAll("[data-place]")];
  const part = parts.find((each) => each.dataset.place === path) ?? parts.find((each) => each.dataset.place === "elsewhere");
  if (part) part.hidden = false;
}

async function fillList(list, person, kit) {
  const name = list.dataset.list;
  const items = name === "today" ? [...(await unsent(person)), ...kit.today] : (kit[name] ?? []);
  list.append(...items.map((item) => fillers[name](document.getElementById(`item-${name}`).content.cloneNode(true), item)));
  list.closest("section").hidden = items.length === 0;
  document.querySelector(`[data-none=${name}]`).hidden = items.length > 0;
}

async function unsent(person) {
  const { mine } = await waiting();
  const logged = mine.filter((row) => row.kind === "log").reverse();
  return Promise.all(logged.map(async (row) => told(row, Object.fromEntries((await openRow(person, row)).fields))));
}

const told = (row, said) => ({
  words: said.greeting || said.resolution || said.empathy || said.closing || "…",
  at: new Date(row.at).toTimeString().slice(0, 5),
  outcome: document.querySelector("[data-list=today]").dataset.waits,
  channel: "",
  url: "/log/",
});

function fillToday(item, { words, at, channel, outcome, url }) {
  item.querySelector("a").href = url;
  item.querySelector("[data-words]").textContent = words || channel;
  item.querySelector("[data-at]").textContent = at;
  item.querySelector("[data-about]").textContent = [channel, outcome].filter(Boolean).join(" · ");
  return item;
}

function fillPromise(item, { id, what, due, to }) {
  const form = item.querySelector("form");
  form.dataset.keep = id;
  form.action = `/promises/${id}/keep/`;
  item.querySelector("[data-what]").textContent = what;
  item.querySelector("[data-due]").textContent = due;
  item.querySelector("[data-to]").textContent = to;
  return item;
}

function fillGuideline(item, { title, bounds, reason, suggestion }) {
  const pill = item.querySelector("[data-bounds]");
  item.querySelector("[data-title]").textContent = title;
  pill.textContent = bounds === "in" ? pill.dataset.in : pill.dataset.out;
  pill.classList.add(bounds === "in" ? "well" : "try");
  item.querySelector("[data-why]").textContent = [reason, suggestion].filter(Boolean).join(" ");
  return item;
}
