"""Sign-up and confirmation: allauth's pages under our limits."""

from allauth.account.views import ConfirmEmailView, SignupView
from django.http import HttpResponse
from django.views.generic import TemplateView

from association.accounts.limits import SIGN_UP_BY_NETWORK
from association.accounts.models import User
from association.accounts.network import client_network


class Terms(TemplateView):
    """What a person accepts with an account."""

    template_name = "account/terms.html"


class SignUp(SignupView):
    """Register a person; five a day from one network."""

    def form_valid(self, form) -> HttpResponse:
        SIGN_UP_BY_NETWORK.require(client_network(self.request))
        return super().form_valid(form)


class ConfirmEmail(ConfirmEmailView):
    """Behind the link of a mail; an address that somebody else holds cannot be confirmed."""

    def post(self, *args, **kwargs) -> HttpResponse:
        self.object = self.get_object()
        if self.is_taken():
            return self.render_to_response(self.get_context_data())
        return super().post(*args, **kwargs)

    def is_taken(self) -> bool:
        address = self.object.email_address
        others = User.objects.filter(email__iexact=address.email)
        return others.exclude(pk=address.user_id).exists()

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        if self.object and self.is_taken():
            context["can_confirm"] = False
        return context
