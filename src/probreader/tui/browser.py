"""Hands an address to the user's browser: an argument, never a line for a shell."""

import os
import sys
import webbrowser
from collections.abc import Callable
from contextlib import AbstractContextManager

from probreader.domain.addresses import Address


def open_address(address: Address, leave_screen: Callable[[], AbstractContextManager[None]]) -> bool:
    """Open ``address``; False when there is no browser, or it could not be started.

    A browser that runs in the terminal gets the screen while it runs (``leave_screen``).
    """
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if _needs_terminal(browser):
        with leave_screen():
            return browser.open(address.url)
    return browser.open(address.url)


def _needs_terminal(browser: webbrowser.BaseBrowser) -> bool:
    """Whether it is a program of which nothing is known but its name, and no graphical screen is there for it."""
    is_plain = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser)
    is_graphical = sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return is_plain and not is_graphical
