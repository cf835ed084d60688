"""A local stand-in for Klaviyo: real sockets, documented answers, faults on demand."""

from workbench.sandbox.faults import Fault
from workbench.sandbox.server import API_KEY, Received, Sandbox

__all__ = ["API_KEY", "Fault", "Received", "Sandbox"]
