// Greeting guidelines on the device, where there is no network: coaching/engine/guidelines.py once more, sign by sign.
// The rules come from /guidelines/rules/, and with them how words are cut (`reading`), so that no table stands here.
// tests/browser/test_bounds_equal.py holds the two to the same verdicts.

// A greeting as the server stores it: one spelling of every character, without NUL and lone surrogates.
export function normalise(text) {
  return text.replace(/[\p{Surrogate}\0]/gu, "").replace(/\r\n?/g, "\n").normalize("NFC");
}

// The rules that hold for a greeting: `team` is an address, `day` an ISO date. An unknown team is the first one's own.
export function holding(rules, { team, channel, day }) {
  const here = rules.teams.includes(team) ? team : rules.teams[0];
  const isFor = (named, one) => !named.length || named.includes(one);
  return rules.rules.filter(
    (rule) =>
      rule.first_day <= day && day <= rule.last_day && isFor(rule.teams, here) && isFor(rule.channels, channel),
  );
}

// What is out of bounds, what is met, and what is required but missing. Spans count UTF-16 units, as slice() does.
export function verdict(text, guidelines, reading) {
  const greeting = greetingOf(text, reading);
  const matches = guidelines
    .map((guideline) => ({ guideline, spans: spansOf(guideline, greeting, reading) }))
    .filter((match) => match.spans.length);
  const met = new Set(matches.map((match) => match.guideline));
  const isNever = (match) => match.guideline.strength === "never";
  const out = matches.filter((match) => match.guideline.bounds === "out");
  return {
    outOfBounds: [...out.filter(isNever), ...out.filter((match) => !isNever(match))],
    met: matches.filter((match) => match.guideline.bounds === "in"),
    missing: guidelines.filter((guideline) => guideline.strength === "required" && !met.has(guideline)),
  };
}

// A greeting cut into words once, for any number of guidelines.
function greetingOf(text, reading) {
  const words = wordsIn(text, reading);
  const places = new Map();
  words.forEach(({ word }, at) => kept(places, word, () => []).push(at));
  return { words, places };
}

function spansOf(guideline, greeting, reading) {
  const find = guideline.match === "phrase" ? phraseIn : allWordsIn;
  const found = phrasesOf(guideline, reading).flatMap((words) => find(words, greeting)).sort(byPlace);
  return found.filter((span, nth) => !nth || byPlace(span, found[nth - 1]));
}

function byPlace([start, end], [otherStart, otherEnd]) {
  return start - otherStart || end - otherEnd;
}

function phraseIn(phrase, { words, places }) {
  return (places.get(phrase[0]) ?? [])
    .filter((at) => phrase.every((word, nth) => words[at + nth]?.word === word))
    .map((at) => [words[at].start, words[at + phrase.length - 1].end]);
}

function allWordsIn(phrase, { words, places }) {
  if (!phrase.every((word) => places.has(word))) return [];
  return phrase.map((word) => words[places.get(word)[0]]).map(({ start, end }) => [start, end]);
}

// Cut once for each set of rules, not at every key.
const cutPhrases = new WeakMap();
const wordPatterns = new WeakMap();

// Each phrase as its words. A phrase of only punctuation has none and never matches.
function phrasesOf(guideline, reading) {
  const cut = () => guideline.phrases.map((phrase) => wordsIn(phrase, reading).map(({ word }) => word));
  return kept(cutPhrases, guideline, () => cut().filter((words) => words.length));
}

function wordsIn(text, reading) {
  const pattern = kept(wordPatterns, reading, () => wordPattern(reading));
  const found = fold(text, reading).matchAll(pattern);
  return Array.from(found, ({ 0: word, index }) => ({
    word: word.replaceAll("'", ""),
    start: index,
    end: index + word.length,
  }));
}

// Lower case with plain quotes and dashes, of the same length. The one letter that would grow stands in the folds.
function fold(text, { folds }) {
  return Array.from(text, (sign) => folds[sign] ?? sign).join("").toLowerCase();
}

// One sign of an unspaced script, a run of letters with its marks and inner apostrophes, or one emoji-like sign.
function wordPattern({ unspaced, marks, signs }) {
  const letter = `(?![${unspaced}])[\\p{L}\\p{N}]`;
  return new RegExp(`[${unspaced}]|${letter}(?:${letter}|[${marks}])*(?:'(?:${letter})+)*|[${signs}]`, "gu");
}

function kept(things, key, make) {
  if (!things.has(key)) things.set(key, make());
  return things.get(key);
}
