// Who is signed in on this device, and their key. Signing out forgets the key; what was kept stays, sealed.
import { answer, fact, read, write } from "./store.js";
import { keyFrom, seal, unseal } from "./vault.js";

const people = new BroadcastChannel("people");

// {id, key}, or undefined where nobody is signed in.
export const whoIsHere = () => fact("here");

// How often somebody left. A kit that was asked for before and comes after must not bring its key back.
export const departures = async () => (await fact("departures")) ?? 0;

// The kit has come: its person is here now, and nobody else. Undefined where somebody left since `asked` was counted.
export async function arrive({ key: secret, ...kit }, asked) {
  const person = { id: kit.person.id, key: await keyFrom(secret) };
  const box = await seal(person, kit);
  const isHere = await write(["facts", "kits"], async (tx) => {
    const facts = tx.objectStore("facts");
    if (((await answer(facts.get("departures"))) ?? 0) !== asked) return false;
    facts.put(person, "here");
    tx.objectStore("kits").clear();
    tx.objectStore("kits").put({ owner: person.id, box });
    return true;
  });
  if (!isHere) return undefined;
  people.postMessage(person.id);
  return person;
}

// More of the kit, for as long as its person is here.
export async function addToKit(person, more) {
  const box = await seal(person, { ...(await kitOf(person)), ...more });
  await write(["facts", "kits"], async (tx) => {
    const here = await answer(tx.objectStore("facts").get("here"));
    if (here?.id === person.id) tx.objectStore("kits").put({ owner: person.id, box });
  });
}

// The kit as it was fetched last; undefined where there is none, or it was sealed under an earlier key.
export async function kitOf(person) {
  const kept = await read("kits", (tx) => answer(tx.objectStore("kits").get(person.id)));
  return kept && unseal(person, kept.box).catch(() => undefined);
}

// Forget the key and the kit. Rows and drafts stay, for when they come back.
export async function leave() {
  await write(["facts", "kits"], async (tx) => {
    const facts = tx.objectStore("facts");
    facts.put(((await answer(facts.get("departures"))) ?? 0) + 1, "departures");
    facts.delete("here");
    tx.objectStore("kits").clear();
  });
  people.postMessage(undefined);
}

// In another tab somebody else came, or this one's person left.
export function whenNoLongerHere(person, then) {
  people.onmessage = ({ data: id }) => id !== person.id && then();
}
