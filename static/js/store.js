// What this device keeps, in IndexedDB: rows that wait to be sent, drafts, each person's kit, and small facts.
//
// rows    seq -> {seq, format, kind, id, owner, at, state, tries, box}; what somebody wrote is in the sealed box
// drafts  id -> {id, format, owner, at, box}; the id is that of the encounter it will be
// kits    owner -> {owner, box}
// facts   name -> value: "here" (who is signed in and their key), "clock", "pace", "leaving"
const NAME = "microconnect";
const VERSION = 1;

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const asking = indexedDB.open(NAME, VERSION);
    asking.onupgradeneeded = () => makeStores(asking.result);
    asking.onsuccess = () => resolve(watched(asking.result));
    asking.onerror = () => reject(asking.error);
    // Another tab still runs an older release: it closes its side as soon as it is told.
    asking.onblocked = () => {};
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function makeStores(database) {
  const rows = database.createObjectStore("rows", { keyPath: "seq", autoIncrement: true });
  rows.createIndex("once", ["kind", "id"], { unique: true });
  database.createObjectStore("drafts", { keyPath: "id" });
  database.createObjectStore("kits", { keyPath: "owner" });
  database.createObjectStore("facts");
}

function watched(database) {
  database.onversionchange = () => database.close();
  database.onclose = () => (opened = undefined);
  return database;
}

// Run `work(transaction)`; its value is answered when everything is on the disk, and not a moment before.
export function write(stores, work) {
  return transact(stores, "readwrite", { durability: "strict" }, work);
}

// The same for what may be lost with the machine, though not with the browser: it is written often.
export function jot(stores, work) {
  return transact(stores, "readwrite", { durability: "relaxed" }, work);
}

export function read(stores, work) {
  return transact(stores, "readonly", {}, work);
}

async function transact(stores, mode, options, work) {
  const transaction = (await open()).transaction(stores, mode, options);
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new DOMException("Not kept", "AbortError"));
  });
  try {
    const value = await work(transaction);
    await done;
    return value;
  } catch (error) {
    done.catch(() => {});
    if (transaction.error === null) abort(transaction);
    throw error;
  }
}

function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

// The answer to one request inside a transaction.
export function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const fact = (name) => read("facts", (tx) => answer(tx.objectStore("facts").get(name)));

export const noteFact = (name, value) =>
  write("facts", (tx) => void (value === undefined ? tx.objectStore("facts").delete(name) : tx.objectStore("facts").put(value, name)));

// Whether this browser can keep anything for somebody: it needs a secure address, and private windows may refuse.
export const canKeep = () =>
  Boolean(globalThis.isSecureContext && globalThis.indexedDB && globalThis.crypto?.subtle && navigator.locks);
