"""The programs for files: imports and exports. The generator bundles each into one script."""
