"""The sample accounts of the demo; `manage.py load_demo` makes them and refuses elsewhere."""

from typing import NamedTuple

from association.accounts.samples import SAMPLE_DOMAIN as DOMAIN

PASSWORD_VARIABLE = "HELIU_DEMO_PASSWORD"  # noqa: S105 the name of a variable
DEFAULT_PASSWORD = "heliu-demo-2026"  # noqa: S105 printed on the first screen of every demo


class Account(NamedTuple):
    """Who can be tried: the part before the @, organisation, role, name, and what they are."""

    name: str
    organisation: str
    role: str
    full_name: str
    label_zh: str
    label_en: str

    @property
    def email(self) -> str:
        return f"{self.name}@{DOMAIN}"


ACCOUNTS = [
    Account(*row)
    for row in (
        (
            *("secretariat", "demo-association", "administrator", "秘书处 李明（示例）"),
            *("秘书处管理员", "secretariat, administrator"),
        ),
        (
            *("publisher", "demo-association", "editor", "秘书处 王芳（示例）"),
            *("秘书处编辑，负责发布", "secretariat, editor who publishes"),
        ),
        (
            *("kunshan", "kunshan-etdz", "editor", "昆山 陈晓（示例）"),
            *("昆山经开区工作人员", "official of Kunshan ETDZ"),
        ),
        (
            *("zunyi", "zunyi-etdz", "editor", "遵义 杨帆（示例）"),
            *("遵义经开区工作人员", "official of Zunyi ETDZ"),
        ),
        (
            *("jiangsu", "jiangsu-commerce", "editor", "江苏 周敏（示例）"),
            *("江苏省商务厅工作人员", "official of the commerce department of Jiangsu"),
        ),
        (
            *("firm", "demo-hengtong", "administrator", "恒潮电子 赵强（示例）"),
            *("已核验企业", "a verified firm"),
        ),
        (
            *("newfirm", "demo-new-chip", "administrator", "启元新芯 孙悦（示例）"),
            *("未核验企业", "a firm not yet verified"),
        ),
        (
            *("expert", "demo-association", "expert", "专家 吴磊（示例）"),
            *("专家", "an expert"),
        ),
        (
            *("auditor", "demo-association", "auditor", "审计 郑洁（示例）"),
            *("审计人员", "an auditor"),
        ),
    )
]
