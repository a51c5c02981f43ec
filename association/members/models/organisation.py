"""An organisation: a zone's committee, a department, a firm, the association itself."""

import pghistory
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.bilingual import Bilingual
from association.lib.fields import LineField, NameKeyField, ProseField
from association.lib.refusals import Conflict, Refused
from association.lib.text import fold
from association.members.codes import (
    province_name,
    validate_credit_code,
    validate_division_code,
)
from association.members.fields import WebsiteField
from association.members.models.verification import Verifiable
from association.members.persona import persona_of
from association.members.policy import require
from association.members.slugs import free_slugs

# The name as it is read aloud: the search key without its Chinese spelling, for order_by().
PINYIN = models.Func(
    models.F("name_key"),
    models.Value(r"^[^|]*[一-鿿][^|]*\| "),
    models.Value(""),
    function="regexp_replace",
    output_field=models.TextField(),
)


class OrganisationQuerySet(models.QuerySet):
    """Sets of organisations."""

    def visible_to(self, user):
        """Verified organisations are public; a person also sees their own, secretariat sees all."""
        persona = persona_of(user)
        if persona.is_secretariat:
            return self
        own = Q(pk__in=persona.organisation_ids)
        return self.standing_alone().filter(own | Q(verification="verified"))

    def standing_alone(self):
        """Those that are not a duplicate merged into another one."""
        return self.filter(merged_into=None)

    def free_slug(self, wanted: str) -> str:
        """`wanted`, with a number behind it if another organisation has it."""
        taken = self.model.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
        return free_slugs([wanted], set(taken))[0]

    def search(self, words: str):
        """Those whose name or credit code holds the words: Chinese, English, pinyin, initials."""
        found = self
        for word in fold(words).split():
            found = found.filter(
                Q(name_key__contains=word) | Q(credit_code__startswith=word.upper())
            )
        return found


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    append_only=True,
    exclude=["name_key", "updated_at"],
)
class Organisation(Verifiable):
    """Acts only through people who hold a mandate; never deleted, only merged."""

    class Kind(models.TextChoices):
        ZONE = "zone", _("development zone")
        COMMERCE_DEPARTMENT = "commerce_department", _("commerce department")
        AGENCY = "agency", _("agency")
        BORDER_ZONE = "border_zone", _("border zone")
        PROVINCIAL_ZONE = "provincial_zone", _("provincial zone")
        FIRM = "firm", _("firm")
        FINANCIAL_INSTITUTION = "financial_institution", _("financial institution")
        RESEARCH_INSTITUTE = "research_institute", _("research institute")
        OVERSEAS_ZONE = "overseas_zone", _("overseas zone")
        ASSOCIATION = "association", _("association")

    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name_zh = LineField(_("Chinese name"), max_length=200)
    name_en = LineField(_("English name"), max_length=200, blank=True)
    short_name_zh = LineField(_("short Chinese name"), max_length=60, blank=True)
    short_name_en = LineField(_("short English name"), max_length=60, blank=True)
    credit_code = models.CharField(
        _("unified social credit code"),
        max_length=18,
        null=True,
        blank=True,
        unique=True,
        validators=[validate_credit_code],
        help_text=_("18 characters as of GB 32100-2015; the last one is a check character."),
        error_messages={"unique": _("Another organisation already has this code.")},
    )
    division_code = models.CharField(
        _("administrative division"),
        max_length=6,
        blank=True,
        db_index=True,
        validators=[validate_division_code],
        help_text=_("Six digits as of GB/T 2260; the first two are the province."),
    )
    country_code = models.CharField(_("country"), max_length=2, default="CN")
    website = WebsiteField(_("website"), blank=True)
    profile_zh = ProseField(_("profile in Chinese"), max_length=2000, blank=True)
    profile_en = ProseField(_("profile in English"), max_length=2000, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    name_key = NameKeyField(sources=("name_zh", "name_en", "short_name_zh", "short_name_en"))
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    name = Bilingual("name")
    short_name_pair = Bilingual("short_name")
    profile = Bilingual("profile")
    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("pk")),
                name="members_not_merged_into_itself",
                violation_error_message=_("An organisation cannot be merged into itself."),
            ),
            # Roles at the association are the secretariat's rights: a second is a back door.
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind="association"),
                name="members_one_association",
                violation_error_message=_("There is already an association."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def short_name(self):
        """The short name where there is one, else the name."""
        return self.short_name_pair or self.name

    def get_absolute_url(self) -> str:
        return reverse("members:organisation", args=[self.slug])

    @property
    def policy_owner_id(self) -> int:
        """The organisation that owns this row: itself."""
        return self.pk

    @property
    def province_code(self) -> str:
        """Six-digit code of the province, or empty."""
        return f"{self.division_code[:2]}0000" if self.division_code else ""

    @property
    def province_name(self) -> str:
        """Name of the province in the reader's language, or empty."""
        return province_name(self.province_code)

    @transaction.atomic
    def merge_into(self, survivor: "Organisation", *, by) -> None:
        """Mark this as a duplicate of `survivor`; rows stay, the survivor is shown instead.

        People of the duplicate do not become people of the survivor: its administrators invite
        whom they want. What had been merged into the duplicate follows it.
        """
        require(by, "organisation.merge", self)
        pair = Organisation.objects.select_for_update().order_by("pk")
        rows = {row.pk: row for row in pair.filter(pk__in=[self.pk, survivor.pk])}
        if len(rows) < 2 or rows[survivor.pk].merged_into_id:
            raise Refused(_("Choose another organisation that is not itself merged."))
        if self.kind == self.Kind.ASSOCIATION:
            raise Refused(_("The association itself cannot be merged."))
        if rows[self.pk].merged_into_id:
            raise Conflict(_("This organisation has already been merged."))
        Organisation.objects.filter(Q(pk=self.pk) | Q(merged_into=self)).update(
            merged_into=survivor
        )
        self.merged_into = survivor
