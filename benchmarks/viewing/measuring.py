"""What a page costs in headless Chromium: time to the first drawing, panning, memory."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.webdriver import WebDriver
from urllib3.exceptions import HTTPError

from benchmarks.viewing.driving import chromium

PAN_SECONDS = 4.0
SETTLE_SECONDS = 1.0
STEP = 6
"""Pixels between two places of the mouse."""

# A graph is drawn as soon as the frame is on the screen in which the first node was painted.
WATCH = """
(() => {
  const watch = window.__watch = { drawn: null, frames: [] };
  const note = () => {
    if (watch.drawn !== null) return;
    watch.drawn = 0;
    requestAnimationFrame(() => requestAnimationFrame(() => { watch.drawn = performance.now(); }));
  };
  const hook = (prototype, names) => names.forEach((name) => {
    const plain = prototype[name];
    prototype[name] = function (...given) { note(); return plain.apply(this, given); };
  });
  hook(CanvasRenderingContext2D.prototype, ["arc", "ellipse"]);
  const ways = ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"];
  hook(WebGL2RenderingContext.prototype, ways);
  hook(WebGLRenderingContext.prototype, ways.slice(0, 2));
  watch.count = () => {
    watch.frames = [];
    const frame = (at) => { watch.frames.push(at); requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  };
})();
"""
DRAWN = "return window.__watch && window.__watch.drawn"
# The corner of the drawing, where no node stands.
CORNER = """
const area = (box) => box.width * box.height;
const boxes = [...document.querySelectorAll("canvas")].map((one) => one.getBoundingClientRect());
const { left, top } = boxes.sort((a, b) => area(b) - area(a))[0];
return [left + 12, top + 12];
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, frames a second, and megabytes; None for what did not come about in time."""

    drawn: float | None
    frames: float | None
    slow_frame: float | None
    heap: float | None
    resident: float | None


def cost(url: str, cap: float) -> Cost:
    """Open an address in a browser of its own and watch it; the drawing has `cap` seconds."""
    with TemporaryDirectory() as profile, _patient(Path(profile), cap) as driver:
        try:
            drawn = _drawn(driver, url, cap)
            if drawn is None:
                return Cost(None, None, None, *_memory(driver))
            time.sleep(SETTLE_SECONDS)
            frames, slow = _panned(driver)
            return Cost(drawn, frames, slow, *_memory(driver))
        except (WebDriverException, HTTPError, TimeoutError):
            return Cost(None, None, None, None, _resident(driver))


@contextmanager
def _patient(profile: Path, cap: float) -> Iterator[WebDriver]:
    with chromium(profile, answer_within=cap) as driver:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        yield driver


def _drawn(driver: WebDriver, url: str, cap: float) -> float | None:
    started = time.monotonic()
    driver.get(url)
    while time.monotonic() - started < cap:
        milliseconds: float | None = driver.execute_script(DRAWN)
        if milliseconds:
            return milliseconds / 1000
        time.sleep(0.05)
    return None


def _panned(driver: WebDriver) -> tuple[float, float]:
    """Frames a second while the mouse drags the drawing, and the 95th percentile of a frame."""
    x, y = driver.execute_script(CORNER)
    driver.execute_script("window.__watch.count()")
    _mouse(driver, "mousePressed", x, y)
    started = time.monotonic()
    moved = 0
    while time.monotonic() - started < PAN_SECONDS:
        moved += 1
        turn = abs(moved % 80 - 40)
        _mouse(driver, "mouseMoved", x + STEP * turn, y + STEP * turn / 2)
    frames: list[float] = driver.execute_script("return window.__watch.frames")
    _mouse(driver, "mouseReleased", x, y)
    gaps = [later - earlier for earlier, later in pairwise(frames)]
    if len(gaps) < 2:
        return len(gaps) / PAN_SECONDS, PAN_SECONDS * 1000
    return 1000 * len(gaps) / sum(gaps), statistics.quantiles(gaps, n=20)[-1]


def _mouse(driver: WebDriver, kind: str, x: float, y: float) -> None:
    event = {"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1}
    driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)


def _memory(driver: WebDriver) -> tuple[float, float]:
    driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
    driver.execute_cdp_cmd("Performance.enable", {})
    found = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    heap = next(one["value"] for one in found if one["name"] == "JSHeapUsedSize")
    return heap / 1e6, _resident(driver)


def _resident(driver: WebDriver) -> float:
    """Of the largest renderer that this driver started."""
    family = psutil.Process(driver.service.process.pid).children(recursive=True)
    renderers = [one for one in family if "--type=renderer" in one.cmdline()]
    return max((one.memory_info().rss for one in renderers), default=0) / 1e6
