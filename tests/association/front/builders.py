"""Zones and opportunities in bulk for the pages of the front."""

from datetime import timedelta

from django.utils import timezone

from association.lib.dates import today
from platforms.investment.models import Opportunity
from zones.directory.models import Zone


def make_zones(province, count):
    Zone.objects.bulk_create(
        Zone(
            slug=f"zone-{number}",
            kind=Zone.Kind.ETDZ,
            name_zh=f"第{number}经济技术开发区",
            name_en=f"Zone No. {number}",
            province=province,
            reach="lower",
            longitude=f"{119 + number % 10 * 0.2:.4f}",
            latitude=f"{31 + number // 10 * 0.2:.4f}",
        )
        for number in range(count)
    )


def make_opportunity(cast, zone, **also):
    values = {
        "kind": "opportunity",
        "owner": cast.kunshan_etdz,
        "author": cast.kunshan,
        "mandate": cast.kunshan.mandates.get(),
        "zone": zone,
        "title_zh": "标准厂房招租",
        "summary_zh": "二万平方米标准厂房，可立即入驻。",
        "audience": "public",
        "status": "published",
        "published_at": timezone.now(),
        "valid_until": today() + timedelta(days=60),
    }
    return Opportunity.objects.create(**values | also)
