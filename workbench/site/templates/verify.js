// Works out the SHA-256 of archived answers, and of a file of the reader's own, in the browser.
const hashOf = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
for (const button of document.querySelectorAll("button[data-hash]")) {
  button.addEventListener("click", async () => {
    const says = button.nextElementSibling;
    try {
      const answer = await fetch(button.dataset.body);
      if (!answer.ok) throw new Error(`the server said ${answer.status}`);
      const found = await hashOf(await answer.arrayBuffer());
      says.value = found === button.dataset.hash ? "The bytes are those that were archived." : `The bytes differ: ${found}`;
    } catch (error) {
      says.value = `It could not be fetched: ${error.message}`;
    }
  });
}
document.querySelector("#own").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  document.querySelector("#own-hash").value = file ? await hashOf(await file.arrayBuffer()) : "";
});
