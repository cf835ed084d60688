"""The revision of Klaviyo's API that the scripts are made for. Generated."""

REVISION = "2026-10-15"
