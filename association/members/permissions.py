"""Which action of the matrix stands behind each permission that the admin asks for.

Nothing that is not listed here can be seen in the admin, and nothing can be deleted in it. An app
above adds its own models from its admin module: `grant("directory.zone", view=…, change=…)`.
"""

ADMIN_RIGHTS: dict[str, str] = {}


def grant(model: str, **actions: str) -> None:
    """Name the actions behind `view`, `add` and `change` of `app_label.model`.

    Raises ValueError for `delete`: what is in the portal is ended, merged or hidden (CC-05).
    """
    if not actions.keys() <= {"view", "add", "change"}:
        raise ValueError(f"{model}: the admin knows view, add and change only.")
    app_label, name = model.split(".")
    ADMIN_RIGHTS.update({f"{app_label}.{deed}_{name}": a for deed, a in actions.items()})


READ = "members.read_register"
grant("members.organisation", view=READ, add="organisation.edit", change="organisation.edit")
grant("members.formername", view=READ, add="organisation.edit", change="organisation.edit")
grant("members.identifier", view=READ, add="organisation.edit", change="organisation.edit")
grant("members.membership", view=READ, add="membership.manage", change="membership.manage")
grant("members.standingoverride", view=READ, add="membership.manage", change="membership.manage")
grant("members.mandate", view=READ, add="mandate.grant")
grant("members.invitation", view=READ)
grant("members.organisationimport", view="members.preview_import")
grant("members.rulefigure", view=READ, add="rule.set", change="rule.set")
grant("accounts.user", view="person.list")
