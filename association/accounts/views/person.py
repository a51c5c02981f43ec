"""One's own account: the profile, and how long the session still lasts."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView, UpdateView

from association.accounts import sessions
from association.accounts.forms import Profile as ProfileForm
from association.accounts.middleware import refuse_program
from association.accounts.models import User


class Home(RedirectView):
    """/accounts/ itself."""

    pattern_name = "account:profile"


class Profile(LoginRequiredMixin, UpdateView):
    """Name, telephone, language and time zone of the person who is signed in."""

    form_class = ProfileForm
    template_name = "account/profile.html"

    def get_object(self, queryset=None):
        # Not request.user itself: a refused form must not change what the page shows of them.
        return User.objects.get(pk=self.request.user.pk)

    def get_success_url(self) -> str:
        return reverse("account:profile")

    def form_valid(self, form) -> HttpResponse:
        messages.success(self.request, _("Saved."))
        return super().form_valid(form)


@never_cache
def session(request: HttpRequest) -> HttpResponse:
    """GET: seconds left, as JSON. POST: the person is still there (the middleware notes it)."""
    if not request.user.is_authenticated:
        return refuse_program("not_authenticated", _("Your session has ended."), 401)
    return JsonResponse({"seconds_left": sessions.seconds_left(request)})
