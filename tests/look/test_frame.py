"""The frame of every page, and the pages that must come out even when all else fails."""

import re
from pathlib import Path

import pytest
from django.conf import settings as project
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

OURS = ("css", "js", "img")


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_last_resort_pages_need_neither_request_nor_database(name: str) -> None:
    html = render_to_string(name)
    assert "<h1>" in html
    assert "stylesheet" in html


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "403_csrf.html"])
@pytest.mark.django_db
def test_error_pages_offer_a_way_back(rf, name: str) -> None:
    assert 'href="/"' in render_to_string(name, request=rf.get("/somewhere/"))


@pytest.mark.django_db
def test_refusal_says_its_reason(rf) -> None:
    refusal = PermissionError("Only Ada can change this.")
    assert "Only Ada can change this." in render_to_string("403.html", {"exception": refusal}, rf.get("/"))


def test_every_linked_style_exists() -> None:
    html = render_to_string("includes/_styles.html")
    names = re.findall(r'href="/?static/([^"]+)"', html)
    assert len(names) > 5
    assert all(finders.find(name) for name in names)


def test_nothing_is_fetched_from_elsewhere() -> None:
    files = [file for part in OURS for file in (Path(project.BASE_DIR) / "static" / part).rglob("*.*")]
    text = "".join(file.read_text(encoding="utf-8") for file in files if file.suffix != ".png")
    assert set(re.findall(r"https?://[^\s\"')]+", text)) <= {"http://www.w3.org/2000/svg"}


def test_vendored_styles_have_no_source_map() -> None:
    for file in (Path(project.BASE_DIR) / "static" / "vendor").rglob("*.css"):
        assert "sourceMappingURL" not in file.read_text(encoding="utf-8")


@pytest.mark.django_db
def test_sign_in_page_without_demo_offers_no_roles(client, settings) -> None:
    settings.DEMO = False
    html = client.get("/accounts/login/").content.decode()
    assert 'name="login"' in html
    assert 'name="role"' not in html
