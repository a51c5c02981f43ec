"""Whether the process lives and whether it can serve: for load balancers and supervisors.

`live` answers from the process alone. `ready` needs the database with every migration applied and
answers 503 without; Redis is reported but not needed, since pages are served without it.
"""

from collections.abc import Callable

import structlog
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

log = structlog.get_logger("heliu.health")
OK, DOWN, BEHIND, DEGRADED = "ok", "down", "behind", "degraded"


@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": OK})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """`status` ok, degraded (200) or down (503), and the state of each part; no details."""
    database = state_of("database", ask_database)
    migrations = state_of("migrations", ask_migrations) if database == OK else DOWN
    redis = state_of("redis", ask_redis)
    serves = database == migrations == OK
    status = DOWN if not serves else OK if redis == OK else DEGRADED
    parts = {"database": database, "migrations": migrations, "redis": redis}
    response = JsonResponse({"status": status, "parts": parts}, status=200 if serves else 503)
    if not serves:
        response.headers["Retry-After"] = "5"
    return response


def state_of(part: str, ask: Callable[[], str]) -> str:
    """What a part says of itself; `down` when it does not answer. The reason goes to the log."""
    try:
        return ask()
    except (DatabaseError, RedisError, OSError) as error:
        log.warning("health.part_down", part=part, kind=type(error).__name__)
        return DOWN


def ask_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return OK


def ask_migrations() -> str:
    executor = MigrationExecutor(connection)
    targets = executor.loader.graph.leaf_nodes()
    return BEHIND if executor.migration_plan(targets) else OK


def ask_redis() -> str:
    cache.get("health")
    return OK


class HealthMiddleware:
    """Answers before anything looks at the Host header: load balancers ask by address."""

    views = {"/health/live": live, "/health/ready": ready}

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = self.views.get(request.path_info.rstrip("/"))
        return view(request) if view else self.get_response(request)
