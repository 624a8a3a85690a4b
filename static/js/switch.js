// Whoever taps themselves may type at once: the tap also brings up the digits.
const digits = document.getElementById("switch-digits");

for (const person of document.querySelectorAll(".switch [name=person]")) {
  person.addEventListener("click", () => digits.focus());
}
