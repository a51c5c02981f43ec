"""Provinces as choices beside a list: their names come along with the counts."""

from association.lib.facets import Facet


def province_facet(path: str) -> Facet:
    """The facet of the provinces that `path` (such as `zone__province__`) leads to."""
    return Facet(f"{path}slug", f"{path}name_zh", f"{path}name_en", order=f"{path}code")
