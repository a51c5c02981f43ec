"""The house's sizes and words: what CONTRIBUTING.md asks for and no linter knows."""

import ast
import re

import pytest

from association.embedded.launch import PROJECT

PYTHON_FOLDERS = ("association", "zones", "platforms", "tests")
LONGEST_FUNCTION = 30
FORBIDDEN = re.compile(
    r"\b(?:TODO|FIXME)\b|lorem ipsum|coming soon|敬请期待|placeholder page"
    r"|(?<![\w.])/(?:work|root|home)/|\b(?:pypi|npmjs|debian)\.org/",
    re.IGNORECASE,
)
# The rule's own text, and lists of packages that name where a project lives.
MAY_NAME_THEM = {"tests/test_house.py"}


def files(folders, *patterns):
    """Return our own files, without what tools or other people have made."""
    made = {"migrations", "vendor", "__pycache__"}
    return sorted(
        path
        for folder in folders
        for pattern in patterns
        for path in (PROJECT / folder).rglob(pattern)
        if made.isdisjoint(path.parts)
    )


def name_of(path):
    return str(path.relative_to(PROJECT))


@pytest.mark.parametrize(
    ("folders", "pattern", "limit"),
    [
        (PYTHON_FOLDERS, "*.py", 250),
        (("templates",), "*.html", 80),
        (("static",), "*.css", 120),
        (("static",), "*.js", 250),
    ],
)
def test_no_file_is_longer_than_the_house_allows(folders, pattern, limit):
    lengths = {name_of(path): count_lines(path) for path in files(folders, pattern)}

    assert {name: length for name, length in lengths.items() if length > limit} == {}


def count_lines(path):
    return len(path.read_text().splitlines())


def test_no_function_is_longer_than_the_house_allows():
    too_long = [
        f"{name_of(path)}:{node.lineno} {node.name} has {length} lines"
        for path in files(PYTHON_FOLDERS[:3], "*.py")
        for node, length in functions(path)
        if length > LONGEST_FUNCTION
    ]

    assert too_long == []


def functions(path):
    """Yield each function with its length in lines, signature and docstring included."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, node.end_lineno - node.lineno + 1


def test_every_module_opens_with_a_sentence_of_purpose():
    silent = [
        name_of(path)
        for path in files(PYTHON_FOLDERS[:3], "*.py")
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []


def test_no_file_holds_words_that_do_not_belong_in_a_product():
    texts = files((*PYTHON_FOLDERS, "docs", "deploy"), "*.py", "*.md", "*.conf")
    texts += files(("templates", "static"), "*.html", "*.css", "*.js")
    found = [
        f"{name_of(path)}:{number} {line.strip()[:80]}"
        for path in texts
        if name_of(path) not in MAY_NAME_THEM
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if FORBIDDEN.search(line)
    ]

    assert found == []


@pytest.mark.parametrize("name", ["services.py", "utils.py", "helpers.py", "signals.py"])
def test_no_module_has_a_name_that_says_nothing(name):
    assert [name_of(path) for path in files(PYTHON_FOLDERS[:3], name)] == []


def test_no_form_or_serializer_takes_all_fields():
    """A field added later must not become writable by itself (IN-16)."""
    pattern = re.compile(r"fields\s*=\s*[\"']__all__[\"']")
    found = [
        name_of(path)
        for path in files(PYTHON_FOLDERS[:3], "*.py")
        if pattern.search(path.read_text())
    ]

    assert found == []
