"""Addresses of the register and of the people who speak for its organisations."""

from django.urls import path

from association.lib.downloads import Download
from association.members.views import card, invitation, people, register, registration

app_name = "members"
FILE = {"view": register.MemberList, "columns": register.COLUMNS, "name": "members"}
urlpatterns = [
    path("", register.MemberList.as_view(), name="members"),
    path("members.csv", Download.as_view(**FILE, form="csv"), name="members_csv"),
    path("members.xlsx", Download.as_view(**FILE, form="xlsx"), name="members_xlsx"),
    path("register/", registration.register, name="register"),
    path("invitations/<str:token>/", invitation.invitation, name="invitation"),
    path("<slug:slug>/", register.organisation, name="organisation"),
    path("<slug:slug>/edit/", card.edit, name="edit"),
    path("<slug:slug>/people/", people.people, name="people"),
    path("<slug:slug>/people/<int:pk>/end/", people.end, name="end_mandate"),
    path("<slug:slug>/people/invitations/<int:pk>/revoke/", people.revoke, name="revoke"),
    path(
        "<slug:slug>/request-verification/",
        registration.request_verification,
        name="request_verification",
    ),
]
