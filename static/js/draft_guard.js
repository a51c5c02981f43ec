/* Warns before leaving a form (marked data-guard) whose changes are not saved. */
for (const form of document.querySelectorAll("form[data-guard]")) {
  let isChanged = false;
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
}

/* After a refused submission the reader starts at the list of what is wrong. */
document.getElementById("errors")?.focus();
