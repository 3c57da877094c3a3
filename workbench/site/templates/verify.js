// Works out the SHA-256 of archived answers, and of a file of the reader's own, in the browser.
const hashOf = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
for (const button of document.querySelectorAll("button[data-hash]")) {
  const says = button.closest("ul").dataset;
  button.addEventListener("click", async () => {
    const told = button.nextElementSibling;
    try {
      const answer = await fetch(button.dataset.body);
      if (!answer.ok) throw new Error(answer.status);
      const found = await hashOf(await answer.arrayBuffer());
      told.value = found === button.dataset.hash ? says.same : says.differ.replace("{hash}", found);
    } catch (error) {
      told.value = says.failed.replace("{why}", error.message);
    }
  });
}
document.querySelector("#own").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  document.querySelector("#own-hash").value = file ? await hashOf(await file.arrayBuffer()) : "";
});
