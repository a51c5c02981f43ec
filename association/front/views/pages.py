"""Pages about the portal itself: text in templates, no data."""

from django.conf import settings
from django.views.generic import TemplateView


class About(TemplateView):
    template_name = "front/about.html"


class Accessibility(TemplateView):
    template_name = "front/accessibility.html"


class Privacy(TemplateView):
    """States the very periods that the settings enforce."""

    template_name = "front/privacy.html"
    extra_context = {
        "idle_minutes": settings.HELIU_IDLE_SECONDS // 60,
        "absolute_hours": settings.HELIU_ABSOLUTE_SECONDS // 3600,
    }
