"""Contracts that transfer risk: insurance, counsel, outsourcing."""

from riskdesk.gui.pages.contracts.page import ContractPage

__all__ = ["ContractPage"]
