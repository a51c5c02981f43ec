"""Which of our forms stands in for which of allauth's (settings ACCOUNT_FORMS and MFA_FORMS)."""

FORMS = "association.accounts.forms"

ACCOUNT_FORMS = {
    "login": f"{FORMS}.SignIn",
    "signup": f"{FORMS}.SignUp",
    "add_email": f"{FORMS}.ChangeEmail",
    "change_password": f"{FORMS}.ChangePassword",
    "set_password": f"{FORMS}.SetPassword",
    "reset_password": f"{FORMS}.ResetPassword",
    "reset_password_from_key": f"{FORMS}.NewPassword",
    "reauthenticate": f"{FORMS}.Reauthenticate",
}
MFA_FORMS = {
    "authenticate": f"{FORMS}.ShowCode",
    "reauthenticate": f"{FORMS}.ShowCodeAgain",
    "activate_totp": f"{FORMS}.ActivateTOTP",
    "add_webauthn": f"{FORMS}.AddPasskey",
    "edit_webauthn": f"{FORMS}.RenamePasskey",
}
