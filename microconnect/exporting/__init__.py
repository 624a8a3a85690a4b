"""Tables as files: what a page shows, or thousands of rows, as CSV and as a workbook of Excel's."""
