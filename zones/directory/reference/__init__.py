"""Loading of the reference files: read, map, merge with what the secretariat corrected, report."""
