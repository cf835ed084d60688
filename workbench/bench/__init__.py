"""Compares Bulk Create Events and import_events with Klaviyo's official SDK, each in its own environment."""
