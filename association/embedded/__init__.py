"""The private PostgreSQL and Redis that let one command run the portal on a bare machine."""
