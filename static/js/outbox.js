// The outbox: what somebody logged is kept here first, and goes to the server by itself, in order, each once.
//
// A row leaves only when the server has said that it has it. Every request has a time limit, one tab sends at a time, and
// after a failure we wait longer each time. The service worker runs this file too, when the network comes back.
import { answer, fact, noteFact, read, write } from "./store.js";
import { seal, unseal } from "./vault.js";
import { leave, whoIsHere } from "./person.js";
import { fetchKit, keptKit } from "./kit.js";

const FORMAT = 1; // of rows; a later release still has to read it
const PATIENCE = 15_000; // milliseconds until a request is given up
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5 * 60_000;
const MOST_TRIES = 8; // of a row whose answers nobody understands
const LOCK = "outbox";
const TIMES = ["device_at", "clock_offset_ms"];

export const news = new BroadcastChannel("outbox");

const PATHS = {
  log: () => "/log/",
  undo: (id) => `/encounters/${id}/undo/`,
  keep: (id) => `/promises/${id}/keep/`,
};

// Keep one thing to send for `person`. It is kept when this answers; where there is no room for it, this throws.
//
// `fields` are [name, value] as a form would send them. Pressed twice it is kept once: the id is the encounter's own. Where
// other words wait under this id, this throws OtherWords; where the person is here no longer, SomebodyElse.
export async function keep(person, kind, id, fields) {
  const known = await knownRow(person, kind, id, fields);
  const box = await seal(person, { fields: [...fields, ...(await times())] });
  const row = { format: FORMAT, kind, id, owner: person.id, at: Date.now(), state: "waiting", tries: 0, box };
  await write(["rows", "drafts", "facts"], async (tx) => {
    const rows = tx.objectStore("rows");
    const [here, seq] = [await answer(tx.objectStore("facts").get("here")), await answer(rows.index("once").getKey([kind, id]))];
    if (here?.id !== person.id) throw named("SomebodyElse");
    if (seq !== undefined && seq !== known?.seq) throw named("OtherWords");
    // With the draft in one go: a browser that is ended here has the one or the other.
    if (seq === undefined) rows.add(row);
    if (kind === "log") tx.objectStore("drafts").put({ id, format: FORMAT, owner: person.id, at: row.at, isSaved: true, box });
  });
  tell({ change: "kept", id, kind });
  askForSync();
}

async function knownRow(person, kind, id, fields) {
  const row = await read("rows", (tx) => answer(tx.objectStore("rows").index("once").get([kind, id])));
  if (!row || kind !== "log") return row;
  const kept = (await openRow(person, row)).fields.filter(([name]) => !TIMES.includes(name));
  if (JSON.stringify(kept) !== JSON.stringify(fields)) throw named("OtherWords");
  return row;
}

const named = (name) => Object.assign(new Error(name), { name });

// When it was: what this device's clock says, and by how much it was wrong when we last heard from the server.
async function times() {
  const clock = await fact("clock");
  const said = [["device_at", new Date().toISOString()]];
  return clock === undefined ? said : [...said, ["clock_offset_ms", String(clock)]];
}

// Rows of the person who is here, the oldest first, and how many wait for somebody else.
export async function waiting() {
  const person = await whoIsHere();
  const rows = await allRows();
  return {
    person,
    mine: rows.filter((row) => row.owner === person?.id),
    others: rows.filter((row) => row.owner !== person?.id),
  };
}

export const allRows = () => read("rows", (tx) => answer(tx.objectStore("rows").getAll()));

// What a row says: {fields}, and where the server refused it also {code, errors}. Throws where the key is another one.
export const openRow = (person, row) => unseal(person, row.box);

// For good, with the drafts of the same encounters.
export async function discard(gone) {
  await write(["rows", "drafts"], (tx) => {
    for (const { seq, id } of gone) {
      tx.objectStore("rows").delete(seq);
      tx.objectStore("drafts").delete(id);
    }
  });
  tell({ change: "discarded" });
}

// Take back what was just saved: gone where nothing was sent yet, else the server is asked to forget it too.
export async function takeBack(person, id) {
  const box = await seal(person, { fields: [] });
  const said = await write(["rows", "drafts"], async (tx) => {
    const [rows, drafts] = [tx.objectStore("rows"), tx.objectStore("drafts")];
    const row = await answer(rows.index("once").get(["log", id]));
    const draft = await answer(drafts.get(id));
    if (row) rows.delete(row.seq);
    if (!row || row.tries) {
      rows.add({ format: FORMAT, kind: "undo", id, owner: person.id, at: Date.now(), state: "waiting", tries: 0, box });
    }
    drafts.delete(id);
    return row?.box ?? draft?.box;
  });
  tell({ change: "taken back", id });
  send();
  return said && unseal(person, said);
}

let underWay;
let again = false;

// Send what waits, as far as it goes; answers {left, why} where "why" is a word for what stopped it. `patient` keeps to
// the pause after an earlier failure; a person who asks, a new page and a network that comes back do not wait for it.
export function send({ patient = false } = {}) {
  if (underWay) {
    again = true;
    return underWay;
  }
  underWay = navigator.locks
    .request(LOCK, () => drain(patient))
    .finally(() => {
      underWay = undefined;
      if (!again) return;
      again = false;
      send({ patient: true });
    });
  return underWay;
}

