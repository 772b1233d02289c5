"""Table models over the store: they hold row numbers and a few pages of rows, never all records."""
