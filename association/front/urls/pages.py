"""The public pages of the portal itself."""

from django.urls import path

from association.front.preferences import preferences
from association.front.views.demo import DemoMail, DemoMails
from association.front.views.home import Home
from association.front.views.pages import About, Accessibility, Privacy
from association.front.views.search import Search

app_name = "front"

urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("search/", Search.as_view(), name="search"),
    path("about/", About.as_view(), name="about"),
    path("accessibility/", Accessibility.as_view(), name="accessibility"),
    path("privacy/", Privacy.as_view(), name="privacy"),
    path("preferences/", preferences, name="preferences"),
    path("demo/mails/", DemoMails.as_view(), name="demo_mails"),
    path("demo/mails/<str:name>/", DemoMail.as_view(), name="demo_mail"),
]
