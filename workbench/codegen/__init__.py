"""Klaviyo's API description -> scripts, schemas, forms and their index."""
