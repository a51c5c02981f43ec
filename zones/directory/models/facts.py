"""Code lists of the facts of a zone: what it is, what a figure means and how it is known."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Levels and sorts of zones, as the official catalogue names them."""

    ETDZ = "etdz", _("national ETDZ")
    HIDZ = "hidz", _("national high-tech zone")
    BONDED = "bonded", _("bonded zone")
    PROVINCIAL = "provincial", _("provincial zone")
    BORDER = "border", _("border economic cooperation zone")
    OVERSEAS = "overseas", _("overseas cooperation zone")


class Basis(models.TextChoices):
    """How a fact is known; the last two are shown as to be confirmed."""

    SOURCED = "sourced", _("source seen")
    CATALOGUE = "catalogue_2018", _("official catalogue 2018")
    REPLY = "approval_reply", _("approval document")
    WEB = "web_source", _("page about the zone")
    BATCH = "batch", _("period sourced, year to be confirmed")
    RECALL = "recall", _("to be confirmed")


UNCONFIRMED = frozenset({Basis.BATCH, Basis.RECALL})


class Cohort(models.TextChoices):
    """Whether a national zone of the belt was one when the association was founded."""

    FOUNDING = "founding_108", _("founding zone")
    ADDED = "added_after_2020", _("raised to national level later")


class Precision(models.TextChoices):
    """What a pair of coordinates is the place of; never the zone's own office."""

    COUNTY = "host_county_centre", _("centre of the county or district")
    PREFECTURE = "host_prefecture_centre", _("centre of the prefecture")
    ZONE = "zone_approx_recall", _("about the place of the zone, to be confirmed")


class YearMeaning(models.TextChoices):
    """What happened in the year given for an overseas zone; elsewhere it is the approval."""

    CONSTRUCTION_START = "construction_start", _("construction start")
    DECREE = "presidential_decree", _("presidential decree")
    COMPANY = "project_company_founded", _("project company founded")
    GROUND_BREAKING = "ground_breaking", _("ground-breaking")
    PILOT_PHASE = "pilot_phase_opened", _("pilot phase opened")
    CONCESSION = "port_concession", _("port concession")
    CONTRACT = "development_contract", _("development contract")
    TENDER = "project_won_in_tender", _("project won in tender")
    AGREEMENT = "agreement_signed", _("agreement signed")
    FOUNDED = "founded", _("founded")
    LAUNCH_PLANNED = "launch_planned", _("construction launch planned")


class AreaMeaning(models.TextChoices):
    """What an area counts where it is not the approved one."""

    PLANNED = "planned", _("planned area")
    FIRST_PHASE = "first_phase", _("first phase")
