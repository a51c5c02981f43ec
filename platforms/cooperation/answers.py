"""Where an interest stands, and how its owner can answer it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    SENT = "sent", _("sent")
    ACKNOWLEDGED = "acknowledged", _("received")
    ANSWERED = "answered", _("answered")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Answer(models.TextChoices):
    SUITABLE = "suitable", _("suitable")
    MORE_INFORMATION = "more_information", _("more information needed")
    UNSUITABLE = "unsuitable", _("unsuitable")
    NOT_ELIGIBLE = "not_eligible", _("not eligible")


class Reason(models.TextChoices):
    INDUSTRY = "industry", _("industry does not fit")
    SCALE = "scale", _("scale does not fit")
    SITE = "site", _("no suitable site or plant")
    ENVIRONMENT = "environment", _("environment or energy limits")
    TAKEN = "taken", _("given to another investor")
    OTHER = "other", _("other reason")
