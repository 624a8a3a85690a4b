// Greeting guidelines on the device, where there is no network: coaching/engine/guidelines once more, sign by sign.
// The rules come from /guidelines/rules/, compiled, and with them how words are cut (`reading`): no table and no pattern
// is read here.
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
    .map((guideline) => ({ guideline, spans: spansOf(guideline, greeting) }))
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
  return { words, places, bits: new Map() };
}

function spansOf(guideline, greeting) {
  const find = guideline.match === "words" ? allWordsIn : runsIn;
  const lines = guideline.compiled ?? []; // a device may have rules from before they were compiled
  const found = lines.flatMap((line) => find(line, greeting)).sort(byPlace);
  return found.filter((span, nth) => !nth || byPlace(span, found[nth - 1]));
}

function byPlace([start, end], [otherStart, otherEnd]) {
  return start - otherStart || end - otherEnd;
}

function allWordsIn(line, { words, places }) {
  if (!line.every((word) => places.has(word))) return [];
  return line.map((word) => words[places.get(word)[0]]).map(({ start, end }) => [start, end]);
}

// The shortest runs of words that lead from the first state to the last. All places are read at once, as the bits of
// one number; automaton.py says how and why.
function runsIn(states, greeting) {
  const runs = [];
  let live = states.map((_, state) => (state ? 0n : bitsOf("*", greeting)));
  let held = 0n;
  for (let length = 0; live.some(Boolean); length += 1) {
    const later = states.map(() => 0n);
    states.forEach((arcs, state) => {
      if (!live[state]) return;
      for (const [target, label] of arcs) {
        if (label) later[target] |= (live[state] & bitsOf(label, greeting)) << 1n;
        else live[target] |= live[state];
      }
    });
    const found = live.at(-1);
    placesIn(found).forEach((after) => runs.push([greeting.words[after - length].start, greeting.words[after - 1].end]));
    held |= found;
    held |= held << 1n;
    live = later.map((places) => places & ~held);
  }
  return runs;
}

function placesIn(bits) {
  return bits ? Array.from(bits.toString(2)).reverse().flatMap((bit, at) => (bit === "1" ? [at] : [])) : [];
}

// The places of the words that a label reads, as bits.
function bitsOf(label, { words, places, bits }) {
  return kept(bits, label, () => {
    const met = label[0] === "=" ? [label.slice(1)] : [...places.keys()].filter((typed) => meets(label, typed));
    const row = words.map(() => 0);
    met.flatMap((word) => places.get(word) ?? []).forEach((at) => (row[at] = 1));
    return BigInt(`0b0${row.reverse().join("")}`);
  });
}

function meets(label, typed) {
  const word = label.slice(1);
  if (label[0] === "~") return isNear(word, typed);
  if (label[0] === "^") return typed.startsWith(word);
  return label === "*" || /^\p{Nd}+$/u.test(typed);
}

// Whether a word is typed with slips of the thumb: slips.py says which are forgiven.
function isNear(word, typed) {
  if (word === typed || word[0] !== typed[0]) return word === typed;
  const [meant, read] = [[...word], [...typed]];
  if (read.length < 4 || /\p{Nd}/u.test(typed)) return false;
  const lettersOf = (word) => [...word].sort().join("");
  if (meant.length === 4 && read.length === 4 && lettersOf(word) !== lettersOf(typed)) return false;
  return isWithin(meant.length < 9 ? 1 : 2, meant, read);
}

function isWithin(slips, one, other) {
  if (Math.abs(one.length - other.length) > slips) return false;
  const differs = one.findIndex((sign, at) => sign !== other[at]);
  if (differs < 0) return true;
  if (!slips) return false;
  const [a, b] = [one.slice(differs), other.slice(differs)];
  return (
    isWithin(slips - 1, a.slice(1), b) ||
    isWithin(slips - 1, a, b.slice(1)) ||
    isWithin(slips - 1, a.slice(1), b.slice(1)) ||
    (a[0] === b[1] && a[1] === b[0] && isWithin(slips - 1, a.slice(2), b.slice(2)))
  );
}

// Made once for each set of rules, not at every key.
const wordPatterns = new WeakMap();

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
