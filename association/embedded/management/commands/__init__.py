"""Commands that prepare a checkout for running."""
