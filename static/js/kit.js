// A person's kit: what they may choose and what is theirs, fetched anew where there is a network.
import { noteFact } from "./store.js";
import { arrive, kitOf, whoIsHere } from "./person.js";

const PATIENCE = 15_000; // milliseconds

// The answer's {person, kit}; {refused: status} where the server would not; throws without network.
export async function fetchKit() {
  const asked = Date.now();
  const response = await ask("/log/kit/");
  if (!response.ok) return { refused: response.status || 401 };
  const kit = await response.json();
  await noteClock(Date.parse(kit.now), asked);
  kit.rules = await rules();
  return { person: await arrive(kit), kit };
}

const ask = (path) =>
  fetch(path, {
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });

// What is in bounds and out; without it one logs all the same.
async function rules() {
  const response = await ask("/guidelines/rules/").catch(() => ({ ok: false }));
  return response.ok ? response.json() : undefined;
}

// The kit that was fetched last, for the person who is here.
export async function keptKit() {
  const person = await whoIsHere();
  return person && { person, kit: await kitOf(person) };
}

// By how much the server's clock is ahead of ours; the answer was made half way between asking and hearing.
const noteClock = (theirs, asked) => noteFact("clock", Math.round(theirs - (asked + Date.now()) / 2));
