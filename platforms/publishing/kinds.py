"""The kinds of entry that platforms declare: what each asks for and where its pages are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class FormStep:
    """One page of the form: a code for the address, a heading, and fields in named groups."""

    code: str
    label: Any
    groups: tuple[tuple[Any, tuple[str, ...]], ...]
    help: Any = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of all fields of the step, in order."""
        return tuple(name for _label, names in self.groups for name in names)


@dataclass(frozen=True)
class Kind:
    """One kind of entry; `needed` maps field names to what is asked before it may be submitted.

    `body` is the template of what it says (entry, groups, status), used on its page and in
    previews; `facts` gives the groups. `model` is `app_label.Model`; `life` the code of the rule
    figure (days) that limits `valid_until`; a pair such as `title` in `needed` asks for one of
    its two languages.
    """

    code: str
    platform: str
    model: str
    label: Any
    label_plural: Any
    steps: tuple[FormStep, ...]
    needed: tuple[str, ...]
    life: str
    url_list: str
    url_detail: str
    body: str
    facts: Callable[[Any], list[dict[str, Any]]]
    creators: frozenset[str] = field(default_factory=lambda: frozenset({"ZO", "ZA", "FU", "FA"}))

    @property
    def model_class(self) -> Any:
        """The model, once the apps are ready."""
        return apps.get_model(self.model)

    @property
    def fields(self) -> tuple[str, ...]:
        """All field names of the form, in order; contacts are rows of their own."""
        return tuple(name for step in self.steps for name in step.fields if name != "contacts")

    def label_of(self, name: str) -> Any:
        """The label of a field, or of the contacts."""
        if name == "contacts":
            return _("Contacts")
        return self.model_class._meta.get_field(name).verbose_name

    def step(self, code: str) -> FormStep | None:
        """The form step with that code, or None."""
        return next((step for step in self.steps if step.code == code), None)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Declare a kind; called once by the platform's AppConfig."""
    _kinds[kind.code] = kind


def kind_of(code: str) -> Kind:
    """The kind with that code; KeyError if no platform declares it."""
    return _kinds[code]


def all_kinds() -> Iterator[Kind]:
    """All declared kinds, in the order of declaration."""
    return iter(_kinds.values())
