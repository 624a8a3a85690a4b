// What people who are gone left on this device: counted from their sealed rows, opened with the key of a closed account only.
import { allRows, discard, openRow } from "./outbox.js";
import { keptKit } from "./kit.js";
import { whenHere } from "./here.js";
import { keyFrom } from "./vault.js";
import { ageOf } from "./ages.js";

const section = document.querySelector("[data-left]");

whenHere.then(async (person) => {
  const rows = (await allRows()).filter((row) => row.owner !== person?.id);
  const byOwner = new Map();
  for (const row of rows) byOwner.set(row.owner, [...(byOwner.get(row.owner) ?? []), row]);
  section.querySelector("[data-people]").append(...[...byOwner].map(([owner, theirs]) => itemOf(owner, theirs)));
  section.hidden = rows.length === 0;
  document.querySelector("[data-nothing]").hidden = rows.length > 0;
});

function itemOf(owner, rows) {
  const item = document.getElementById("left-by").content.cloneNode(true).firstElementChild;
  const name = item.querySelector("[data-name]");
  const count = item.querySelector("[data-count]");
  name.textContent = name.dataset.unknown.replace("%n", owner);
  count.textContent = count.dataset.words.replace("%n", rows.length).replace("%age", ageOf(rows[0].at));
  item.querySelector("[data-save]").onclick = () => saveAsFile(item, owner, rows);
  item.querySelector("[data-remove]").onclick = async () => {
    await discard(rows);
    item.remove();
  };
  return item;
}

async function saveAsFile(item, owner, rows) {
  const answer = await askForKey(owner).catch(() => ({ why: document.getElementById("notes").dataset.failed }));
  const why = item.querySelector("[data-why]");
  why.hidden = Boolean(answer.key);
  why.textContent = answer.why ?? "";
  if (!answer.key) return;
  item.querySelector("[data-name]").textContent = answer.name;
  const person = { id: owner, key: await keyFrom(answer.key) };
  download(`microconnect-${owner}.json`, { person: answer.name, kept: await Promise.all(rows.map((row) => told(person, row))) });
  item.querySelector("[data-remove]").hidden = false;
}

async function askForKey(owner) {
  const { kit } = await keptKit();
  const headers = { Accept: "application/json", "X-CSRFToken": kit.csrf_token };
  const response = await fetch(`/recovery/${owner}/key/`, { method: "POST", headers, signal: AbortSignal.timeout(15_000) });
  return response.json();
}

async function told(person, row) {
  const { fields } = await openRow(person, row);
  return { kind: row.kind, id: row.id, saved_at: new Date(row.at).toISOString(), answers: fields };
}

function download(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
