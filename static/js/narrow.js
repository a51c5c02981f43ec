// A long list of boxes gets a line above it that narrows it down, and says what has been chosen.
const english = document.documentElement.lang.startsWith("en");
const words = english
  ? { find: "Find in the list", chosen: "Chosen: ", none: "nothing yet" }
  : { find: "在列表中查找（可用拼音）", chosen: "已选：", none: "暂无" };

for (const list of document.querySelectorAll("div.boxes")) {
  const boxes = [...list.querySelectorAll(":scope > div")];
  const line = Object.assign(document.createElement("input"), { type: "search", className: "narrow" });
  const chosen = Object.assign(document.createElement("p"), { className: "chosen" });
  chosen.setAttribute("role", "status");
  line.setAttribute("aria-label", words.find);
  line.placeholder = words.find;
  list.before(line, chosen);

  const tell = () => {
    const taken = boxes.filter((box) => box.querySelector("input").checked);
    const names = taken.map((box) => box.textContent.trim());
    chosen.textContent = words.chosen + (names.join(english ? ", " : "、") || words.none);
  };
  list.addEventListener("change", tell);
  tell();

  line.addEventListener("input", () => {
    const wanted = line.value.trim().toLowerCase();
    for (const box of boxes) {
      const field = box.querySelector("input");
      const key = `${field.dataset.key ?? ""} ${box.textContent.toLowerCase()}`;
      box.hidden = !field.checked && !key.includes(wanted);
    }
  });
  // Enter in this line must not submit the form around it.
  line.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
