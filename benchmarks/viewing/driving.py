"""A headless Chromium that does not wait for a page, and is ended even where a page hangs it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.chrome.webdriver import WebDriver

SWITCHES = (
    "headless",
    "no-sandbox",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "enable-unsafe-swiftshader",
    "window-size=1400,900",
    "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def chromium(profile: Path, *, answer_within: float) -> Iterator[WebDriver]:
    """A browser of its own, whose every answer has so many seconds."""
    binary, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
    if binary is None or driver_path is None:
        raise SystemExit("The benchmark needs chromium and chromedriver on the PATH.")
    options = ChromeOptions()
    options.binary_location = binary
    options.page_load_strategy = "none"
    for switch in (*SWITCHES, f"user-data-dir={profile}"):
        options.add_argument(f"--{switch}")
    driver = Chrome(options=options, service=Service(driver_path))
    driver.command_executor.client_config.timeout = answer_within
    try:
        yield driver
    finally:
        _end(driver)


def _end(driver: WebDriver) -> None:
    """End the driver and all that it started, without asking a page that may not answer."""
    driver_process = psutil.Process(driver.service.process.pid)
    family = [driver_process, *driver_process.children(recursive=True)]
    for process in family:
        if process.is_running():
            process.kill()
    psutil.wait_procs(family, timeout=10)
