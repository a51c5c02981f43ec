"""Template tags of the shared components."""

import segno
from django import template

register = template.Library()

QUIET_ZONE = 2  # modules of white around the code, so that a camera finds its edge


@register.simple_tag
def qr_code(address: str) -> dict[str, int | str]:
    """The QR code of an address as the `path` of an SVG stroke and its `size` in modules."""
    code = segno.make(address, error="m", micro=False)
    rows = list(code.matrix_iter(border=QUIET_ZONE))
    path = "".join(
        f"M{x} {y}.5h1" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return {"size": len(rows), "path": path}
