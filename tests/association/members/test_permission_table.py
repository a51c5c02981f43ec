"""docs/permissions.md says what matrix.csv says."""

from django.conf import settings

from association.members.permission_table import NAMES, SCOPES, permission_page
from association.members.policy import ROLES, matrix
from association.members.policy import SCOPES as CODES


def test_the_page_is_up_to_date():
    page = settings.BASE_DIR / "docs" / "permissions.md"
    assert page.read_text(encoding="utf-8") == permission_page(), "run manage.py write_permissions"


def test_every_role_scope_and_action_is_explained():
    assert set(NAMES) == set(ROLES)
    assert set(SCOPES) == {*CODES, "!"}
    assert all(f"`{action}`" in permission_page() for action in matrix())
