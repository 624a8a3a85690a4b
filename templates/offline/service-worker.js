{% load static %}// Keeps the shell, version {{ version }}: the log screen and what it is made of, so that both open without network.
//
// Nobody's words are in it: those are sealed in IndexedDB. Where nobody is signed in, pages come from the server alone.
import { send } from "{% static 'js/outbox.js' %}";
import { fact, noteFact } from "{% static 'js/store.js' %}";

const CACHE = "shell {{ version }}";
const LOG = "{% url 'log_shell' %}";
const PLACES = "{% url 'offline' %}";
const ASSETS = [{% for asset in assets %}
  "{{ asset }}",{% endfor %}
];
const PATIENCE = 5_000; // milliseconds until a page is taken to be out of reach

addEventListener("install", (event) => event.waitUntil(keepShell()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event.request, address));
  else if (ASSETS.includes(address.pathname)) event.respondWith(asset(event.request, address));
});
addEventListener("sync", (event) => event.waitUntil(sendAll()));

async function keepShell() {
  const cache = await caches.open(CACHE);
  // As nobody, and past the browser's own cache: a shell is of one release.
  const requests = [LOG, PLACES, ...ASSETS].map((path) => new Request(path, { credentials: "omit", cache: "no-cache" }));
  await cache.addAll(requests);
  await skipWaiting();
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith("shell ") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

async function asset(request, { pathname }) {
  return (await kept(pathname)) ?? fetch(request);
}

const kept = async (path) => (await caches.open(CACHE)).match(path);

// The log screen never waits for a network. Every other page is the server's, and the shell's where it is out of reach.
async function page(request, address) {
  if ((await fact("leaving")) && !(await isSignedOut())) return (await kept(PLACES)) ?? Response.error();
  const here = await fact("here");
  if (here && address.pathname === "{% url 'log' %}" && !address.search) return (await kept(LOG)) ?? fetch(request);
  try {
    return await (here ? Promise.race([fetch(request), outOfReach()]) : fetch(request));
  } catch (error) {
    const shell = here && address.pathname === "{% url 'log' %}" ? await kept(LOG) : await kept(PLACES);
    if (shell) return shell;
    throw error;
  }
}

const outOfReach = () => new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), PATIENCE));

// Somebody signed out and the server could not hear of it: until it has, nobody sees a page.
async function isSignedOut() {
  try {
    const door = await ask("{% url 'account_logout' %}");
    if (!door.ok) return false;
    if (new URL(door.url).pathname === "{% url 'account_logout' %}") {
      const token = (await door.text()).match(/name="csrfmiddlewaretoken" value="([^"]+)"/)?.[1] ?? "";
      const done = await ask(door.url, { method: "POST", body: new URLSearchParams({ csrfmiddlewaretoken: token }), redirect: "manual" });
      if (!done.ok && done.type !== "opaqueredirect") return false;
    }
    await noteFact("leaving", undefined);
    return true;
  } catch {
    return false;
  }
}

const ask = (path, more) => fetch(path, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE), ...more });

// The browser tries again later where this fails.
async function sendAll() {
  const { left, why } = await send();
  if (left && why === "later") throw new Error("not all of it is sent");
}
