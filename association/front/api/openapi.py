"""How drf-spectacular describes the API; plain values, since the settings import them."""

SPECTACULAR = {
    "TITLE": "Heliu API",
    "DESCRIPTION": (
        "What the portal shows, for programs. Lists take the same filters as the pages; an unknown "
        "parameter or value is answered with 400. Names and texts come in both languages "
        "(`name_zh`, `name_en`); an empty one has not been translated yet."
    ),
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    # Everything here is read without signing in; a session only widens what is seen.
    "AUTHENTICATION_WHITELIST": [],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # Swagger UI would otherwise show a badge of an outside validation service.
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},
    "ENUM_NAME_OVERRIDES": {
        "OrganisationKind": "association.members.models.Organisation.Kind",
        "ZoneKind": "zones.directory.models.Zone.Kind",
        "Basis": "zones.directory.models.Zone.Basis",
        "Reach": "zones.directory.models.Reach",
        "IndustryScheme": "zones.industries.models.Industry.Scheme",
        "DesignationScheme": "zones.directory.models.Designation.Scheme",
    },
}
