"""Which action of the matrix stands behind each permission that the admin asks for."""

ADMIN_RIGHTS: dict[str, str] = {}
