/* Enter that confirms a word in a Chinese input method must not send the form. */
let composing = false;

addEventListener("compositionstart", () => { composing = true; }, true);
addEventListener("compositionend", () => { setTimeout(() => { composing = false; }, 30); }, true);
addEventListener("keydown", (event) => {
  const isConfirming = event.isComposing || composing || event.keyCode === 229;
  if (event.key === "Enter" && isConfirming) event.preventDefault();
}, true);
