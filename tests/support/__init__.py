"""What several test modules use: the collection, events, runs of imports and flows, stand-ins for Windmill."""
