"""Check of the unified social credit code (GB 32100-2015)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError as NumberError


def validate_credit_code(code: str) -> None:
    """Raise ValidationError unless `code` is 18 characters with a right check character."""
    try:
        uscc.validate(code)
    except NumberError:
        raise ValidationError(
            _("%(code)s is not a valid unified social credit code."), params={"code": code}
        ) from None
