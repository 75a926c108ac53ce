"""What loading leaves in memory: what is free goes back to the system, what stays is not looked through again."""

from __future__ import annotations

import ctypes
import gc
import sys


def give_back() -> None:
    """Have the C library return what is free: it keeps the holes that reading and compiling leave, 13 MB in all.

    For the end of what is loaded once. Nothing happens where the C library is not glibc.
    """
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


def keep_for_good() -> None:
    """Take all there is now out of the garbage collector's sight: 300,000 objects, which it went through for 0.17 s at some visitor's turn.

    For the end of loading, before visitors' conversations come.
    """
    gc.collect()
    gc.freeze()
