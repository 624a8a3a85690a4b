// The draft: every tap and word is kept as it is made, so that a crash costs nothing. One draft a tab; a tab that is still
// open holds a lock with its draft's name, and so what no lock is held for was left behind.
import { answer, jot, read } from "./store.js";
import { seal, unseal } from "./vault.js";

const FORMAT = 1;
const DAY = 24 * 60 * 60_000;
const lockOf = (id) => `draft ${id}`;

let held;

// This tab works on the draft of encounter `id` from now on.
export function hold(id) {
  held?.();
  navigator.locks.request(lockOf(id), { ifAvailable: true }, () => new Promise((resolve) => (held = resolve)));
}

export async function jotDraft(person, id, fields) {
  const box = await seal(person, { fields });
  await jot("drafts", async (tx) => {
    const drafts = tx.objectStore("drafts");
    const known = await answer(drafts.get(id));
    if (!known || known.owner === person.id) drafts.put({ id, format: FORMAT, owner: person.id, at: Date.now(), box });
  });
}

export const dropDraft = (id) => jot("drafts", (tx) => void tx.objectStore("drafts").delete(id));

// What was written under this id, saved or not: for whoever comes back to its page.
export const draftOf = async (person, id) => opened(person, (await drafts(person)).filter((draft) => draft.id === id));

// The newest draft of this person that was not saved and that no open tab works on: {id, fields}.
export async function leftBehind(person) {
  const { held: locks } = await navigator.locks.query();
  const open = new Set(locks.map((lock) => lock.name));
  const left = (await drafts(person)).filter((draft) => !draft.isSaved && !open.has(lockOf(draft.id)));
  return opened(person, left);
}

// Saved ones stay for a day, for going back; then they go.
export async function forgetOld(person) {
  const old = (await drafts(person)).filter((draft) => draft.isSaved && draft.at < Date.now() - DAY);
  await jot("drafts", (tx) => old.forEach((draft) => tx.objectStore("drafts").delete(draft.id)));
}

async function drafts(person) {
  const all = await read("drafts", (tx) => answer(tx.objectStore("drafts").getAll()));
  return all.filter((draft) => draft.owner === person.id).sort((one, other) => other.at - one.at);
}

// The first that opens: an earlier key's do not.
async function opened(person, candidates) {
  for (const { id, box } of candidates) {
    const said = await unseal(person, box).catch(() => undefined);
    if (said) return { id, ...said };
  }
  return undefined;
}
