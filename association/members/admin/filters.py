"""Filters of the admin's lists that a column alone does not give."""

from django.contrib.admin import SimpleListFilter
from django.db.models.functions import Left
from django.utils.translation import gettext_lazy as _

from association.members.codes import names, province_name
from association.members.models import Mandate
from association.members.models.membership import Standing


class StandingToday(SimpleListFilter):
    """By the standing that follows from the dates today."""

    title = _("standing today")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return Standing.choices

    def queryset(self, request, queryset):
        return queryset.filter(standing=self.value()) if self.value() else queryset


class Province(SimpleListFilter):
    """By the first two digits of the administrative division."""

    title = _("province")
    parameter_name = "province"

    def lookups(self, request, model_admin):
        digits = model_admin.model.objects.values_list(Left("division_code", 2), flat=True)
        present = {f"{two}0000" for two in digits.distinct().order_by()}
        return [(code, province_name(code)) for code in names() if code in present]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(division_code__startswith=self.value()[:2])


class Merged(SimpleListFilter):
    """Duplicates are left out unless one asks for them."""

    title = _("duplicates")
    parameter_name = "merged"

    def lookups(self, request, model_admin):
        return [("only", _("merged ones only")), ("all", _("all, merged or not"))]

    def choices(self, changelist):
        default, *others = super().choices(changelist)
        return [{**default, "display": _("without duplicates")}, *others]

    def queryset(self, request, queryset):
        if self.value() == "all":
            return queryset
        return queryset.filter(merged_into__isnull=self.value() != "only")


class Administrator(SimpleListFilter):
    """Verified organisations for which nobody can act."""

    title = _("administrator")
    parameter_name = "administrator"

    def lookups(self, request, model_admin):
        return [("none", _("verified, without administrator"))]

    def queryset(self, request, queryset):
        if self.value() != "none":
            return queryset
        alone = Mandate.objects.organisations_without_administrator()
        return queryset.filter(pk__in=alone.values("pk"))


class Ending(SimpleListFilter):
    """Mandates by whether they hold today."""

    title = _("validity")
    parameter_name = "ending"

    def lookups(self, request, model_admin):
        return [("valid", _("valid today")), ("soon", _("ends within 30 days"))]

    def queryset(self, request, queryset):
        if self.value() == "valid":
            return queryset.valid_on()
        return queryset.ending_within(30) if self.value() == "soon" else queryset
