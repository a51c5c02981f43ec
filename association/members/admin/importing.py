"""The pages of the import: upload, preview, write."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from association.lib.refusals import Refused, tell
from association.lib.text import clean_line
from association.members.importing import files
from association.members.importing.checking import plan_of
from association.members.importing.reading import read_sheet
from association.members.importing.writing import seal, write
from association.members.models import Organisation, OrganisationImport
from association.members.policy import may, require

SHOWN = 1_000  # faults on the page; all are in the workbook
SHOWN_ROWS = 500


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=gettext_lazy("File (XLSX or CSV, up to 10 MB)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


def page(request: HttpRequest, template: str, **words) -> HttpResponse:
    context = {**admin.site.each_context(request), "opts": Organisation._meta, **words}
    return TemplateResponse(request, f"admin/members/organisation/{template}.html", context)


def download(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=files.TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file; reading it leads to its preview."""
    require(request.user, "members.preview_import")
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            sheet = read_sheet(file, file.name)
        except Refused as refusal:
            form.add_error("file", str(refusal.message))
        else:
            run = OrganisationImport.objects.create(
                file_name=clean_line(file.name)[:200], sheet=sheet, by=request.user
            )
            return redirect("admin:members_organisation_preview", run.pk)
    lately = OrganisationImport.objects.select_related("by", "written_by").order_by("-pk")[:10]
    title = _("Import organisations")
    return page(request, "import_upload", form=form, title=title, lately=lately)


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file would do, made anew each time."""
    require(request.user, "members.preview_import")
    run = get_object_or_404(OrganisationImport, pk=pk)
    if run.written_at:
        return page(request, "import_written", run=run, title=run.file_name)
    plan = plan_of(run.sheet)
    return page(
        request,
        "import_preview",
        run=run,
        plan=plan,
        counts=dict(plan.counts),
        faults=plan.faults[:SHOWN],
        rows=[row for row in plan.rows if row.state != "unchanged"][:SHOWN_ROWS],
        seal=seal(run, plan),
        may_write=may(request.user, "members.import"),
        title=_("Preview: %(file)s") % {"file": run.file_name},
    )


@require_POST
def commit(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the file as the preview showed it."""
    run = get_object_or_404(OrganisationImport, pk=pk)
    require(request.user, "members.import")
    try:
        write(run, request.POST.get("seal", ""), by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("The file has been written."))
    return redirect("admin:members_organisation_preview", pk)


def faults(request: HttpRequest, pk: int) -> HttpResponse:
    """All faults as a workbook."""
    require(request.user, "members.preview_import")
    run = get_object_or_404(OrganisationImport, pk=pk, written_at=None)
    return download(files.faults_workbook(plan_of(run.sheet).faults), "faults.xlsx")


def template(request: HttpRequest) -> HttpResponse:
    """The empty file to fill in."""
    require(request.user, "members.preview_import")
    return download(files.template(), "organisations.xlsx")


class ImportPages:
    """Mixin for the admin of organisations: the addresses of the import."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path("import/", wrap(upload), name="members_organisation_import"),
            path("import/template/", wrap(template), name="members_organisation_template"),
            path("import/<int:pk>/", wrap(preview), name="members_organisation_preview"),
            path("import/<int:pk>/write/", wrap(commit), name="members_organisation_write"),
            path("import/<int:pk>/faults/", wrap(faults), name="members_organisation_faults"),
        ]
        return own + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        can = {"may_preview_import": may(request.user, "members.preview_import")}
        return super().changelist_view(request, {**(extra_context or {}), **can})
