// Filters the list of checks in the page: every word must stand in a check, and its verdict be the chosen one.
const form = document.querySelector(".search");
const rows = [...document.querySelectorAll(".claims li")];
const show = () => {
  const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const verdict = form.verdict.value;
  let count = 0;
  for (const row of rows) {
    const fits = words.every((word) => row.dataset.words.includes(word)) && (!verdict || row.dataset.verdict === verdict);
    row.hidden = !fits;
    count += fits;
  }
  form.querySelector("output").value = (count === 1 ? form.dataset.one : form.dataset.other).replace("{count}", count);
};
form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
