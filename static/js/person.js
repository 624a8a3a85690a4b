// Who is signed in on this device, and their key. Signing out forgets the key; what was kept stays, sealed.
import { answer, fact, read, write } from "./store.js";
import { keyFrom, seal, unseal } from "./vault.js";

// {id, key}, or undefined where nobody is signed in.
export const whoIsHere = () => fact("here");

// The kit has come: its person is here now, and nobody else.
export async function arrive({ key: secret, ...kit }) {
  const person = { id: kit.person.id, key: await keyFrom(secret) };
  const box = await seal(person, kit);
  await write(["facts", "kits"], (tx) => {
    tx.objectStore("facts").put(person, "here");
    tx.objectStore("kits").clear();
    tx.objectStore("kits").put({ owner: person.id, box });
  });
  return person;
}

export async function kitOf(person) {
  const kept = await read("kits", (tx) => answer(tx.objectStore("kits").get(person.id)));
  return kept && unseal(person, kept.box);
}

// Forget the key and the kit. Rows and drafts stay, for when they come back.
export const leave = () =>
  write(["facts", "kits"], (tx) => {
    tx.objectStore("facts").delete("here");
    tx.objectStore("kits").clear();
  });
