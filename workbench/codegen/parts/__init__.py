"""The shared code of the scripts, as ordinary modules. A script gets the definitions that it reaches, unchanged."""
