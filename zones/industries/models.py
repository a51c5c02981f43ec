"""Industries by code list, and the terms that zones use for their leading industries."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from association.lib.bilingual import Bilingual
from association.lib.fields import NameKeyField
from association.lib.text import fold


class IndustryQuerySet(models.QuerySet):
    """Sets of industries."""

    def visible_to(self, user):
        """Code lists are public."""
        return self

    def search(self, words: str):
        """Those whose code, name or one of whose terms of the trade holds all the words."""
        own = terms = models.Q()
        for word in fold(words).split():
            own &= models.Q(name_key__contains=word)
            terms &= models.Q(name_key__contains=word)
        named = IndustryTerm.objects.filter(terms).values("industries")
        return self.filter(own | models.Q(pk__in=named)) if own else self

    def divisions(self):
        """The two-digit classes of GB/T 4754-2017, in order of code."""
        return self.filter(scheme=Industry.Scheme.GBT, level=Industry.Level.DIVISION)


class Industry(models.Model):
    """One class of a scheme."""

    class Scheme(models.TextChoices):
        GBT = "gbt4754-2017", "GB/T 4754-2017"
        SEI = "sei-2018", _("strategic emerging industries 2018")

    class Level(models.TextChoices):
        SECTION = "section", _("section")
        DIVISION = "division", _("division")
        EMERGING = "industry", _("emerging industry")

    class IsicMatch(models.TextChoices):
        """How the class lies in ISIC Rev.4."""

        EXACT = "exact", _("one division, same scope")
        BROAD = "broad", _("inside one division")
        PART = "part", _("spread over several, or part of one")
        NONE = "none", _("no counterpart")

    scheme = models.CharField(_("scheme"), max_length=20, choices=Scheme.choices)
    code = models.CharField(_("code"), max_length=10)
    slug = models.SlugField(_("slug"), max_length=40, unique=True)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    name_zh = models.CharField(_("Chinese name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    isic_divisions = models.CharField(_("ISIC Rev.4 divisions"), max_length=60, blank=True)
    isic_match = models.CharField(
        _("match with ISIC"), max_length=10, choices=IsicMatch.choices, blank=True
    )
    is_verified = models.BooleanField(_("confirmed"), default=False)
    source = models.TextField(_("source"), blank=True)
    reference_values = models.JSONField(default=dict, editable=False)
    name_key = NameKeyField(sources=("code", "name_zh", "name_en"))

    name = Bilingual("name")
    objects = IndustryQuerySet.as_manager()

    class Meta:
        verbose_name = _("industry")
        verbose_name_plural = _("industries")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "code"],
                name="industries_code_once_per_scheme",
                violation_error_message=_("This code already exists in the scheme."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("industries:industry", args=[self.slug])


class IndustryTermQuerySet(models.QuerySet):
    """Sets of terms."""

    def visible_to(self, user):
        """Code lists are public."""
        return self


class IndustryTerm(models.Model):
    """A term of the trade with the classes it stands for in both schemes."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    term_zh = models.CharField(_("Chinese term"), max_length=80, unique=True)
    term_en = models.CharField(_("English term"), max_length=120)
    industries = models.ManyToManyField(Industry, related_name="terms")
    source = models.TextField(_("source"), blank=True)
    reference_values = models.JSONField(default=dict, editable=False)
    name_key = NameKeyField(sources=("term_zh", "term_en"))

    term = Bilingual("term")
    objects = IndustryTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("industry term")
        verbose_name_plural = _("industry terms")

    def __str__(self) -> str:
        return str(self.term)
