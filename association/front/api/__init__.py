"""The read API: one module a resource, the router and the description in OpenAPI."""
