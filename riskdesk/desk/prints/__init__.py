"""Printed forms: what each form is given, and the making of its PDF."""

from riskdesk.desk.prints.prints import Prints

__all__ = ["Prints"]
