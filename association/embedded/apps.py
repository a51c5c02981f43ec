"""The embedded servers as a Django app: it only carries commands."""

from django.apps import AppConfig


class EmbeddedConfig(AppConfig):
    name = "association.embedded"
    label = "embedded"
