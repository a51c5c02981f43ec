"""The portal as a WSGI application: what gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from association.checks import exit_on_errors
from association.embedded.launch import provide_or_exit

# gunicorn takes a worker's exit code 3 for "cannot boot" and stops instead of trying for ever.
GUNICORN_GIVES_UP = 3

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "association.settings")
provide_or_exit(GUNICORN_GIVES_UP)
exit_on_errors(GUNICORN_GIVES_UP)
application = get_wsgi_application()
