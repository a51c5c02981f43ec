"""gunicorn at a real site; every figure can be changed from the environment."""

import os

bind = os.environ.get("HELIU_BIND", "0.0.0.0:8000")  # noqa: S104 inside a container, behind the proxy
workers = int(os.environ.get("HELIU_WEB_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("HELIU_WEB_THREADS", "4"))
# A request that is still running is let finish before the process goes.
graceful_timeout = 25
timeout = 60
# The most it takes: an address that is too long is refused by the portal, in a sentence.
limit_request_line = 8190
# Memory that a library does not give back goes with the worker, not all workers at once.
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True
worker_tmp_dir = "/dev/shm"  # noqa: S108 the heartbeat must not wait for a disk
