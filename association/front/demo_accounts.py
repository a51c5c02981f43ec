"""The sample accounts of the demo; `manage.py load_demo` makes them and refuses elsewhere."""

DOMAIN = "demo.example"
# (name, organisation slug, role, Chinese description, English description)
ACCOUNTS = [
    ("secretariat", "demo-association", "administrator", "秘书处管理员", "secretariat, administrator"),
    ("publisher", "demo-association", "editor", "秘书处编辑（发布）", "secretariat, editor who publishes"),
    ("kunshan", "kunshan-etdz", "editor", "昆山经开区工作人员", "official of Kunshan ETDZ"),
    ("zunyi", "zunyi-etdz", "editor", "遵义经开区工作人员", "official of Zunyi ETDZ"),
    ("jiangsu", "jiangsu-commerce", "editor", "江苏省商务厅工作人员", "official of the Jiangsu commerce department"),
    ("firm", "demo-hengtong", "administrator", "已核验企业", "a verified firm"),
    ("newfirm", "demo-new-chip", "administrator", "未核验企业", "a firm not yet verified"),
    ("expert", "demo-association", "expert", "专家", "an expert"),
    ("auditor", "demo-association", "auditor", "审计人员", "an auditor"),
]
