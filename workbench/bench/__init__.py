"""Bulk Create Events against Klaviyo's official SDK, each in an environment of its own."""
