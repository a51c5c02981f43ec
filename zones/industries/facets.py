"""Industries as choices beside a list: code and name come along with the counts."""

from django.db.models import F, Value
from django.db.models.functions import Coalesce, Concat, NullIf

from association.lib.facets import Facet


def industry_facet(path: str) -> Facet:
    """The facet of the industries that `path` (such as `industries__`) leads to."""
    english = Coalesce(NullIf(F(f"{path}name_en"), Value("")), F(f"{path}name_zh"))
    return Facet(
        f"{path}slug",
        Concat(F(f"{path}code"), Value(" "), F(f"{path}name_zh")),
        Concat(F(f"{path}code"), Value(" "), english),
        order=Concat(F(f"{path}scheme"), Value(" "), F(f"{path}code")),
    )
