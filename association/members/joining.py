"""A person joins an organisation: by accepting an invitation, or by registering their firm."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.accounts.addresses import vouch_for
from association.lib.refusals import Conflict, Refused, TooMany
from association.members.models import Invitation, Mandate, Organisation
from association.members.persona import forget_persona
from association.members.slugs import slug_of

MOST_UNVERIFIED = 3


@transaction.atomic
def accept_with_new_account(
    invitation: Invitation, *, full_name: str, password: str, language: str
):
    """Make the account of the invited address and accept; returns the person.

    The token came by mail to that address, so it needs no other confirmation. Calling this means
    that the terms have been accepted. Conflict when there is such an account by now.
    """
    people = get_user_model().objects
    if people.filter(email__iexact=invitation.email).exists():
        raise Conflict(_("There is an account with this address by now. Please sign in."))
    person = people.create_user(
        invitation.email,
        password,
        full_name=full_name,
        language=language,
        terms_accepted_at=timezone.now(),
    )
    vouch_for(person)
    invitation.accept(by=person)
    return person


@transaction.atomic
def register_organisation(organisation: Organisation, *, by) -> Organisation:
    """Enter an unverified organisation; the person administers it.

    Refused for somebody who already waits for several to be verified.
    """
    # The person's row is the lock under which their organisations are counted.
    get_user_model().objects.select_for_update().get(pk=by.pk)
    waiting = by.mandates.valid_on().exclude(organisation__verification="verified")
    if waiting.count() >= MOST_UNVERIFIED:
        raise TooMany(_("First have the organisations verified that you registered before."))
    if Mandate.excludes(by, Mandate.Role.ADMINISTRATOR):
        raise Refused(_("An auditor may not also hold a mandate that writes."))
    slug = slug_of(organisation.name_zh, organisation.name_en)
    organisation.slug = Organisation.objects.free_slug(slug)
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError:
        raise Conflict(_("This organisation has just been registered.")) from None
    Mandate.objects.create(user=by, organisation=organisation, role=Mandate.Role.ADMINISTRATOR)
    forget_persona(by)
    return organisation


@transaction.atomic
def appoint_first_administrator(email: str, full_name: str = ""):
    """Make the association (names from the settings) and its first administrator; the person.

    Refused once somebody administers it: from then on people are invited.
    """
    validate_email(email)
    names = settings.ASSOCIATION
    association, _made = Organisation.objects.get_or_create(
        kind=Organisation.Kind.ASSOCIATION,
        defaults={
            "slug": Organisation.objects.free_slug("association"),
            "name_zh": names["name_zh"],
            "name_en": names["name_en"],
            "verification": Organisation.Verification.VERIFIED,
            "verified_at": timezone.now(),
        },
    )
    if association.mandates.valid_on().administering().exists():
        raise Refused(_("The association already has an administrator, who invites others."))
    people = get_user_model().objects
    person = people.filter(email__iexact=email).first()
    person = person or people.create_user(email, full_name=full_name)
    vouch_for(person)
    Mandate.objects.create(user=person, organisation=association, role=Mandate.Role.ADMINISTRATOR)
    return person
