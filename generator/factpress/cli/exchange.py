"""Two paths change places in one step, where the system can do that."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

# Numbers of <fcntl.h> and of <stdio.h>.
_AT_FDCWD = -100
_RENAME_EXCHANGE = _RENAME_SWAP = 2
# What a system says that does not know the call, or whose file system can't do it.
_UNABLE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})


def exchange(one: Path, two: Path) -> bool:
    """Has two existing paths of one file system change places; false where that can't be done; raises `OSError`."""
    first, second = os.fsencode(one), os.fsencode(two)
    ctypes.set_errno(0)
    if sys.platform == "linux" and (call := _function("renameat2")):
        status = call(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    elif sys.platform == "darwin" and (call := _function("renamex_np")):
        status = call(first, second, _RENAME_SWAP)
    else:
        return False
    code = ctypes.get_errno()
    if status == 0:
        return True
    if code in _UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(two))


@cache
def _function(name: str) -> Any:
    """A function of the C library, `None` where it has none of this name."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is not None:
        path, number, flags = ctypes.c_char_p, ctypes.c_int, ctypes.c_uint
        function.argtypes = [path, path, flags] if name == "renamex_np" else [number, path, number, path, flags]
        function.restype = ctypes.c_int
    return function
