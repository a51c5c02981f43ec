"""How allauth's sign-in behaves here: limits, letters, links, sentences."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from association.accounts import second_factor, sessions
from association.accounts.letters import MAILS_ANYBODY_ASKS_FOR, write_letter
from association.accounts.limits import may_mail
from association.accounts.network import client_address, client_network
from association.accounts.sign_in_tries import remember_device


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in, sign-up and mails of the portal."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account has been closed."),
        "duplicate_email": _("This is your present address already."),
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "email_taken": _("Somebody already uses this address."),
        "enter_current_password": _("Please enter your present password."),
        "incorrect_code": _("This code is not right, or it has been used already."),
        "incorrect_password": _("The password is not right."),
        "too_many_login_attempts": _(
            "Too many tries. For your safety, sign-in is locked for 15 minutes."
        ),
    }

    # --- Sign-in ---
    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: the backend reserves the try, so that no door goes round the limits."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        user = super().authenticate(request, **credentials)
        if user is None and getattr(request, "is_sign_in_limited", False):
            raise self.validation_error("too_many_login_attempts")
        return user

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        sessions.begin(request)

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, **about: Any
    ) -> HttpResponse:
        response = super().post_login(request, user, **about)
        remember_device(request, response, user.email)
        return response

    def is_reauthentication_required(self, *, app: str, **about: Any) -> bool:
        """Each change of the address or the factors asks again who is there.

        Only the first factor may be set up right after sign-in without a second password.
        """
        if app != "allauth.mfa" or second_factor.has_factor(self.request.user):
            return True
        return not sessions.is_fresh(self.request)

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    # --- Sign-up ---
    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        user.full_name = form.cleaned_data["full_name"]
        user.language = get_language() or user.language
        user.terms_accepted_at = timezone.now()
        return super().save_user(request, user, form, commit)

    # --- Letters ---
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Leave a letter in the outbox; silently none when the address has had its share."""
        kind = MAILS_ANYBODY_ASKS_FOR.get(template_prefix)
        if kind and not may_mail(kind, email, client_network(self.request)):
            return
        write_letter(template_prefix, email, context, urgent=bool(kind))

    def get_reset_password_from_key_url(self, key: str) -> str:
        uid, _dash, token = key.partition("-")
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
        return f"{settings.SITE_URL}{path}"

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        path = reverse("account_confirm_email", args=[emailconfirmation.key])
        return f"{settings.SITE_URL}{path}"
