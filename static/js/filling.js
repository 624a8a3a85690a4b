// Fills a <template>, so that what scripts say has the page's own words and markup: [data-say=name] is given its text,
// and [data-if=name] leaves when there is nothing to say.
export function filled(template, values) {
  const copy = template.content.cloneNode(true);
  for (const part of copy.querySelectorAll("[data-if]")) if (!values[part.dataset.if]) part.remove();
  for (const place of copy.querySelectorAll("[data-say]")) say(place, values[place.dataset.say]);
  return copy;
}

function say(place, said) {
  if (Array.isArray(said)) sayEach(place, said);
  else place.textContent = said;
}

// A list stands in copies of the place's one example, with commas between.
function sayEach(place, said) {
  const example = place.firstElementChild;
  const copies = said.map((words) => {
    const copy = example.cloneNode(true);
    innermost(copy).textContent = words;
    return copy;
  });
  place.replaceChildren(...copies.flatMap((copy, nth) => (nth ? [", ", copy] : [copy])));
}

function innermost(element) {
  return element.firstElementChild ? innermost(element.firstElementChild) : element;
}
