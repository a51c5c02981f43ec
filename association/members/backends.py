"""Django's permission questions (the admin asks them) answered from the mandates."""

from association.members.permissions import ADMIN_RIGHTS
from association.members.policy import may


class MandateBackend:
    """Grants what the matrix grants; signs nobody in."""

    def authenticate(self, request, **credentials):
        return None

    def get_user(self, user_id):
        return None

    def has_perm(self, user_obj, perm, obj=None) -> bool:
        """`app.deed_model` as the admin asks it, through the table ADMIN_RIGHTS."""
        if perm == "members.enter_admin":
            return may(user_obj, "members.enter_admin")
        action = ADMIN_RIGHTS.get(perm)
        return bool(action) and may(user_obj, action)

    def has_module_perms(self, user_obj, app_label) -> bool:
        return may(user_obj, "members.enter_admin")
