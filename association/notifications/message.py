"""A message: what one person is told about one event, kept in the inbox."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.bilingual import Bilingual, current
from association.lib.fields import LineField, ProseField
from association.notifications.addresses import in_language
from association.notifications.categories import category

MOST_TITLE = 300


class MessageQuerySet(models.QuerySet):
    """Sets of messages."""

    def visible_to(self, user: Any) -> "MessageQuerySet":
        """A person's own messages; nobody reads those of somebody else."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def unread(self) -> "MessageQuerySet":
        """Those that nobody has opened yet."""
        return self.filter(read_at=None)

    def newest_first(self) -> "MessageQuerySet":
        return self.order_by("-created_at", "-pk")

    def mark_read(self) -> int:
        """Mark the unread ones read; returns how many there were."""
        return self.unread().update(read_at=timezone.now())


class Message(models.Model):
    """One row per person and event; title and text are written once, in both languages.

    `url` is the Chinese path of the page it leads to. The subject is the thing it is about: a
    mail leaves only while the person may still see it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="inbox_messages",
        verbose_name=_("person"),
    )
    event_key = models.CharField(max_length=120, editable=False)
    category = models.CharField(_("category"), max_length=40)
    title_zh = LineField(max_length=MOST_TITLE)
    title_en = LineField(max_length=MOST_TITLE)
    body_zh = ProseField(blank=True)
    body_en = ProseField(blank=True)
    url = models.CharField(max_length=500, blank=True)
    subject_type = models.ForeignKey(ContentType, models.PROTECT, null=True, related_name="+")
    subject_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("read at"), null=True, editable=False)

    title = Bilingual("title")
    body = Bilingual("body")

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "event_key"],
                name="notifications_one_message_per_person_and_event",
                violation_error_message=_("This person has been told already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(title_zh__regex=r"[\r\n]")
                & ~models.Q(title_en__regex=r"[\r\n]"),
                name="notifications_title_is_one_line",
                violation_error_message=_("A title is one line."),
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-created_at", "-id"], name="notifications_inbox"),
            models.Index(
                fields=["user"],
                condition=models.Q(read_at=None),
                name="notifications_unread",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_read(self) -> bool:
        return self.read_at is not None

    @property
    def category_label(self) -> Any:
        """The category in words."""
        return category(self.category).label

    @property
    def link(self) -> str:
        """The path of its page in the reader's language."""
        return in_language(self.url, current())

    @property
    def is_visible(self) -> bool:
        """Whether the person may still see what this is about (acceptance AZ-18)."""
        if self.subject_type is None:
            return True
        model = self.subject_type.model_class()
        return model is not None and may_see(self.user, model, self.subject_id)

    def open(self, by: Any) -> str:
        """Mark read, the first time, and return the path to go to; the inbox knows whose it is."""
        Message.objects.visible_to(by).filter(pk=self.pk).mark_read()
        return self.link


def may_see(user: Any, model: type[models.Model], pk: Any) -> bool:
    """Whether the person may see that row; what has no `visible_to` is not restricted."""
    rows: Any = model._default_manager.all()
    if hasattr(rows, "visible_to"):
        rows = rows.visible_to(user)
    return bool(rows.filter(pk=pk).exists())
