"""One SQLite file: records, their change log, search index, attachments, backups. The only place with SQL."""

from riskdesk.store.query import ALL, Query
from riskdesk.store.store import Store
from riskdesk.store.write import Write

__all__ = ["ALL", "Query", "Store", "Write"]
