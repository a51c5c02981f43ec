// Warns two minutes before the session ends and prolongs it without leaving the page.
// The server knows the truth (another tab may have prolonged it); asking does not prolong.
const dialog = document.getElementById("session-end");
const WARN_SECONDS = 120;

function show(part) {
  for (const piece of dialog.querySelectorAll("[data-part]")) {
    piece.hidden = piece.dataset.part !== part;
  }
  if (!dialog.open) dialog.showModal();
}

function wait(seconds) {
  setTimeout(ask, Math.max(1, seconds) * 1000);
}

function follow(left) {
  if (left > WARN_SECONDS) {
    if (dialog.open) dialog.close();
    wait(left - WARN_SECONDS);
  } else if (left > 0) {
    show("warning");
    wait(Math.min(left + 1, 20));
  } else {
    show("ended");
  }
}

async function ask(options = { headers: { "X-Background": "1" } }) {
  try {
    const answer = await fetch(dialog.dataset.url, options);
    follow(answer.ok ? (await answer.json()).seconds_left : answer.status === 401 ? 0 : 60);
  } catch {
    wait(30);
  }
}

dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  ask({ method: "POST", body: new FormData(event.target) });
  dialog.close();
});
dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
follow(Number(dialog.dataset.left));
