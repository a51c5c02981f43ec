"""The composition root's addresses: Chinese without prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("health/", include("association.front.urls.health")),
    path("api/", include("association.front.urls.api")),
    path("", include("association.front.urls.robots")),
]

urlpatterns += i18n_patterns(
    path("", include("association.front.urls.pages")),
    path("admin/", admin.site.urls),
    path("accounts/", include("association.accounts.urls")),
    path("members/", include("association.members.urls")),
    path("inbox/", include("association.notifications.urls")),
    path("workbench/", include("association.front.urls.workbench")),
    path("zones/", include("zones.directory.urls")),
    path("industries/", include("zones.industries.urls")),
    path("investment/", include("platforms.investment.urls")),
    path("interests/", include("platforms.cooperation.urls")),
    path("entries/", include("platforms.publishing.urls")),
    prefix_default_language=False,
)

handler400 = "association.front.views.errors.bad_request"
handler403 = "association.front.views.errors.forbidden"
handler404 = "association.front.views.errors.not_found"
handler500 = "association.front.views.errors.server_error"
