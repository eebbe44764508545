"""Waiting in a browser until a view shows something."""

from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.viz.network.browsing import Browser

PATIENCE = 20.0
"""Seconds: machines that run tests are often busy."""


def until(browser: Browser, selector: str) -> None:
    """Wait until something fits."""
    WebDriverWait(browser.driver, PATIENCE).until(
        lambda driver: driver.find_elements(By.CSS_SELECTOR, selector)
    )


def shown(browser: Browser, served: str, address: str, selector: str) -> None:
    """Open a view by its address, and wait until something in it fits; what was logged is gone."""
    browser.driver.get(served)
    browser.driver.get("about:blank")
    browser.complaints()
    browser.requests()
    browser.driver.get(served.split("?", maxsplit=1)[0] + address)
    until(browser, selector)
