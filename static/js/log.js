// The log screen, where scripts run: every tap is kept as a draft, Save keeps the encounter on the device before it says so,
// and the outbox sends it. Where nothing can be kept, the form goes to the server as it does without a script.
import { canKeep } from "./store.js";
import { keptKit } from "./kit.js";
import { draftOf, dropDraft, forgetOld, hold, jotDraft, leftBehind } from "./drafts.js";
import { allRows, discard, keep, listen, openRow, send, takeBack } from "./outbox.js";
import { answersOf, clearErrors, fill, offer, showErrors } from "./fields.js";
import { whenHere } from "./here.js";
import { showDueSoon } from "./keeping.js";

const form = document.querySelector("form[data-log]");
const save = form.querySelector(".save-bar button");
const lookAgain = document.getElementById("look-again");
const restored = document.getElementById("restored");
const SOON = 1_500; // milliseconds in which an answer may still take the person to what their words showed
const UNDO = 10_000;

let person; // {id, key}; without one the form goes straight to the server

// A page that one comes back to keeps its encounter's id, also where the browser fetches it anew: saving it again is no second
// one. Loaded anew after "Saved", it begins another.
const cameBy = performance.getEntriesByType("navigation")[0]?.type;
const isComingBack = cameBy === "back_forward" || (cameBy === "reload" && !history.state?.isSaved);
let publicId = (isComingBack && history.state?.publicId) || form.elements.public_id.value || crypto.randomUUID();
form.elements.public_id.value = publicId;
noteInHistory(Boolean(isComingBack && history.state?.isSaved));

function take(id) {
  publicId = form.elements.public_id.value = id;
  noteInHistory(false);
}

// With whose it is: a tablet's next person may go back to this entry.
function noteInHistory(isSaved) {
  history.replaceState({ publicId, isSaved, owner: person?.id ?? history.state?.owner }, "");
}

// What is typed before we know who is here is theirs all the same, and nothing that was kept may replace it.
let isTouched = false;
for (const kind of ["input", "change"]) form.addEventListener(kind, () => ((isTouched = true), jot()));

if (canKeep()) whenHere.then(begin);

async function begin(here) {
  if (!here) return;
  const isAnothers = history.state?.owner && history.state.owner !== here.id;
  person = here;
  if (isAnothers) wipe();
  noteInHistory(history.state?.isSaved);
  await makeTheirs();
  await goOn();
  hold(publicId);
  if (isTouched) jot();
  forgetOld(person);
}

// The browser gave back what somebody else had typed into this page.
function wipe() {
  form.reset();
  for (const control of form.querySelectorAll("textarea, input:not([type=hidden], [type=radio], [type=checkbox])")) control.value = "";
  take(crypto.randomUUID());
}

// The shell has nobody in it: say whose it is and what they may choose.
async function makeTheirs() {
  if (!("shell" in document.body.dataset)) return;
  const { kit } = (await keptKit()) ?? {};
  if (!kit) return;
  const { team, situation, repeat_of: repeat } = form.elements;
  team.replaceChildren();
  offer(team, kit.teams);
  team.closest(".field").hidden = kit.teams.length < 2;
  offer(situation, kit.situations);
  offer(repeat, kit.repeats);
  showDueSoon(kit.promises);
  if (kit.news) import("./news.js").then(({ showNews }) => showNews(person, kit.news));
  if (isTouched) return;
  fill(form, [...answersOf(form).filter(([name]) => !(name in kit.last)), ...chosenLast(kit)], { opens: false });
}

const chosenLast = ({ last }) => Object.entries(last).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));

addEventListener("hashchange", () => person && goOn());

