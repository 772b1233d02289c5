"""The nouns of a property safety office and their rules: plain typed records and pure functions.

No Qt, no SQL, no files and no clock: the time is always an argument.
"""
