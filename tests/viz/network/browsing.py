"""A headless Chromium that tells what a page asked for and complained about."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "headless",
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "window-size=1280,720",
    "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
INTERNAL = ("chrome:", "chrome-untrusted:")


class Browser:
    """One page in a browser."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, path: Path, anchor: str = "") -> None:
        """Load a file from disk, forgetting what was logged before."""
        self.driver.get("about:blank")
        self.complaints()
        self.requests()
        self.driver.get(path.as_uri() + anchor)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns."""
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> WebElement:
        """The first element that fits."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        """Every element that fits."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def shown(self) -> str:
        """The text of the evidence that is on the screen."""
        return self.find("#evidence").text

    def complaints(self) -> list[str]:
        """What stands in the console since the last look."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> list[str]:
        """The addresses asked for since the last look."""
        messages = (json.loads(entry["message"])["message"] for entry in self._log("performance"))
        sent = (m for m in messages if m["method"] == "Network.requestWillBeSent")
        urls = (message["params"]["request"]["url"] for message in sent)
        return [url for url in urls if not url.startswith(INTERNAL)]

    def command(self, name: str, **parameters: Any) -> Any:
        """What a command of the developer tools answers."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def prefer(self, **features: str) -> None:
        """Have media features such as `prefers_color_scheme`; none: as the machine has them."""
        named = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
        self.command("Emulation.setEmulatedMedia", features=named)

    def saved(self, folder: Path, suffix: str, click: WebElement) -> Path:
        """The file that a click saves."""
        self.command("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
        click.click()
        wait = WebDriverWait(self.driver, 20)
        return wait.until(lambda _: next(folder.glob(f"*{suffix}"), None))

    def _log(self, kind: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.driver.get_log(kind)  # type: ignore[no-untyped-call]
        return entries


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """A browser with its own profile. Without Chromium the test is skipped, or fails on CI."""
    binary = next((path for name in NAMES if (path := shutil.which(name))), None)
    driver_path = shutil.which("chromedriver")
    if binary is None or driver_path is None:
        reason = "the page needs Chromium and chromedriver on the PATH to be tested"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    options = ChromeOptions()
    options.binary_location = binary
    for switch in (*SWITCHES, f"user-data-dir={profile}"):
        options.add_argument(f"--{switch}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(driver_path))
    try:
        yield Browser(driver)
    finally:
        driver.quit()
