/* Changes the text size at once; the link behind it remembers the choice and works without this. */
for (const link of document.querySelectorAll("a[data-reading]")) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { reading, value } = link.dataset;
    try {
      await fetch(link.href, { redirect: "manual" });
    } catch {
      location.assign(link.href);
      return;
    }
    if (value) document.documentElement.dataset[reading] = value;
    else delete document.documentElement.dataset[reading];
    for (const other of document.querySelectorAll(`a[data-reading="${reading}"]`)) {
      if (other === link) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
  });
}
