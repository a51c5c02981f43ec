"""An organisation: a zone's committee, a department, a firm, the association itself."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.bilingual import Bilingual
from association.lib.fields import LineField, NameKeyField, ProseField
from association.lib.refusals import Conflict, NotAllowed, Refused
from association.lib.text import fold
from association.members.codes import validate_credit_code
from association.members.persona import persona_of
from association.members.policy import require


class OrganisationQuerySet(models.QuerySet):
    """Sets of organisations."""

    def visible_to(self, user):
        """Verified organisations are public; a person also sees their own, secretariat sees all."""
        persona = persona_of(user)
        if persona.is_secretariat:
            return self
        own = Q(pk__in=persona.organisation_ids)
        return self.filter(own | Q(verification=Organisation.Verification.VERIFIED)).filter(
            merged_into=None
        )

    def search(self, words: str):
        """Those whose name holds the words: Chinese, English, pinyin or initials."""
        found = self
        for word in fold(words).split():
            found = found.filter(name_key__contains=word)
        return found


class Organisation(models.Model):
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

    class Verification(models.TextChoices):
        UNVERIFIED = "unverified", _("unverified")
        PENDING = "pending", _("verification requested")
        VERIFIED = "verified", _("verified")
        REJECTED = "rejected", _("verification rejected")

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
    )
    division_code = models.CharField(
        _("administrative division"),
        max_length=6,
        blank=True,
        db_index=True,
        help_text=_("Six digits as of GB/T 2260; the first two are the province."),
    )
    country_code = models.CharField(_("country"), max_length=2, default="CN")
    website = models.URLField(_("website"), blank=True)
    profile_zh = ProseField(_("profile in Chinese"), max_length=2000, blank=True)
    profile_en = ProseField(_("profile in English"), max_length=2000, blank=True)
    verification = models.CharField(
        _("verification"),
        max_length=12,
        choices=Verification.choices,
        default=Verification.UNVERIFIED,
        editable=False,
    )
    verification_note = models.CharField(max_length=500, blank=True, editable=False)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
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
            )
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
    def is_verified(self) -> bool:
        return self.verification == self.Verification.VERIFIED

    @property
    def policy_owner_id(self) -> int:
        """The organisation that owns this row: itself."""
        return self.pk

    @property
    def province_code(self) -> str:
        """Six-digit code of the province, or empty."""
        return f"{self.division_code[:2]}0000" if self.division_code else ""

    def request_verification(self, *, by) -> None:
        """Ask the secretariat to verify; by an administrator of the organisation."""
        require(by, "organisation.edit", self)
        self._move_verification({"unverified", "rejected"}, "pending", by=by)

    def verify(self, *, by, note: str = "") -> None:
        """The secretariat has checked name and identifier."""
        require(by, "organisation.verify", self)
        self._move_verification({"unverified", "pending", "rejected"}, "verified", by=by, note=note)

    def reject(self, *, by, note: str) -> None:
        """The secretariat could not confirm the organisation; the note says why."""
        require(by, "organisation.verify", self)
        if not note.strip():
            raise Refused(_("Say why the organisation could not be verified."))
        self._move_verification({"pending", "verified"}, "rejected", by=by, note=note)

    def _move_verification(self, origins: set[str], to: str, *, by, note: str = "") -> None:
        values = {
            "verification": to,
            "verification_note": note[:500],
            "verified_at": timezone.now() if to == "verified" else None,
        }
        moved = Organisation.objects.filter(
            pk=self.pk, verification__in=origins, merged_into=None
        ).update(**values)
        if not moved:
            raise Conflict
        for name, value in values.items():
            setattr(self, name, value)

    def merge_into(self, survivor: "Organisation", *, by) -> None:
        """Mark this as a duplicate of `survivor`; rows stay, the survivor is shown instead."""
        require(by, "organisation.merge", self)
        if survivor.pk == self.pk or survivor.merged_into_id:
            raise NotAllowed(_("Choose another organisation that is not itself merged."))
        if not Organisation.objects.filter(pk=self.pk, merged_into=None).update(
            merged_into=survivor
        ):
            raise Conflict
        self.merged_into = survivor


class FormerName(models.Model):
    """A name that an organisation bore until a day."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="former_names")
    name_zh = LineField(_("Chinese name"), max_length=200)
    name_en = LineField(_("English name"), max_length=200, blank=True)
    until_on = models.DateField(_("borne until"), null=True, blank=True)

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")

    def __str__(self) -> str:
        return self.name_zh


class Identifier(models.Model):
    """A number under which others know the organisation, apart from the credit code."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("scheme"), max_length=40)
    value = models.CharField(_("number"), max_length=80)

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="members_identifier_used_once",
                violation_error_message=_("Another organisation already has this identifier."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.scheme}: {self.value}"
