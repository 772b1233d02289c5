"""The window: Qt only. A page knows its desk and nothing of SQL."""
