"""Compares Bulk Create Events and the scripts for files with Klaviyo's official SDK, each in its own environment."""
