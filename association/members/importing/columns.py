"""The columns of an import and the headings under which they are recognised."""

from association.lib.text import fold

# column (a field of Organisation) → headings besides its own name
COLUMNS = {
    "kind": ("类别", "机构类别", "kind"),
    "name_zh": ("中文名称", "机构名称", "Chinese name"),
    "name_en": ("英文名称", "English name"),
    "short_name_zh": ("中文简称", "简称", "short Chinese name"),
    "short_name_en": ("英文简称", "short English name"),
    "credit_code": ("统一社会信用代码", "信用代码", "unified social credit code"),
    "division_code": ("行政区划代码", "行政区划", "administrative division"),
    "website": ("网址", "网站", "website"),
}
REQUIRED = ("kind", "name_zh")
# Codes and addresses are compared without regard to full-width forms; names keep theirs.
FOLDED = {"credit_code", "division_code", "website"}
HEADINGS = {fold(text): column for column, texts in COLUMNS.items() for text in (column, *texts)}


def column_of(heading: str) -> str | None:
    """The column that a heading names, in code, Chinese or English."""
    return HEADINGS.get(fold(heading).rstrip(" *"))
