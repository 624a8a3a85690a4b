// The draft: every tap and word is kept as it is made, so that a crash costs nothing. One draft a tab; a tab that is still
// open holds a lock with its draft's name, and so what no lock is held for was left behind.
import { answer, jot, read } from "./store.js";
import { seal, unseal } from "./vault.js";

const FORMAT = 1;
const lockOf = (id) => `draft ${id}`;

let held;

// This tab works on the draft of encounter `id` from now on.
export function hold(id) {
  held?.();
  navigator.locks.request(lockOf(id), { ifAvailable: true }, () => new Promise((resolve) => (held = resolve)));
}

export async function jotDraft(person, id, fields) {
  const box = await seal(person, { fields });
  await jot("drafts", (tx) => void tx.objectStore("drafts").put({ id, format: FORMAT, owner: person.id, at: Date.now(), box }));
}

export const dropDraft = (id) => jot("drafts", (tx) => void tx.objectStore("drafts").delete(id));

// The newest draft of this person that no open tab works on: {id, fields}.
export async function leftBehind(person) {
  const { held: locks } = await navigator.locks.query();
  const open = new Set(locks.map((lock) => lock.name));
  const drafts = await read("drafts", (tx) => answer(tx.objectStore("drafts").getAll()));
  const mine = drafts.filter((draft) => draft.owner === person.id && !open.has(lockOf(draft.id)));
  const newest = mine.sort((one, other) => other.at - one.at)[0];
  return newest && { id: newest.id, ...(await unseal(person, newest.box)) };
}
