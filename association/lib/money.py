"""Amounts and areas as people here write them: 亿元 and 万元, CNY million, hectares and mu."""

from decimal import Decimal

from django.utils.formats import number_format

from association.lib.bilingual import current

# 1 mu = 1/15 hectare (State Council order of 1984 on legal units).
SQUARE_METRES_PER_MU = Decimal(10000) / 15
SYMBOLS_ZH = {
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "HKD": "港元",
    "JPY": "日元",
    "GBP": "英镑",
}


def trimmed(value: Decimal | int | float, places: int = 2) -> str:
    """A number with thousands separators and no trailing zeros."""
    rounded = round(Decimal(value), places).normalize()
    decimals = max(0, -int(rounded.as_tuple().exponent))
    return number_format(rounded, decimals, use_l10n=True, force_grouping=True)


def amount(value: Decimal | int | None, currency: str = "CNY") -> str:
    """`3.5亿元` or `CNY 350 million`; empty for None."""
    if value is None:
        return ""
    value = Decimal(value)
    if current() == "en":
        return f"{currency} {_scaled(value, ENGLISH)}"
    return f"{_scaled(value, CHINESE)}{SYMBOLS_ZH.get(currency, currency)}"


def amount_range(low: Decimal | None, high: Decimal | None, currency: str = "CNY") -> str:
    """`3亿—5亿元` or `CNY 300–500 million`; one end may be None."""
    if low is None or high is None or low == high:
        return amount(low if low is not None else high, currency)
    if current() == "en":
        scale = next((s for s in ENGLISH if low >= s[0]), (Decimal(1), ""))
        ends = f"{trimmed(low / scale[0])}–{trimmed(high / scale[0])}"
        return f"{currency} {ends}{scale[1]}"
    ends = f"{_scaled(low, CHINESE)}—{_scaled(high, CHINESE)}"
    return f"{ends}{SYMBOLS_ZH.get(currency, currency)}"


def area(square_metres: Decimal | None) -> str:
    """`90亩（6公顷）` or `6 ha (90 mu)` for land; empty for None."""
    if square_metres is None:
        return ""
    mu = trimmed(Decimal(square_metres) / SQUARE_METRES_PER_MU, 1)
    hectares = trimmed(Decimal(square_metres) / 10000, 2)
    return f"{hectares} ha ({mu} mu)" if current() == "en" else f"{mu}亩（{hectares}公顷）"


ENGLISH = [(Decimal(10**9), " billion"), (Decimal(10**6), " million")]
CHINESE = [(Decimal(10**8), "亿"), (Decimal(10**4), "万")]


def _scaled(value: Decimal, scales: list[tuple[Decimal, str]]) -> str:
    for size, word in scales:
        if value >= size:
            return f"{trimmed(value / size)}{word}"
    return trimmed(value)
