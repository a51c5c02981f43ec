"""Import of organisations from a workbook or CSV: read, check, write all or nothing."""
