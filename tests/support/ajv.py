"""Runs Ajv, in strict mode, on schemas and their examples."""

import subprocess

from tests.support.collection import NODE
from workbench.collection import COLLECTION, ROOT

PROGRAM = """
    import {readFileSync} from 'node:fs'
    import {createRequire} from 'node:module'
    const [folder, refusing, ...files] = process.argv.slice(1)
    const require = createRequire(folder + '/')
    const Ajv = require('ajv/dist/2020').default
    const addFormats = require('ajv-formats').default
    for (const file of files) {
        const schema = JSON.parse(readFileSync(file, 'utf8'))
        const ajv = new Ajv({strict: true, allowUnionTypes: true, allErrors: true})
        addFormats(ajv)
        const validate = ajv.compile(schema)
        for (const example of schema.examples)
            if (!validate(example)) throw new Error(file + JSON.stringify(validate.errors))
        if (refusing === 'refusing' && (validate([]) || validate(null)))
            throw new Error(file + ' accepts nothing at all')
    }
    console.log(files.length)
"""


def validate_examples(schemas: list[str], refusing: bool) -> int:
    """Return how many schemas were compiled, all of whose examples are valid. `refusing`: [] and null must not be."""
    files = [str(COLLECTION / schema) for schema in schemas]
    mode = "refusing" if refusing else "accepting"
    command = [str(NODE), "--input-type=module", "-e", PROGRAM, str(ROOT / "workbench/node_modules"), mode, *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return int(done.stdout)
