// How long ago something was, as people say it.
const MINUTE = 60_000;
const DAY = 24 * 60;
const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto", style: "short" });

export function ageOf(at) {
  const minutes = Math.round((Date.now() - at) / MINUTE);
  if (minutes < 60) return words.format(-minutes, "minute");
  return minutes < 2 * DAY ? words.format(-Math.round(minutes / 60), "hour") : words.format(-Math.round(minutes / DAY), "day");
}
