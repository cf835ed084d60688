"""Parses answers with Klaviyo's SDK: {operation: answer} on stdin becomes {operation: error or null} on stdout."""

import importlib
import json
import pkgutil
import sys
import typing
from typing import Any

import openapi_client.api  # type: ignore[import-not-found]  # in .venv/sdk

answers: dict[str, Any] = json.load(sys.stdin)
errors: dict[str, str | None] = dict.fromkeys(answers, "the SDK has no such method")
for module in pkgutil.iter_modules(openapi_client.api.__path__):
    api = importlib.import_module(f"openapi_client.api.{module.name}")
    [name] = [name for name in vars(api) if name.endswith("Api")]
    for operation in answers.keys() & vars(vars(api)[name]).keys():
        model, *_ = typing.get_args(typing.get_type_hints(vars(vars(api)[name])[operation])["return"])
        try:
            model.from_dict(answers[operation])
            errors[operation] = None
        except Exception as error:
            errors[operation] = str(error)
json.dump(errors, sys.stdout)