async function drain(patient) {
  const pace = (await fact("pace")) ?? { failures: 0, until: 0 };
  if (patient && pace.until > Date.now()) return stop("later", pace.until - Date.now());
  if (!patient) await tryLocked();
  for (;;) {
    const { person, mine } = await waiting();
    const row = mine.find((each) => each.state === "waiting");
    if (!row) return stop(undefined);
    const opened = await openRow(person, row).catch(() => undefined);
    if (!opened) {
      await change(row, { state: "locked" });
      continue;
    }
    // Noted before it goes out: from here on the server may have it. Taken back meanwhile, it stays here.
    const tries = row.tries + 1;
    if (!(await change(row, { tries }))) continue;
    const verdict = await deliver(person, { ...row, tries }, opened.fields);
    if (verdict.stop === "later") return stop("later", await slowDown(verdict.after));
    if (verdict.stop) return stop(verdict.stop);
    await settle(person, row, opened, verdict);
    if (pace.failures) await noteFact("pace", undefined);
    pace.failures = 0;
  }
}

// What an earlier key sealed may open under the one of today.
async function tryLocked() {
  const { person, mine } = await waiting();
  for (const row of mine.filter(({ state }) => state === "locked")) {
    if (await openRow(person, row).catch(() => undefined)) await change(row, { state: "waiting" });
  }
}

// Answers whether the row is still there.
const change = (row, values) =>
  write("rows", async (tx) => {
    const stored = await answer(tx.objectStore("rows").get(row.seq));
    if (stored) tx.objectStore("rows").put({ ...stored, ...values });
    return Boolean(stored);
  });

async function deliver(person, row, fields) {
  let verdict = await post(person, row, fields);
  if (verdict.stop === "csrf") {
    // The token is of an earlier sign-in: fetch one of this one.
    verdict = (await renewed()) ? await post(person, row, fields) : { stop: "sign in" };
    if (verdict.stop === "csrf") verdict = { stop: "later" };
  }
  return verdict;
}

async function renewed() {
  try {
    return Boolean((await fetchKit()).person);
  } catch {
    return false;
  }
}

async function post(person, row, fields) {
  const { kit } = (await keptKit()) ?? {};
  let response;
  try {
    response = await fetch(PATHS[row.kind](row.id), {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": kit?.csrf_token ?? "", "X-Person": person.id },
      body: new URLSearchParams(fields),
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return judged(response, await response.json().catch(() => ({})), row);
  } catch {
    return { stop: "later" };
  }
}

// What an answer means for its row: it is settled ("sent", "refused"), or sending stops here for a reason.
function judged({ status, headers, type }, said, { tries }) {
  const after = Number(headers.get("Retry-After")) * 1000 || undefined;
  if (status === 401 || type === "opaqueredirect") return { stop: "sign in" };
  if (status === 403 && said.code === "csrf") return { stop: "csrf" };
  if (status === 409 && said.code === "somebody_else") return { stop: "somebody else" };
  if (status === 503 || status === 409 || status === 408 || status === 429) return { stop: "later", after };
  if (said.public_id || said.undone || said.kept) return { done: "sent", ...said };
  if (status >= 400 && status < 500 && said.code) return { done: "refused", said };
  // An answer of nobody we know, as a café's network has, or a fault of ours: it must not hold up the others for ever.
  return tries < MOST_TRIES ? { stop: "later", after } : { done: "refused", said: { code: "trouble" } };
}

async function settle(person, row, opened, verdict) {
  // An undo that is refused has nothing to look at again; the encounter stays.
  if (verdict.done === "sent" || row.kind !== "log") {
    await write("rows", (tx) => void tx.objectStore("rows").delete(row.seq));
    tell({ change: verdict.done, id: row.id, kind: row.kind, url: verdict.url, why: verdict.said?.why });
    return;
  }
  await change(row, { state: "refused", box: await seal(person, { ...opened, ...verdict.said }) });
  tell({ change: "refused", id: row.id, kind: row.kind });
}

async function slowDown(after) {
  const failures = ((await fact("pace"))?.failures ?? 0) + 1;
  const pause = after ?? Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1));
  // Half of it by chance, so that a shop's tablets do not all come back at the same moment.
  const wait = pause * (0.75 + Math.random() / 2);
  await noteFact("pace", { failures, until: Date.now() + wait });
  return wait;
}

async function stop(why, wait) {
  if (why === "somebody else") await leave();
  const { mine } = await waiting();
  const left = mine.filter((row) => row.state === "waiting").length;
  const outcome = { left, why, wait };
  tell({ change: "rested", ...outcome });
  return outcome;
}

const heard = new Set();

// Hear what happens to rows, here and in other tabs: {change, id, kind, url, left, why, wait}.
export function listen(hear) {
  heard.add(hear);
}

news.onmessage = ({ data }) => heard.forEach((hear) => hear(data));

function tell(what) {
  news.postMessage(what);
  heard.forEach((hear) => hear(what));
}

// Where a browser has Background Sync, it sends even with the page closed.
function askForSync() {
  navigator.serviceWorker?.ready.then((registration) => registration.sync?.register(LOCK)).catch(() => {});
}
