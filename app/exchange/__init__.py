"""The same facts elsewhere: a workbook, a CSV file for each register, and the report as a text document."""
