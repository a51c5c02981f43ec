"""How far a draft is: the steps of its form with their gaps."""

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from platforms.publishing.kinds import FormStep
from platforms.publishing.models import Entry
from platforms.publishing.placing import offers_choice


class Gap(NamedTuple):
    """One missing field: its step, label, sentence and where to mend it."""

    step: FormStep
    label: Any
    sentence: Any
    url: str


def gaps_by_step(entry: Entry) -> list[Gap]:
    """What is missing, in the order of the form."""
    gaps, found = entry.gaps(), []
    for step in entry.declared_kind.steps:
        for name in step.fields:
            if name in gaps:
                url = reverse("publishing:edit", args=[entry.public_id, step.code])
                link = f"{url}?gaps=1#id_{name}"
                found.append(Gap(step, entry.declared_kind.label_of(name), gaps[name], link))
    return found


def progress(entry: Entry, *, here: str = "", with_gaps: bool = False) -> list[dict[str, Any]]:
    """The steps for components/steps.html, the last one being the check."""
    open_steps = {gap.step.code for gap in gaps_by_step(entry)}
    asks_for_zone = offers_choice(entry.owner)
    rows = []
    for step in entry.declared_kind.steps:
        needed = entry.declared_kind.needed
        asked = [name for name in step.fields if name != "zone" or asks_for_zone]
        is_needed = any(name.removesuffix("_zh") in needed for name in asked)
        state = "gaps" if step.code in open_steps else "done" if is_needed else ""
        if step.code == here:
            state = "current"
        url = reverse("publishing:edit", args=[entry.public_id, step.code])
        url += "?gaps=1" if with_gaps else ""
        rows.append({"label": step.label, "url": url, "state": state})
    url = reverse("publishing:check", args=[entry.public_id])
    rows.append({"label": _("Check and submit"), "url": url, "state": ""})
    return rows


def check_trail(entry: Entry) -> list[dict[str, Any]]:
    """The steps as seen from the last page."""
    rows = progress(entry)
    rows[-1]["state"] = "current"
    return rows
