"""The pages of sign-up and of one's own account; the rest are allauth's."""
