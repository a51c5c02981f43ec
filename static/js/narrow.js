// A long list of boxes gets a line above it that narrows it down while one types.
for (const list of document.querySelectorAll("div.boxes")) {
  const boxes = [...list.querySelectorAll(":scope > div")];
  const line = document.createElement("input");
  line.type = "search";
  line.className = "narrow";
  line.setAttribute("aria-label", document.documentElement.lang.startsWith("en") ? "Narrow down the list" : "在列表中查找");
  line.placeholder = line.getAttribute("aria-label");
  list.before(line);
  line.addEventListener("input", () => {
    const words = line.value.trim().toLowerCase();
    for (const box of boxes) {
      const taken = box.querySelector("input").checked;
      box.hidden = !taken && !box.textContent.toLowerCase().includes(words);
    }
  });
  // Enter in this line must not submit the form around it.
  line.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
