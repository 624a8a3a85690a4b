// A person's kit: what they may choose and what is theirs, fetched anew where there is a network.
import { noteFact } from "./store.js";
import { arrive, kitOf, whoIsHere } from "./person.js";

const PATIENCE = 15_000; // milliseconds

// The answer's {person, kit}; {refused: status} where the server would not; throws without network.
export async function fetchKit() {
  const asked = Date.now();
  const response = await fetch("/log/kit/", {
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) return { refused: response.status || 401 };
  const kit = await response.json();
  await noteClock(Date.parse(kit.now), asked);
  return { person: await arrive(kit), kit };
}

// The kit that was fetched last, for the person who is here.
export async function keptKit() {
  const person = await whoIsHere();
  return person && { person, kit: await kitOf(person) };
}

// By how much the server's clock is ahead of ours; the answer was made half way between asking and hearing.
const noteClock = (theirs, asked) => noteFact("clock", Math.round(theirs - (asked + Date.now()) / 2));
