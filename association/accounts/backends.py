"""Sign-in by e-mail and password; the limits on tries sit in association/accounts/limits.py."""

from allauth.account.auth_backends import AuthenticationBackend


class EmailBackend(AuthenticationBackend):
    """allauth's own sign-in by address; permissions come from mandates alone."""

    def has_perm(self, user_obj, perm, obj=None):
        return False
