"""The drawn parts of the report: bars, boxes, cards and maps, as vectors."""
