"""The mail folder of a demonstration shows its own files and nothing else."""

import os

import pytest

MAIL = (
    "Subject: =?utf-8?b?5a6h5qC46YCa55+l?=\n"
    "From: Heliu <no-reply@demo.example>\n"
    "To: kunshan@demo.example\n"
    'Content-Type: text/plain; charset="utf-8"\n'
    "Content-Transfer-Encoding: 8bit\n\n"
    "您的条目已退回。<script>alert(1)</script>\n" + "-" * 79 + "\n"
)


@pytest.fixture
def folder(tmp_path, settings):
    mails = tmp_path / "mails"
    mails.mkdir()
    settings.HELIU_DEMO = True
    settings.EMAIL_FILE_PATH = str(mails)
    (tmp_path / "secret.log").write_text("secret")
    return mails


def write(folder, name, at=1_000_000):
    path = folder / name
    path.write_text(MAIL, encoding="utf-8")
    os.utime(path, (at, at))


def test_mails_are_listed_newest_first(client, folder):
    write(folder, "old.log", 1_000_000)
    write(folder, "new.log", 2_000_000)

    answer = client.get("/demo/mails/")

    assert [mail["name"] for mail in answer.context["mails"]] == ["new.log", "old.log"]
    assert "审核通知" in answer.content.decode()


def test_one_mail_is_shown_as_text(client, folder):
    write(folder, "one.log")

    page = client.get("/demo/mails/one.log/").content.decode()

    assert "kunshan@demo.example" in page
    assert "您的条目已退回。" in page
    assert "<script>alert(1)" not in page
    assert "-----" not in page


def test_an_empty_folder_says_what_to_do(client, folder):
    assert "empty" in client.get("/en/demo/mails/").content.decode()


def test_a_folder_that_does_not_exist_yet_is_an_empty_list(client, folder, settings):
    settings.EMAIL_FILE_PATH = str(folder / "later")

    assert client.get("/demo/mails/").status_code == 200


@pytest.mark.parametrize(
    "name", ["..%2Fsecret.log", "%2e%2e", "secret.log", "..", "%00", "a%5C..%5Csecret.log"]
)
def test_no_name_leads_out_of_the_folder(client, folder, name):
    answer = client.get(f"/demo/mails/{name}/")

    assert answer.status_code in {400, 404}
    assert b"secret</" not in answer.content


def test_a_link_in_the_folder_is_not_followed(client, folder):
    (folder / "link.log").symlink_to(folder.parent / "secret.log")

    assert client.get("/demo/mails/link.log/").status_code == 404


@pytest.mark.parametrize("path", ["/demo/mails/", "/demo/mails/one.log/", "/en/demo/mails/"])
def test_outside_the_demonstration_there_is_no_such_page(client, folder, settings, path):
    write(folder, "one.log")
    settings.HELIU_DEMO = False

    assert client.get(path).status_code == 404
