"""Addresses that the portal itself vouches for: invitations, the demo, the command line."""

from allauth.account.models import EmailAddress


def vouch_for(user) -> EmailAddress:
    """Note that the person's address is theirs, so that sign-in asks for no confirmation."""
    address, _is_new = EmailAddress.objects.update_or_create(
        user=user, email=user.email.lower(), defaults={"verified": True, "primary": True}
    )
    return address
