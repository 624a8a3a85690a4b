// What changed, below the log form: shown on one visit a day until its person has seen it. "Got it" is kept here, and the
// server hears of it as soon as there is a network.
export function showNews({ id: owner }, { heading, notices }) {
  const key = `news ${owner}`;
  const today = new Date().toDateString();
  const { day, seen } = { seen: [], ...JSON.parse(localStorage[key] ?? "{}") };
  const note = (known) => (localStorage[key] = JSON.stringify({ day, seen, ...known }));
  const isSeen = ({ id }) => seen.includes(id);
  const left = notices.filter((notice) => !isSeen(notice));
  tell(notices.filter(isSeen));
  if (!left.length || day === today) return;

  const card = document.querySelector("[data-news]");
  card.querySelector("h2").textContent = heading;
  card.querySelector("ul").append(...left.map(draw));
  card.querySelector("button").onclick = () => (gotIt(left), card.remove());
  card.hidden = false;
  // Below the fold it has been shown when it has come into view.
  new IntersectionObserver(([{ isIntersecting }], watch) => isIntersecting && (watch.disconnect(), note({ day: today }))).observe(card);

  function draw(notice) {
    const item = document.getElementById("one-news").content.cloneNode(true);
    for (const place of item.querySelectorAll("[data-say]")) place.textContent = notice[place.dataset.say];
    const link = item.querySelector("a");
    link.href = notice.url;
    link.onclick = () => gotIt([notice]);
    return item;
  }

  function gotIt(these) {
    seen.push(...these.map(({ id }) => id));
    note({ day: today });
    tell(these);
  }

  // What the server does not hear now it hears at the next visit: until then the kit goes on naming it.
  function tell(these) {
    if (!these.length) return;
    const headers = { Accept: "application/json", "X-Person": owner, "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value };
    const body = new URLSearchParams(these.map(({ id }) => ["notice", id]));
    fetch("/notices/seen/", { method: "POST", headers, body, keepalive: true, redirect: "manual" }).catch(() => {});
  }
}
