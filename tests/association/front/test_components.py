"""The shared pieces of pages: what a reader and a screen reader get from them."""

import re

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.template.loader import render_to_string
from django.utils import translation

from association.front.templatetags.front import qr_code
from association.lib.bilingual import Words
from zones.directory.filters import ZoneFilter
from zones.directory.models import Zone


class Site(forms.Form):
    title = forms.CharField(label="标题", help_text="不超过60字")
    area = forms.DecimalField(label="土地面积", required=False)
    modes = forms.MultipleChoiceField(
        label="方式",
        choices=[("lease", "租赁"), ("new", "新建")],
        widget=forms.CheckboxSelectMultiple,
    )


@pytest.fixture
def refused():
    form = Site({"area": "x"})
    form.fields["area"].unit = "平方米"
    form.is_valid()
    return form


def component(name, **context):
    return render_to_string(f"components/{name}.html", context)


def test_a_text_in_the_other_language_says_so():
    words = Words.of("昆山", "zh-Hans", is_fallback=True)

    with translation.override("en"):
        html = component("words", words=words)

    assert '<span lang="zh-Hans">昆山</span>' in html
    assert "no English version yet" in html


def test_a_text_in_the_right_language_bears_no_mark():
    assert "other-language" not in component("words", words=Words.of("昆山", "zh-Hans", False))


def test_prose_in_the_other_language_says_so_above_it():
    with translation.override("en"):
        html = component("prose", words=Words.of("第一段\n\n第二段", "zh-Hans", is_fallback=True))

    assert html.index("no English version yet") < html.index("<p>第一段</p>")
    assert 'lang="zh-Hans"' in html
    assert "<p>第二段</p>" in html


def test_prose_in_the_right_language_bears_no_mark_and_empty_prose_is_nothing():
    assert "other-language" not in component("prose", words=Words.of("正文", "zh-Hans", False))
    assert component("prose", words=Words.of("", "zh-Hans", False)).strip() == ""


def test_filters_are_folded_unless_a_value_was_refused(rf):
    def html(query):
        request = rf.get(f"/zones/?{query}")
        one = ZoneFilter(request.GET, queryset=Zone.objects.none(), request=request)
        one.is_valid()
        del one.form.fields["province"], one.form.fields["industry"]  # code lists are queries
        return component("filter_form", filter=one)

    assert "open>" not in html("reach=upper&kind=etdz")
    assert "(2)</summary>" in html("reach=upper&kind=etdz")
    assert "open>" in html("reach=sideways")


def test_an_unverified_fact_is_labelled_and_an_empty_one_left_out():
    rows = [
        {"label": "面积", "value": "380公顷", "is_unverified": True},
        {"label": "电话", "value": ""},
        {"label": "企业数", "value": 0},
    ]

    html = component("facts", rows=rows)

    assert "待核实" in html
    assert "电话" not in html
    assert "企业数" in html


@pytest.mark.parametrize("name", ["title", "area", "modes"])
def test_each_id_that_a_field_is_described_by_exists(refused, name):
    html = component("field", field=refused[name])

    described = re.findall(r'aria-describedby="([^"]+)"', html)
    assert described
    for reference in " ".join(described).split():
        assert f'id="{reference}"' in html


def test_a_field_shows_its_unit_and_whether_it_is_required(refused):
    assert "平方米" in component("field", field=refused["area"])
    assert "必填" not in component("field", field=refused["area"])
    assert "必填" in component("field", field=refused["title"])


def test_the_error_summary_links_to_each_field(refused):
    html = component("form", form=refused)

    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert len(targets) == 3
    for target in targets:
        assert f'id="{target}"' in html


def test_a_form_without_errors_has_no_summary():
    assert 'role="alert"' not in component("form", form=Site())


def test_pages_keep_the_filters_of_the_address(rf):
    request = rf.get("/zones/?province=jiangsu&page=2")
    page = Paginator(range(50), 20).page(2)
    template = Template('{% include "components/pagination.html" with page=page only %}')

    html = template.render(RequestContext(request, {"page": page}))

    assert "?province=jiangsu&amp;page=1" in html
    assert "?province=jiangsu&amp;page=3" in html


def test_a_single_page_needs_no_pagination(rf):
    page = Paginator(range(3), 20).page(1)
    template = Template('{% include "components/pagination.html" with page=page only %}')

    assert "nav" not in template.render(RequestContext(rf.get("/"), {"page": page}))


def test_the_current_step_of_a_form_is_marked():
    steps = [
        {"label": "基本信息", "url": "/1/", "state": "done"},
        {"label": "条件", "url": "/2/", "state": "current"},
    ]

    html = component("steps", steps=steps)

    assert html.count("aria-current") == 1
    assert 'href="/2/"' not in html


def test_hostile_text_is_escaped_in_a_card():
    html = component("card", title="<script>x</script>", url="/x/", summary='"><img>')

    assert "<script>" not in html
    assert "<img>" not in html


def test_the_qr_code_is_one_path_without_inline_style():
    code = qr_code("http://localhost:8000/zones/")

    assert code["size"] > 20
    html = Template(
        '{% load front %}{% include "components/page_tools.html" with url=url only %}'
    ).render(Context({"url": "http://localhost:8000/zones/"}))
    assert "style=" not in html
    assert f'viewBox="0 0 {code["size"]} {code["size"]}"' in html