// Words that need another look come first; then what was written on the page one comes back to; then what a crash left.
async function goOn() {
  const refused = new URLSearchParams(location.hash.slice(1)).get("again");
  if (refused) {
    history.replaceState(history.state, "", location.pathname);
    return lookAtAgain(refused);
  }
  if (isTouched) return;
  const undone = new URLSearchParams(location.search).get("undone");
  if (undone) return putBack(undone);
  const own = isComingBack && (await draftOf(person, publicId));
  const draft = own || (await leftBehind(person));
  if (!draft || isTouched) return;
  fill(form, draft.fields);
  if (own) return;
  take(draft.id);
  restored.hidden = false;
}

// Taken back on the page of what the words showed: here they are again, under an id of their own.
async function putBack(id) {
  history.replaceState(history.state, "", location.pathname);
  const draft = await draftOf(person, id);
  if (!draft || isTouched) return;
  fill(form, draft.fields.filter(([name]) => name !== "public_id"));
  restored.hidden = false;
  await jotDraft(person, publicId, answersOf(form));
  await dropDraft(id);
}

document.getElementById("start-over")?.addEventListener("click", async () => {
  await dropDraft(publicId);
  take(crypto.randomUUID());
  location.reload();
});

let jotting = Promise.resolve();

function jot() {
  if (!person) return;
  const [id, fields] = [publicId, answersOf(form)];
  jotting = jotting.then(() => jotDraft(person, id, fields)).catch(() => {}); // a full device says so at Save
}

// ---- Save

form.addEventListener("submit", (event) => {
  form.elements.device_at.value = new Date().toISOString();
  if (!person || event.submitter?.hasAttribute("data-straight")) return pressedOnce();
  event.preventDefault();
  saveHere();
});

// After this event, so that the press itself still counts; the server stores a second one only once anyway.
const pressedOnce = () => setTimeout(() => (save.disabled = true));

let saving = false;

async function saveHere() {
  if (saving) return;
  const missing = missingAnswers();
  if (missing) return showErrors(form, missing, lookAgain);
  clearErrors(form, lookAgain);
  saving = true;
  const fields = answersOf(form);
  await jotting;
  try {
    await keep(person, "log", publicId, fields);
  } catch (error) {
    saving = false;
    if (error.name === "OtherWords") return keepAsAnother();
    return error.name === "SomebodyElse" ? location.reload() : sayThereIsNoRoom();
  }
  saved(publicId, Object.fromEntries(fields));
}

// Saved before and changed since: ask, and lose neither.
function keepAsAnother() {
  take(crypto.randomUUID());
  hold(publicId);
  jot();
  showErrors(form, { __all__: [lookAgain.dataset.other] }, lookAgain);
}

// What the page itself can see; everything else is the server's to say.
function missingAnswers() {
  const missing = {};
  for (const group of form.querySelectorAll("[data-missing]")) {
    const name = group.querySelector("input").name;
    if (!form.elements[name].value) missing[name] = [group.dataset.missing];
  }
  for (const control of form.querySelectorAll("[data-wrong]")) {
    if (control.value.trim() && !control.checkValidity()) missing[control.name] = [control.dataset.wrong];
  }
  return Object.keys(missing).length ? missing : undefined;
}

function sayThereIsNoRoom() {
  const full = document.getElementById("no-room");
  full.hidden = false;
  full.scrollIntoView({ block: "center" });
  full.focus();
}

// ---- Saved

let showing; // the id whose "Saved" is on the screen
let undoing; // the timer of its undo

async function saved(id, { greeting, resolution }) {
  showing = id;
  noteInHistory(true);
  const since = Date.now();
  const panel = document.getElementById("saved");
  document.body.classList.add("is-saved");
  const words = panel.querySelector("[data-words]");
  words.textContent = greeting || resolution;
  words.hidden = !words.textContent;
  panel.hidden = false;
  scrollTo(0, 0);
  panel.focus({ preventScroll: true });
  const undo = panel.querySelector("[data-undo]");
  undo.hidden = false;
  clearTimeout(undoing);
  undoing = setTimeout(() => (undo.hidden = true), UNDO);
  listen((what) => hearOf(what, id, since));
  tellWhatWaits(await send().catch(() => ({ why: "later" })));
}

