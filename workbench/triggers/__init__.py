"""The triggers: a module each, bundled into `f/klaviyo/triggers`, and what they share."""
