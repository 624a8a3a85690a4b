// The kept page for places without network: it shows the part that the address asks for, filled from the person's kit.
import { ageOf } from "./ages.js";
import { keptKit } from "./kit.js";
import { openRow, waiting } from "./outbox.js";
import { filled } from "./filling.js";
import { whenHere } from "./here.js";

// What each list is made of: its items, and how one of them is drawn.
const lists = {
  today: { items: async (person, kit) => [...(await unsent(person)), ...kit.today], draw: drawToday },
  promises: { items: (person, kit) => kit.promises, draw: drawPromise },
  in: { items: (person, kit) => rulesOf(kit, "in"), draw: drawRule },
  out: { items: (person, kit) => rulesOf(kit, "out"), draw: drawRule },
};

const rulesOf = (kit, side) => (kit.rules?.rules ?? []).filter(({ bounds }) => bounds === side);

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
  const { items, draw } = lists[list.dataset.list];
  const found = await items(person, kit);
  list.append(...found.map(draw));
  list.closest("section").hidden = found.length === 0;
  const none = document.querySelector(`[data-none=${list.dataset.list}]`);
  if (none) none.hidden = found.length > 0;
}

const blank = (name) => document.getElementById(`item-${name}`).content.cloneNode(true);

async function unsent(person) {
  const { mine } = await waiting();
  const logged = mine.filter((row) => row.kind === "log").reverse();
  const opened = await Promise.all(logged.map((row) => openRow(person, row).catch(() => undefined)));
  return logged.flatMap((row, nth) => (opened[nth] ? [told(row, Object.fromEntries(opened[nth].fields))] : []));
}

const told = (row, said) => ({
  words: said.greeting || said.resolution || said.empathy || said.closing || "…",
  at: new Date(row.at).toTimeString().slice(0, 5),
  outcome: document.querySelector("[data-list=today]").dataset.waits,
  channel: "",
  url: "/log/",
});

function drawToday({ words, at, channel, outcome, url }) {
  const item = blank("today");
  item.querySelector("a").href = url;
  item.querySelector("[data-words]").textContent = words || channel;
  item.querySelector("[data-at]").textContent = at;
  item.querySelector("[data-about]").textContent = [channel, outcome].filter(Boolean).join(" · ");
  return item;
}

function drawPromise({ id, what, due, to }) {
  const item = blank("promises");
  const form = item.querySelector("form");
  form.dataset.keep = id;
  form.action = `/promises/${id}/keep/`;
  item.querySelector("[data-what]").textContent = what;
  item.querySelector("[data-due]").textContent = due;
  item.querySelector("[data-to]").textContent = to;
  return item;
}

function drawRule(rule) {
  const item = filled(document.getElementById("item-rule"), rule);
  const pill = item.querySelector(".pill");
  pill.classList.toggle("well", rule.bounds === "in");
  pill.classList.toggle("try", rule.bounds === "out");
  return item;
}
