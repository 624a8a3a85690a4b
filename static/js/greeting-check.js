// What is to be said about a greeting, from rules that are on the device: as _verdict.html says it, in the words of
// _hint_templates.html. Whether a greeting is one's own or a script takes one's earlier ones, so that is left to the server.
import { holding, normalise, verdict } from "./bounds.js";
import { filled } from "./filling.js";

const MOST_TOLD = 3; // as on the server: more at once helps nobody who is typing
const MOST_MARKS = 12;

// Fill `output` with what is to be said about what stands in `textarea`; nothing while that is blank.
export function checkHere(textarea, output, rules, { team, channel, day }) {
  const greeting = normalise(textarea.value);
  const guidelines = holding(rules, { team, channel, day });
  output.replaceChildren(...(greeting.trim() ? hintsFor(greeting, guidelines, rules.reading) : []));
}

// The hints for a greeting, ready to stand in the page. Out of bounds comes first, and alone.
export function hintsFor(greeting, guidelines, reading) {
  const found = verdict(greeting, guidelines, reading);
  if (found.outOfBounds.length) {
    return found.outOfBounds.slice(0, MOST_TOLD).map((match) => outOfBounds(greeting, match));
  }
  const missing = found.missing.slice(0, MOST_TOLD).map(worthAdding);
  return [...missing, ...found.met.slice(0, 1).map(({ guideline }) => hint("in-bounds", guideline))];
}

function outOfBounds(greeting, { guideline, spans }) {
  const words = spans.slice(0, MOST_MARKS).map(([start, end]) => greeting.slice(start, end));
  return hint("out-of-bounds", { ...guideline, words: [...new Set(words)].slice(0, MOST_TOLD) });
}

function worthAdding(guideline) {
  return hint("worth-adding", { ...guideline, advice: guideline.suggestion || guideline.reason });
}

function hint(kind, values) {
  return filled(document.getElementById(`hint-${kind}`), values);
}
