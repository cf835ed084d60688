"""`make page`: serve a local page with every endpoint's form, which runs the script against the sandbox or Klaviyo.

A file as its argument keeps the resources of the sandbox for the next time.
"""

import contextlib
import os
import sys
import threading

from workbench.page.bundle import bundle_page
from workbench.page.server import Forms


def main() -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"
    state = sys.argv[1] if len(sys.argv) > 1 else ":memory:"
    with (
        Forms(*bundle_page(), key=os.environ.get("KLAVIYO_API_KEY"), state=state) as forms,
        contextlib.suppress(KeyboardInterrupt),
    ):
        print(f"Serving the forms at {forms.address} (stop with Ctrl-C)", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