function hearOf({ change, id, url }, mine, since) {
  if (id !== mine || showing !== mine) return;
  if (change === "refused") return lookAtAgain(mine);
  if (change !== "sent" || !url) return;
  if (Date.now() - since < SOON && !document.querySelector("dialog[open]")) return location.assign(url);
  const link = document.querySelector("#saved [data-showed]");
  link.href = url;
  link.hidden = false;
  document.querySelector("#saved [data-kept]").hidden = true;
}

function tellWhatWaits({ why }) {
  const panel = document.getElementById("saved");
  panel.querySelector("[data-sign-in]").hidden = why !== "sign in";
  panel.querySelector("[data-kept]").hidden = why === "sign in" || !why;
}

document.querySelector("#saved [data-undo]").addEventListener("click", async () => {
  const said = await takeBack(person, showing);
  startOver(crypto.randomUUID());
  if (said) fill(form, said.fields.filter(([name]) => name !== "public_id"));
  jot();
  form.elements.greeting.focus();
});

document.querySelector("#saved [data-another]").addEventListener("click", (event) => {
  event.preventDefault();
  const last = answersOf(form).filter(([name]) => ["channel", "team", "situation"].includes(name));
  startOver(crypto.randomUUID());
  form.reset();
  fill(form, [...answersOf(form).filter(([name]) => !last.some(([known]) => known === name)), ...last]);
  form.querySelectorAll("details.more").forEach((part) => (part.open = false));
  scrollTo(0, 0);
  document.getElementById("main").focus();
});

function startOver(id) {
  showing = undefined;
  saving = false;
  document.body.classList.remove("is-saved");
  document.getElementById("saved").hidden = true;
  document.getElementById("greeting-check").replaceChildren();
  restored.hidden = true;
  take(id);
  hold(id);
}

// ---- What the server could not take: back into the form, with what to look at, under an id of its own

async function lookAtAgain(id) {
  const row = (await allRows()).find((each) => each.id === id && each.kind === "log" && each.owner === person.id);
  if (!row) return;
  const { fields, code, errors } = await openRow(person, row);
  startOver(crypto.randomUUID());
  fill(form, fields.filter(([name]) => name !== "public_id"));
  // The draft first, then the row goes: a crash in between leaves both, never neither.
  await jotDraft(person, publicId, answersOf(form));
  await discard([row]);
  showErrors(form, errors ?? { __all__: [whatToSayOf(code)] }, lookAgain);
}

function whatToSayOf(code) {
  const { other, taken, trouble, nearly } = lookAgain.dataset;
  return { other_words: other, taken_back: taken, trouble }[code] ?? nearly;
}

// ---- Where the server cannot say what is in bounds, the device does, from the same rules

for (const trouble of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  form.querySelector("[data-quiet]").addEventListener(trouble, sayWhatIsInBounds);
}

async function sayWhatIsInBounds() {
  const { kit } = (await keptKit()) ?? {};
  if (!kit?.rules) return;
  const { checkHere } = await import("./greeting-check.js"); // kept on the device, and needed only without network
  const { greeting, team, channel } = form.elements;
  const day = new Date().toLocaleDateString("sv"); // 2026-11-26
  checkHere(greeting, document.getElementById("greeting-check"), kit.rules, { team: team.value, channel: channel.value, day });
}

// ---- Quick hands on a keyboard: a digit chooses a face

form.addEventListener("keydown", ({ key, target }) => {
  const face = target.closest(".faces")?.querySelector(`input[value="${CSS.escape(key)}"]`);
  if (!face) return;
  face.click();
  face.focus();
});

// Back from the next page: Save works again.
addEventListener("pageshow", ({ persisted }) => {
  save.disabled = false;
  if (persisted && showing) startOver(showing);
});
