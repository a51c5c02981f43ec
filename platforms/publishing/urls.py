"""Addresses of the publishing kernel, under /entries/."""

from django.urls import path

from platforms.publishing.views import desk, entry, review

app_name = "publishing"

urlpatterns = [
    path("new/", desk.kinds, name="kinds"),
    path("new/<slug:kind>/", desk.start, name="start"),
    path("review/", review.queue, name="queue"),
    path("<slug:public_id>/", entry.entry, name="entry"),
    path("<slug:public_id>/edit/<slug:code>/", desk.edit, name="edit"),
    path("<slug:public_id>/check/", desk.check, name="check"),
    path("<slug:public_id>/submit/", desk.submit, name="submit"),
    path("<slug:public_id>/review/", review.review, name="review"),
    path("<slug:public_id>/contacts/", entry.reveal, name="contacts"),
    path("<slug:public_id>/renew/", entry.renew, name="renew"),
    path("<slug:public_id>/take/<slug:step>/", entry.take, name="take"),
    path("<slug:public_id>/reason/<slug:step>/", entry.take_with_note, name="take_with_note"),
]
