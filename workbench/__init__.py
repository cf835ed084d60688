"""Builds, tries and checks the collection; nothing in here is deployed."""
