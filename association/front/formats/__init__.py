"""Dates as the portal writes them (FORMAT_MODULE_PATH); Chinese is well served by Django's own."""
