"""Sign-in by e-mail and password: a try is reserved before the password is looked at."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from association.accounts.samples import is_shut_out
from association.accounts.sign_in_tries import SignInTry


class EmailBackend(AuthenticationBackend):
    """allauth's own sign-in by address; permissions come from mandates alone."""

    def authenticate(self, request: HttpRequest | None, **credentials):
        """The person, or None; every door (page, admin, API) goes through here.

        When a limit is reached no password is checked: PermissionDenied ends the sign-in, and
        `request.is_sign_in_limited` tells the form which sentence to show.
        """
        if not credentials.get("password"):
            return None
        email = credentials.get("email") or credentials.get("username") or ""
        if is_shut_out(email):
            return None
        attempt = SignInTry.reserve(request, email)
        if attempt is None:
            if request is not None:
                request.is_sign_in_limited = True
            raise PermissionDenied
        user = super().authenticate(request, **credentials)
        if user is not None:
            attempt.forgive()
        return user

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        """Asked at sign-in and for each request of a session, however it began."""
        return super().user_can_authenticate(user) and not is_shut_out(user.email)

    def has_perm(self, user_obj, perm, obj=None):
        return False
