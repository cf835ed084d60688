"""A local stand-in for Klaviyo on a real socket, with documented answers and with faults on demand."""

from workbench.sandbox.faults import Fault
from workbench.sandbox.server import API_KEY, TOKEN, Received, Sandbox

__all__ = ["API_KEY", "TOKEN", "Fault", "Received", "Sandbox"]
