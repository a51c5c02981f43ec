"""The pages of the import in the admin: upload, preview, write."""

import pytest

from association.members.models import Organisation, OrganisationImport

pytestmark = pytest.mark.django_db
LIST = "/admin/members/organisation/"


def test_a_file_goes_through_upload_preview_and_writing(cast, sign_in, book):
    rows = [["类别", "中文名称"], ["企业", "江畔公司"]]
    browser = sign_in(cast.secretariat)

    answer = browser.post(f"{LIST}import/", {"file": book(rows)})
    run = OrganisationImport.objects.get()
    preview = browser.get(answer["Location"])
    browser.post(f"{LIST}import/{run.pk}/write/", {"seal": preview.context["seal"]})

    assert "江畔公司" in preview.text
    assert Organisation.objects.filter(name_zh="江畔公司").count() == 1
    run.refresh_from_db()
    assert (run.written_by, run.added) == (cast.secretariat, 1)


def test_a_faulty_file_shows_its_cells_and_cannot_be_written(cast, sign_in, book):
    rows = [["kind", "name_zh"], ["circus", "江畔公司"]]
    browser = sign_in(cast.secretariat)

    page = browser.post(f"/en{LIST}import/", {"file": book(rows)}, follow=True).text

    assert "A2" in page
    assert "This kind is not known" in page
    assert "Write all of it" not in page


def test_an_editor_sees_the_preview_without_the_button(cast, sign_in, book):
    rows = [["kind", "name_zh"], ["firm", "江畔公司"]]
    browser = sign_in(cast.publisher)

    page = browser.post(f"/en{LIST}import/", {"file": book(rows)}, follow=True).text
    run = OrganisationImport.objects.get()

    assert "江畔公司" in page
    assert "Write all of it" not in page
    assert browser.post(f"{LIST}import/{run.pk}/write/", {"seal": "x"}).status_code == 403
