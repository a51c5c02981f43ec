"""Entry: the envelope of everything a member posts."""

import secrets

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.bilingual import Bilingual
from association.lib.dates import today
from association.lib.fields import LineField, NameKeyField, ProseField
from association.members.models import Mandate, Organisation
from platforms.publishing import steps
from platforms.publishing.kinds import Kind, kind_of
from platforms.publishing.models.drafting import Drafting
from platforms.publishing.models.review import Review
from platforms.publishing.querysets import EntryQuerySet
from zones.directory.models import Province, Zone
from zones.industries.models import Industry

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_public_id() -> str:
    """Ten letters that neither count nor can be guessed (about 50 bits)."""
    return "".join(secrets.choice(ALPHABET) for _place in range(10))


class Entry(Drafting, Review, models.Model):
    """What a member posts: owner, author, words in two languages, audience, life and version.

    Drafting holds the verbs of the writer, Review those of the reviewer. A platform adds a child
    by multi-table inheritance, one level, and overrides neither `save` nor visibility.
    """

    Status = steps.Status

    class Audience(models.TextChoices):
        PUBLIC = "public", _("everybody")
        REGISTERED = "registered", _("signed-in people")
        MEMBERS = "members", _("members of the association")
        PARTIES = "parties", _("only the parties")

    class SourceLanguage(models.TextChoices):
        CHINESE = "zh", _("Chinese")
        ENGLISH = "en", _("English")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(_("kind"), max_length=30, editable=False)
    owner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="entries", verbose_name=_("organisation")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="entries", verbose_name=_("author")
    )
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, related_name="entries", verbose_name=_("mandate")
    )
    source_language = models.CharField(
        _("language of the original"),
        max_length=2,
        choices=SourceLanguage.choices,
        default=SourceLanguage.CHINESE,
    )
    title_zh = LineField(_("Chinese title"), max_length=120, blank=True)
    title_en = LineField(_("English title"), max_length=200, blank=True)
    summary_zh = ProseField(_("summary in Chinese"), max_length=300, blank=True)
    summary_en = ProseField(_("summary in English"), max_length=600, blank=True)
    body_zh = ProseField(_("description in Chinese"), max_length=10000, blank=True)
    body_en = ProseField(_("description in English"), max_length=20000, blank=True)
    zone = models.ForeignKey(
        Zone, models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("zone")
    )
    industries = models.ManyToManyField(
        Industry, blank=True, related_name="entries", verbose_name=_("industries")
    )
    regions = models.ManyToManyField(
        Province, blank=True, related_name="entries", verbose_name=_("regions")
    )
    audience = models.CharField(
        _("who may read it"), max_length=12, choices=Audience.choices, default=Audience.PUBLIC
    )
    valid_until = models.DateField(
        _("open until"),
        null=True,
        blank=True,
        help_text=_("Ends at 24:00 China time on that day."),
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=steps.Status.choices,
        default=steps.Status.DRAFT,
        editable=False,
    )
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    edit_number = models.PositiveIntegerField(default=0, editable=False)
    # Who wrote since the last publication: none of them may publish it (four eyes).
    writer_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    text_key = NameKeyField(sources=("title_zh", "title_en", "summary_zh", "summary_en"))
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("updated at"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)

    title = Bilingual("title")
    summary = Bilingual("summary")
    body = Bilingual("body")
    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        indexes = [
            models.Index(fields=["status", "-published_at"], name="publishing_newest"),
            models.Index(fields=["owner", "status"], name="publishing_by_owner"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published") | ~(Q(title_zh="") & Q(title_en="")),
                name="publishing_published_has_title",
                violation_error_message=_("A published entry needs a title."),
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False),
                name="publishing_published_has_time",
                violation_error_message=_("A published entry needs its time of publication."),
            ),
        ]
        triggers = [
            pgtrigger.FSM(name="entry_life", field="status", transitions=steps.arrows()),
        ]

    def __str__(self) -> str:
        return str(self.title) or str(_("Untitled draft"))

    def get_absolute_url(self) -> str:
        return reverse(self.declared_kind.url_detail, args=[self.public_id])

    @property
    def policy_owner_id(self) -> int:
        """The organisation whose roles decide (association.members.policy)."""
        return self.owner_id

    @property
    def author_ids(self) -> set[int]:
        """Those who may not review it: who started it and who wrote since the last publication."""
        return {self.author_id, *self.writer_ids}

    @property
    def declared_kind(self) -> Kind:
        """What the platform declares about this kind."""
        return kind_of(self.kind)

    @property
    def whole(self) -> "Entry":
        """This entry as the child model of its kind (one query unless it already is)."""
        model = self.declared_kind.model_class
        return self if isinstance(self, model) else model.objects.get(pk=self.pk)

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.PUBLISHED and not self.is_past

    @property
    def is_past(self) -> bool:
        """Its date has passed: 24:00 in China on `valid_until`."""
        return self.valid_until is not None and self.valid_until < today()

    @property
    def is_expired(self) -> bool:
        return self.status == self.Status.PUBLISHED and self.is_past

    @property
    def days_left(self) -> int | None:
        """Days until it closes; 0 on the last day; None without a date."""
        return None if self.valid_until is None else (self.valid_until - today()).days

    @property
    def is_in_review(self) -> bool:
        return self.status in steps.IN_REVIEW
