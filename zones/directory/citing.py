"""The sources of a zone as a reader can use them; the database keeps all of them."""

import re

# An index number or a seed list says how the data were compiled; nobody else can look it up.
INTERNAL = re.compile(r"\b(code-index file|seed)\b", re.IGNORECASE)
FROM_MEMORY = "recall"
BETWEEN = re.compile(r";(?![^()]*\))")  # not inside brackets


def cited(*sources: str) -> list[str]:
    """The sources that can be looked up, each once, in their order."""
    parts = [part.strip() for source in sources for part in BETWEEN.split(source)]
    usable = (part for part in parts if part and part != FROM_MEMORY)
    return list(dict.fromkeys(part for part in usable if not INTERNAL.search(part)))
