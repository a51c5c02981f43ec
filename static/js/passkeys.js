// Shows what needs a script only where scripts run, and says so when a passkey could not be used.
for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;

const failed = document.getElementById("passkey-failed");
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("main").prepend(failed);
  failed.classList.remove("page");
  failed.hidden = false;
});
