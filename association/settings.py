"""Settings of the portal, read from the environment only; nothing is started here.

A secret NAME may instead be given as NAME_FILE, the path of a file that holds it.
Wrong combinations are reported by the system checks in association/checks.py.
"""

from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env

from association.accounts.form_names import ACCOUNT_FORMS, MFA_FORMS  # noqa: F401 read by allauth
from association.front.api import openapi
from association.lib.broker import broker_url
from association.lib.secrets import read_secret_files

env = Env()
read_secret_files()
BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = env.bool("HELIU_DEBUG", False)
HELIU_DEMO = env.bool("HELIU_DEMO", False)
HELIU_TEST = env.bool("HELIU_TEST", False)
PRODUCTION = not (DEBUG or HELIU_DEMO or HELIU_TEST)
DEVELOPMENT_KEY = "development-only-key-never-used-in-production-0123456789abcdefgh"  # noqa: S105 the check refuses it in production
SECRET_KEY = env.str("HELIU_SECRET_KEY", "" if PRODUCTION else DEVELOPMENT_KEY) or DEVELOPMENT_KEY
SECRET_KEY_FALLBACKS = env.list("HELIU_SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS = env.list("HELIU_HOSTS", [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
SITE_URL = env.str("HELIU_SITE_URL", f"http://localhost:{env.int('HELIU_PORT', 8000)}").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
TRUSTED_PROXY_COUNT = env.int("HELIU_PROXY_COUNT", 0)

ASSOCIATION = {
    "name_zh": env.str("HELIU_ASSOCIATION_NAME_ZH", "长江经济带国家级开发区协同发展联盟"),
    "name_en": env.str("HELIU_ASSOCIATION_NAME_EN", "Yangtze Zones Collaborative"),
    "seal": env.list("HELIU_ASSOCIATION_SEAL", ["长江", "协作"]),
    "email": env.str("HELIU_ASSOCIATION_EMAIL", "secretariat@demo.example"),
}

INSTALLED_APPS = """
    association.front platforms.investment platforms.cooperation platforms.publishing
    zones.directory zones.industries association.notifications association.members
    association.accounts association.embedded association.apps.AssociationAdminConfig
    django.contrib.auth django.contrib.contenttypes django.contrib.sessions
    django.contrib.messages django.contrib.postgres django.contrib.sitemaps
    whitenoise.runserver_nostatic django.contrib.staticfiles
    allauth allauth.account allauth.mfa rest_framework django_filters drf_spectacular
    drf_spectacular_sidecar drf_standardized_errors pgtrigger pghistory csp
    django_structlog
""".split()  # noqa: SIM905 forty lines of quotes would hide the order

MIDDLEWARE = [
    "association.accounts.request_log.RequestLog",
    "association.front.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "association.lib.hostile.HostileInputMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "association.accounts.middleware.SessionLimits",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "association.accounts.middleware.SecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "association.lib.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "association.urls"
WSGI_APPLICATION = "association.wsgi.application"
ASGI_APPLICATION = "association.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "association.front.context.portal",
                "association.notifications.context.inbox",
            ],
        },
    }
]

# --- Databases, cache, queue ---
DATABASE_URL = env.str("DATABASE_URL", "")
REDIS_URL = env.str("REDIS_URL", "")
DATABASES = {
    "default": dj_database_url.parse(
        DATABASE_URL or "postgres://unset@/unset", conn_max_age=60, conn_health_checks=True
    )
}
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL or "redis://unset:1/0",
        "KEY_PREFIX": "heliu",
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
    }
}
CELERY_BROKER_URL = broker_url(REDIS_URL)

# --- People, sign-in, sessions ---
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "association.accounts.backends.EmailBackend",
    "association.members.backends.MandateBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": "association.accounts.passwords.LengthValidator"},
    {"NAME": "association.accounts.passwords.LocalWordsValidator"},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workbench:home"
ACCOUNT_LOGOUT_REDIRECT_URL = "front:home"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
HELIU_IDLE_SECONDS = env.int("HELIU_IDLE_SECONDS", 30 * 60)
HELIU_STAFF_IDLE_SECONDS = env.int("HELIU_STAFF_IDLE_SECONDS", 15 * 60)
HELIU_ABSOLUTE_SECONDS = env.int("HELIU_ABSOLUTE_SECONDS", 12 * 3600)
# The demo's sample accounts exist to be tried by strangers; nowhere else is the factor optional.
HELIU_SECOND_FACTOR_REQUIRED = not HELIU_DEMO

# --- Language and time ---
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
FORMAT_MODULE_PATH = "association.front.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# --- Files and static ---
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
if not PRODUCTION:  # compressing takes half a minute; the demo is there to start quickly
    kind = "ManifestStaticFilesStorage" if HELIU_DEMO and not DEBUG else "StaticFilesStorage"
    STATIC_STORAGE = f"django.contrib.staticfiles.storage.{kind}"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
WHITENOISE_USE_FINDERS = HELIU_TEST or DEBUG
MEDIA_ROOT = BASE_DIR / "media"
HELIU_UPLOAD_LIMIT = 10 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# --- Mail ---
EMAIL_HOST = env.str("HELIU_SMTP_HOST", "")
EMAIL_PORT = env.int("HELIU_SMTP_PORT", 587)
EMAIL_HOST_USER = env.str("HELIU_SMTP_USER", "")
EMAIL_HOST_PASSWORD = env.str("HELIU_SMTP_PASSWORD", "")
EMAIL_USE_TLS = env.bool("HELIU_SMTP_TLS", bool(EMAIL_HOST))
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = env.str("HELIU_MAIL_FOLDER", str(BASE_DIR / ".heliu" / "mails"))
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "association.notifications.backends.FileEmailBackend"
)
DEFAULT_FROM_EMAIL = env.str("HELIU_MAIL_FROM", "Heliu <no-reply@demo.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Security ---
SECURE_SSL_REDIRECT = PRODUCTION and env.bool("HELIU_SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 31536000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXY_COUNT else None
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
PERMISSIONS_POLICY = {name: [] for name in ("camera", "microphone", "geolocation", "payment")}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# --- Libraries ---
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = ACCOUNT_CHANGE_EMAIL = ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_SIGNUP_REDIRECT_URL = "members:register"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_ADAPTER = "association.accounts.adapter.AccountAdapter"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# Counted in PostgreSQL instead: association/accounts/limits.py.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT
HELIU_SEND_LETTER = "association.notifications.letters.send_letter"
MFA_ADAPTER = "association.accounts.mfa_adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_TOTP_TOLERANCE = 1
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_TOTP_ISSUER = ASSOCIATION["name_en"]
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_PAGINATION_CLASS": "association.lib.api.Pages",
    "DEFAULT_FILTER_BACKENDS": ["association.lib.api.StrictFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
    "NUM_PROXIES": TRUSTED_PROXY_COUNT,
}
DRF_STANDARDIZED_ERRORS = {"EXCEPTION_HANDLER_CLASS": "association.lib.api.Answers"}
SPECTACULAR_SETTINGS = openapi.SPECTACULAR
DJANGO_STRUCTLOG_CELERY_ENABLED = False
LOGGING_CONFIG = "association.lib.logs.configure"
LOGGING = {"json": PRODUCTION}
