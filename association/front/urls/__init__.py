"""The addresses of the public face: pages, workbench, API, health."""
