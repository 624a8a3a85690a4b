// A person's kit: what they may choose and what is theirs, fetched anew where there is a network.
import { noteFact } from "./store.js";
import { addToKit, arrive, departures, kitOf, whoIsHere } from "./person.js";

const PATIENCE = 15_000; // milliseconds

// The answer's {person, kit}; {refused: status} where the server would not, or they left meanwhile; throws without network.
export async function fetchKit() {
  const [left, asked, known] = [await departures(), Date.now(), await keptKit()];
  const response = await ask("/log/kit/");
  if (!response.ok) return { refused: response.status || 401 };
  const kit = await response.json();
  await noteClock(Date.parse(kit.now), asked);
  const rules = known?.person.id === kit.person.id ? known.kit?.rules : undefined;
  const person = await arrive({ ...kit, rules }, left);
  if (!person) return { refused: 401 };
  fetchRules(person);
  return { person, kit };
}

// What is in bounds and out comes after; without it one logs all the same.
async function fetchRules(person) {
  try {
    const response = await ask("/guidelines/rules/");
    if (response.ok) await addToKit(person, { rules: await response.json() });
  } catch {
    // Those of last time serve.
  }
}

const ask = (path) =>
  fetch(path, {
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });

// The kit that was fetched last, for the person who is here.
export async function keptKit() {
  const person = await whoIsHere();
  return person && { person, kit: await kitOf(person) };
}

// By how much the server's clock is ahead of ours; the answer was made half way between asking and hearing.
const noteClock = (theirs, asked) => noteFact("clock", Math.round(theirs - (asked + Date.now()) / 2));
