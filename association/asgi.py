"""The portal as an ASGI application, for servers that speak nothing else."""

import os

from django.core.asgi import get_asgi_application

from association.checks import exit_on_errors
from association.embedded.launch import provide_or_exit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "association.settings")
provide_or_exit()
exit_on_errors()
application = get_asgi_application()
