"""What a user can do, one module per noun. The window, the command line and exchange all go through `Desk`."""

from riskdesk.desk.desk import Desk
from riskdesk.desk.verb import VERBS, Done, Verb

__all__ = ["VERBS", "Desk", "Done", "Verb"]
