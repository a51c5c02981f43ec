"""Small shared pieces without models: text, dates, money, files, refusals, hardening."""
