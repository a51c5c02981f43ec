"""Foreign keys point down the layers of .importlinter too; a string key hides from the linter."""

import configparser
import re
from types import SimpleNamespace

import pytest
from django.apps import apps

from association.embedded.launch import PROJECT

CONTRACT = "importlinter:contract:layers"


def read_layers():
    """Return {app: rank}; rank 0 is the top, apps on one line share a rank."""
    config = configparser.ConfigParser()
    config.read(PROJECT / ".importlinter")
    lines = config[CONTRACT]["layers"].strip().splitlines()
    return {
        name.strip("() "): rank
        for rank, line in enumerate(lines)
        for name in re.split(r"[|:]", line)
    }


def find_wrong_keys(models, layers):
    """Name each relation of the models that points up, or sideways into another app."""
    wrong = []
    for model in models:
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            target = field.related_model and field.related_model._meta.app_config.name
            source = model._meta.app_config.name
            if target in (None, source) or source not in layers or target not in layers:
                continue
            if layers[target] <= layers[source]:
                wrong.append(f"{source}.{model.__name__}.{field.name} -> {target}")
    return wrong


def fake_model(app, *targets):
    def related(name):
        return SimpleNamespace(_meta=SimpleNamespace(app_config=SimpleNamespace(name=name)))

    keys = [SimpleNamespace(name=f"to_{t}", related_model=related(t)) for t in targets]
    meta = SimpleNamespace(
        app_config=SimpleNamespace(name=app), local_fields=keys, local_many_to_many=[]
    )
    return type("Fake", (), {"_meta": meta})


def test_foreign_keys_point_down():
    assert find_wrong_keys(apps.get_models(include_auto_created=True), read_layers()) == []


@pytest.mark.parametrize(
    ("source", "target", "is_wrong"),
    [
        ("association.accounts", "platforms.publishing", True),
        ("platforms.investment", "platforms.finance", True),
        ("platforms.publishing", "association.accounts", False),
        ("association.accounts", "association.accounts", False),
        ("platforms.publishing", "django.contrib.contenttypes", False),
    ],
)
def test_a_key_that_points_up_or_sideways_is_found(source, target, is_wrong):
    assert bool(find_wrong_keys([fake_model(source, target)], read_layers())) is is_wrong


def test_every_app_of_ours_has_its_layer():
    ours = {
        config.name
        for config in apps.get_app_configs()
        if config.name.startswith(("association.", "zones.", "platforms."))
    }

    assert ours - read_layers().keys() <= {"association.admin_site"}
