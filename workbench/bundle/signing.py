"""Signatures of bundles: Ed25519 (RFC 8032) over the manifest, with keys as OpenSSL writes them.

Needs the package cryptography.
"""

from __future__ import annotations

import base64
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from workbench.core.errors import MissingFileError, MissingPackageError
from workbench.core.failures.bundle_errors import SignatureError, SigningKeyError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_KIND = b"ed25519"


def signed(manifest: bytes, key: Path) -> bytes:
    """Sign a manifest; return the signature with the public key that verifies it.

    Args:
        manifest: The manifest's bytes.
        key: A private key in PEM, without a password.

    Raises:
        SigningKeyError: The file is no such key.
        MissingPackageError: cryptography is not installed.
    """
    private = _private(key)
    return b" ".join((_KIND, _text(_raw(private.public_key())), _text(private.sign(manifest)))) + b"\n"


def signer(path: Path, manifest: bytes, signature: bytes, trusted: Path | None) -> str:
    """Verify the signature of a manifest, and return the signer's public key; empty if unsigned and no key is required.

    Args:
        path: The bundle, for messages.
        manifest: The manifest's bytes.
        signature: The result of `signed`; empty for an unsigned bundle.
        trusted: The public key, in PEM, that must have signed it; None accepts any.

    Raises:
        SignatureError: The signature is invalid, or not by the trusted key.
        SigningKeyError: The trusted file is no public key.
        MissingPackageError: cryptography is not installed.
    """
    if not signature:
        if trusted is not None:
            raise SignatureError(path, "it is not signed")
        return ""
    public, made = _parts(path, signature)
    if trusted is not None and _raw(_public(trusted)) != public:
        raise SignatureError(path, "another key signed it")
    _verify(path, public, made, manifest)
    return f"ed25519:{_text(public).decode()}"


def _verify(path: Path, public: bytes, made: bytes, manifest: bytes) -> None:
    ed25519, _ = _cryptography()
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415  (an extra, which is there now)

    try:
        ed25519.Ed25519PublicKey.from_public_bytes(public).verify(made, manifest)
    except (InvalidSignature, ValueError) as error:
        raise SignatureError(path, "the manifest is not what was signed") from error


def _parts(path: Path, signature: bytes) -> tuple[bytes, bytes]:
    """Return the public key and the signature. Raises SignatureError."""
    words = signature.removesuffix(b"\n").split(b" ")
    try:
        kind, public, made = words[0], *(base64.b64decode(word, validate=True) for word in words[1:])
    except ValueError as error:
        raise SignatureError(path, "it cannot be read") from error
    if kind != _KIND or b" ".join((kind, _text(public), _text(made))) + b"\n" != signature:
        raise SignatureError(path, "it cannot be read")
    return public, made


def _private(path: Path) -> Ed25519PrivateKey:
    ed25519, serialization = _cryptography()
    try:
        key = serialization.load_pem_private_key(_read(path), password=None)
    except (ValueError, TypeError) as error:
        raise SigningKeyError(path, "it is no private key in PEM, or has a password") from error
    if not isinstance(key, ed25519.Ed25519PrivateKey):
        raise SigningKeyError(path, "it is no Ed25519 key")
    return cast("Ed25519PrivateKey", key)


def _public(path: Path) -> Ed25519PublicKey:
    ed25519, serialization = _cryptography()
    try:
        key = serialization.load_pem_public_key(_read(path))
    except ValueError as error:
        raise SigningKeyError(path, "it is no public key in PEM") from error
    if not isinstance(key, ed25519.Ed25519PublicKey):
        raise SigningKeyError(path, "it is no Ed25519 key")
    return cast("Ed25519PublicKey", key)


def _cryptography() -> tuple[ModuleType, ModuleType]:
    """Import the modules of cryptography for keys and key files. Raises MissingPackageError."""
    try:
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415  (an extra)
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise MissingPackageError("A signature", "cryptography", "sign") from error
    return ed25519, serialization


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingFileError(path, error.strerror or "It cannot be read") from error


def _raw(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes_raw()


def _text(raw: bytes) -> bytes:
    return base64.b64encode(raw)
