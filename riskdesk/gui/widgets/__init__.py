"""The parts that pages are built from. They know nothing of records: plain data in, signals out."""
