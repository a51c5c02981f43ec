"""The forms of sign-in, sign-up and the account pages."""

from association.accounts.forms.entrance import (
    NewPassword,
    Reauthenticate,
    ResetPassword,
    SignIn,
    SignUp,
)
from association.accounts.forms.factors import (
    ActivateTOTP,
    AddPasskey,
    RenamePasskey,
    ShowCode,
    ShowCodeAgain,
)
from association.accounts.forms.person import ChangeEmail, ChangePassword, Profile, SetPassword

__all__ = [
    "ActivateTOTP",
    "AddPasskey",
    "ChangeEmail",
    "ChangePassword",
    "NewPassword",
    "Profile",
    "Reauthenticate",
    "RenamePasskey",
    "ResetPassword",
    "SetPassword",
    "ShowCode",
    "ShowCodeAgain",
    "SignIn",
    "SignUp",
]
