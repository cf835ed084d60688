from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.form_page import FormPage, open_browser
from workbench.page.bundle import bundle_page
from workbench.page.server import Forms


@pytest.fixture(scope="session")
def bundled() -> tuple[bytes, bytes]:
    """The script and the style of the page."""
    return bundle_page()


# Not for the session: while Playwright runs, other tests of the worker could use no asyncio.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def shared_forms(bundled: tuple[bytes, bytes]) -> Iterator[Forms]:
    with Forms(*bundled) as forms:
        yield forms


@pytest.fixture
def forms(shared_forms: Forms) -> Forms:
    """The server, with the resources that its sandbox starts with."""
    shared_forms.sandbox.reset_account()
    shared_forms.sandbox.reset_limits()
    shared_forms.sandbox.received.clear()
    return shared_forms


@pytest.fixture
def page(browser: Browser, forms: Forms) -> Iterator[FormPage]:
    page = FormPage(browser, forms.address)
    yield page
    page.context.close()
    assert page.complaints == []
