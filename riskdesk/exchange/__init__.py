"""In and out: the case bank's TOML, spreadsheets, iCalendar. Knows the domain; no SQL and no Qt."""
