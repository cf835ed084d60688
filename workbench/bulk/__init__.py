"""The programs for files: three imports and an export. The generator bundles each into one script.

Begin with a program, such as `import_events.py`: its docstring says what it does, `main` checks the arguments, and a
class says what a record of it is. `imports/run.py` and `exports/run.py` are the steps of a run, one a line. What both
share is beside the programs: arguments, the client, the source, the text and the log.
"""
