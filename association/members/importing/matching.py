"""Which organisation of the register a row of a file means."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from association.members.models import Organisation

Match = tuple[Organisation | None, list[tuple[str, ValidationError]]]


class Register:
    """The organisations that the rows of a file may mean, read in two queries.

    The credit code decides; without one in the register, the exact Chinese name does. A code
    that belongs to a merged duplicate means the survivor.
    """

    def __init__(self, rows: list[dict[str, str]]) -> None:
        codes = {values["credit_code"] for values in rows if "credit_code" in values}
        names = {values["name_zh"] for values in rows if "name_zh" in values}
        found = Organisation.objects.filter(credit_code__in=codes).select_related("merged_into")
        self.by_code = {row.credit_code: row.merged_into or row for row in found}
        self.by_name: dict[str, list[Organisation]] = {}
        for row in Organisation.objects.standing_alone().filter(name_zh__in=names).order_by("pk"):
            self.by_name.setdefault(row.name_zh, []).append(row)

    def match(self, values: dict[str, str]) -> Match:
        """The organisation (None for a new one) and what speaks against writing the row."""
        target, errors = self._find(values.get("credit_code"), values.get("name_zh"))
        if target and target.kind == Organisation.Kind.ASSOCIATION:
            errors.append(("kind", ValidationError(_("The association itself is not imported."))))
        code = values.get("credit_code")
        if target and target.credit_code and code and target.credit_code != code:
            sentence = _("The register has another credit code for this name: %(code)s.")
            error = ValidationError(sentence, "other_code", {"code": target.credit_code})
            errors.append(("credit_code", error))
        return target, errors

    def _find(self, code: str | None, name: str | None) -> Match:
        if code in self.by_code:
            return self.by_code[code], []
        named = self.by_name.get(name or "", [])
        if len(named) > 1:
            sentence = _("Several organisations bear this name. Give the credit code.")
            return None, [("name_zh", ValidationError(sentence, "ambiguous"))]
        return (named[0] if named else None), []
