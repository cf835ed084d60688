"""The scripts under `f/klaviyo/bulk`, `import_*.py`, and the parts that are pasted into them: each has one job."""
