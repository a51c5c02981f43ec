"""Second factors: allauth's pages, plus recovery codes that are shown once."""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from association.accounts import recovery_codes, second_factor


class LeadsToRecoveryCodes:
    """After a first factor: the page that offers recovery codes."""

    def get_success_url(self) -> str:
        has_codes = recovery_codes.left(self.request.user) > 0
        return reverse("mfa_index" if has_codes else "mfa_view_recovery_codes")


class ActivateTOTP(LeadsToRecoveryCodes, ActivateTOTPView):
    """Set up an authenticator app."""

    def form_valid(self, form) -> HttpResponse:
        self.did_generate_recovery_codes = False
        response = super().form_valid(form)
        code = form.cleaned_data["code"]
        second_factor.enrolled(self.request, Authenticator.Type.TOTP, code)
        return response


class AddPasskey(LeadsToRecoveryCodes, AddWebAuthnView):
    """Add a passkey or a security key."""

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        second_factor.enrolled(self.request, Authenticator.Type.WEBAUTHN)
        return response


class RemovePasskey(RemoveWebAuthnView):
    """Remove a key, unless it is the last factor of somebody who needs one."""

    def form_valid(self, form) -> HttpResponse:
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            sentence = adapter.error_messages["cannot_delete_authenticator"]
            messages.error(self.request, sentence)
            return HttpResponseRedirect(reverse("mfa_index"))
        return super().form_valid(form)


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
@method_decorator(never_cache, name="dispatch")
class RecoveryCodes(TemplateView):
    """How many codes are left; a POST replaces them and shows the new ones, this once."""

    template_name = "mfa/recovery_codes/index.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not second_factor.has_factor(request.user):
            return redirect("mfa_index")
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        if not second_factor.has_factor(request.user):
            return redirect("mfa_index")
        codes = recovery_codes.issue(request.user)
        adapter = get_account_adapter()
        adapter.send_notification_mail("mfa/email/recovery_codes_generated", request.user)
        return render(request, "mfa/recovery_codes/issued.html", {"codes": codes})

    def get_context_data(self, **kwargs) -> dict:
        left = recovery_codes.left(self.request.user)
        return super().get_context_data(left=left, **kwargs)
