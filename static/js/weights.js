// While weights are moved: the slider beside each number, and what each practice counts of the whole. The server says the
// same once it has looked; without a script there are the numbers alone.
const form = document.querySelector("form.weights");
const rows = [...form.querySelectorAll(".weight")].map((row) => ({
  share: row.querySelector(".weight-share"),
  slider: row.querySelector("[data-moves]"),
  number: row.querySelector("[name^=weight_]"),
  on: row.querySelector("[name^=on_]"),
  bonus: row.querySelector("[name^=bonus_]"),
}));

for (const { slider, number, on } of rows) {
  slider.value = number.value;
  slider.hidden = false;
  slider.addEventListener("input", () => {
    number.value = slider.value;
    on.checked = number.value !== "0"; // whoever moves a weight wants it to count
  });
  number.addEventListener("input", () => {
    slider.value = number.value;
  });
}

form.addEventListener("input", sayShares);
sayShares();

function sayShares() {
  const whole = rows.reduce((sum, row) => sum + (row.bonus.checked ? 0 : weightOf(row)), 0);
  for (const row of rows) row.share.textContent = shareOf(row, whole);
}

function shareOf(row, whole) {
  const weight = weightOf(row);
  if (!weight) return form.dataset.off;
  if (row.bonus.checked) return form.dataset.bonus.replace("{n}", weight);
  return form.dataset.share.replace("{n}", Math.round((100 * weight) / whole));
}

// 0 where it is off, or not a weight yet.
function weightOf({ on, number }) {
  const weight = Number(number.value);
  return on.checked && Number.isInteger(weight) && weight > 0 && weight <= 100 ? weight : 0;
}
