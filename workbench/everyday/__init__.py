"""The everyday scripts: a module each, and what they share. `workbench.codegen` makes one file of each."""
