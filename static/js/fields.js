// A form's answers as pairs, and back into the form; what is said beside a field when it needs another look.
const NOT_ANSWERS = new Set(["csrfmiddlewaretoken", "device_at", "clock_offset_ms"]);

export const answersOf = (form) =>
  [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NOT_ANSWERS.has(name));

// Put answers back. Those that the form no longer offers (a retired situation) are offered again, so that none is lost.
export function fill(form, answers, { opens = true } = {}) {
  const given = Map.groupBy?.(answers, ([name]) => name) ?? grouped(answers);
  for (const control of form.elements) {
    if (!control.name || NOT_ANSWERS.has(control.name)) continue;
    const values = (given.get(control.name) ?? []).map(([, value]) => value);
    if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
    else if (values.length) put(control, values[0]);
  }
  if (opens) openWhatHolds(form);
}

function put(control, value) {
  if (control.tagName === "SELECT" && ![...control.options].some((option) => option.value === value)) {
    control.add(new Option(control.dataset.gone ?? value, value));
  }
  control.value = value;
}

function grouped(pairs) {
  const groups = new Map();
  for (const pair of pairs) groups.set(pair[0], [...(groups.get(pair[0]) ?? []), pair]);
  return groups;
}

// A folded part that holds an answer is open.
function openWhatHolds(form) {
  for (const part of form.querySelectorAll("details.more")) {
    part.open ||= [...part.querySelectorAll("textarea, input, select")].some(isAnswered);
  }
}

const isAnswered = (control) =>
  control.type === "radio" || control.type === "checkbox" ? control.checked && control.value !== "" : control.value.trim() !== "";

export function offer(select, choices) {
  for (const [value, label] of choices) select?.add(new Option(label, value));
}

// Say beside each field what to look at again: {name: [sentence, ...]}; "__all__" stands above the form.
export function showErrors(form, errors, lookAgain) {
  clearErrors(form, lookAgain);
  const above = errors.__all__ ?? [lookAgain.dataset.nearly];
  lookAgain.replaceChildren(...above.map(paragraph));
  lookAgain.hidden = false;
  for (const [name, sentences] of Object.entries(errors)) showBeside(form.elements[name], sentences);
  const first = form.querySelector(".invalid-feedback");
  (first ?? lookAgain).parentElement.scrollIntoView({ block: "center" });
}

export function clearErrors(form, lookAgain) {
  lookAgain.hidden = true;
  form.querySelectorAll(".invalid-feedback").forEach((said) => said.remove());
}

function showBeside(control, sentences) {
  const field = control instanceof RadioNodeList ? control[0] : control;
  const place = field?.closest("fieldset, .field, div:has(> label)") ?? field?.parentElement;
  if (!place) return;
  const said = document.createElement("div");
  said.className = "invalid-feedback";
  said.append(...sentences.map(paragraph));
  place.append(said);
  const folded = place.closest("details");
  if (folded) folded.open = true;
}

function paragraph(sentence) {
  const said = document.createElement("p");
  said.textContent = sentence;
  return said;
}
