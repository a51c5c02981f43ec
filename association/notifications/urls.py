"""Addresses of the inbox."""

from django.urls import path

from association.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.Inbox.as_view(), name="inbox"),
    path("read/", views.read_all, name="read_all"),
    path("<int:pk>/", views.message, name="message"),
]
