"""Each byte of a bundle counts: what was changed, cut off or put in is found, and the place is named."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bundle.zip_file import CLAIMS, MANIFEST, METADATA, REPORT, manifest_of, opened, parts
from workbench.core.errors import MissingFileError, ReadingError
from workbench.core.failures.bundle_errors import NewerBundleError, NoBundleError, TouchedBundleError

BODY = b'{"figure": 91}'
FILES = {
    METADATA: b"{}",
    CLAIMS: b'{"claims": []}',
    REPORT: b"<p>91</p>",
    f"bodies/{hashlib.sha256(BODY).hexdigest()}": BODY,
}


def bundle(files: dict[str, bytes] = FILES, manifest: bytes | None = None) -> bytes:
    listed = manifest_of({name: hashlib.sha256(body).hexdigest() for name, body in files.items()})
    return b"".join(parts([*files.items(), (MANIFEST, manifest or listed)]))


def verify(path: Path) -> None:
    with opened(path) as found:
        found.verify()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.zip"


def test_a_bundle_is_whole_and_the_same_members_make_the_same_bytes(path):
    path.write_bytes(bundle())
    verify(path)
    assert bundle() == bundle()
    assert zipfile.ZipFile(path).read(CLAIMS) == FILES[CLAIMS]  # and any program unpacks it


def test_every_single_changed_byte_is_found(path):
    """Figures, hashes, names, dates, flags: none of them may be another."""
    whole = bundle()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(ReadingError):
            verify(path)


def test_a_bundle_that_is_cut_off_anywhere_is_found(path):
    whole = bundle()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(ReadingError):
            verify(path)


@given(st.binary(max_size=300))
def test_any_other_bytes_are_no_bundle(tmp_path_factory, body):
    path = tmp_path_factory.getbasetemp() / "any.zip"
    for begins in (b"", b"PK\x03\x04", bundle()):
        path.write_bytes(begins + body)
        if begins + body != bundle():
            with pytest.raises(ReadingError):
                verify(path)


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/passwd", "bodies/../../x", "report.html/", "C:\\x", "bodies/short"]
)
def test_a_name_that_no_bundle_has_is_refused(path, name):
    path.write_bytes(bundle({**FILES, name: b"x"}))
    with pytest.raises(TouchedBundleError, match="no bundle has a file of that name"):
        verify(path)


def test_a_name_that_is_there_twice_is_named_as_that(path):
    """Of two files of one name, programs read either."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as into:
        into.writestr(CLAIMS, b"{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            into.writestr(CLAIMS, b"[]")
        into.writestr(MANIFEST, manifest_of({CLAIMS: "0" * 64}))
    path.write_bytes(packed.getvalue())
    with pytest.raises(TouchedBundleError, match=r"at claims\.json: it is there twice"):
        verify(path)


def test_a_bomb_is_not_unpacked(path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr(CLAIMS, b"0" * 50_000_000)
        into.writestr(MANIFEST, manifest_of({CLAIMS: "0" * 64}))
    path.write_bytes(packed.getvalue())
    with pytest.raises(TouchedBundleError, match="packs nothing tighter"):
        verify(path)


def test_what_was_taken_out_or_put_in_is_named(path):
    whole = dict(FILES)
    listed = manifest_of({name: hashlib.sha256(body).hexdigest() for name, body in whole.items()})
    del whole[REPORT]
    path.write_bytes(bundle(whole, listed))
    with pytest.raises(TouchedBundleError, match=r"at report\.html"):
        verify(path)


def test_the_changed_file_is_named(path):
    path.write_bytes(bundle().replace(b'"figure": 91', b'"figure": 19'))
    with pytest.raises(ReadingError, match=r"bodies/|a part of it cannot be read"):
        verify(path)


def test_a_newer_one_and_what_is_none_are_sentences(path):
    newer = manifest_of({name: hashlib.sha256(body).hexdigest() for name, body in FILES.items()}).replace(
        b"bundle 1", b"bundle 9"
    )
    path.write_bytes(bundle(manifest=newer))
    with pytest.raises(NewerBundleError, match="of version 9"):
        verify(path)
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(NoBundleError, match="is no ZIP"):
        verify(path)
    with pytest.raises(MissingFileError):
        verify(path.with_name("nowhere.zip"))


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_newer_one_with_other_files_packed_otherwise_is_newer_and_not_touched(path, packing):
    with zipfile.ZipFile(path, "w", packing) as packed:
        for name, body in {"minutes.json": b"{}", **FILES}.items():
            packed.writestr(name, body)
        packed.writestr(MANIFEST, manifest_of({}).replace(b"bundle 1", b"bundle 2"))
    with pytest.raises(NewerBundleError, match="of version 2, which"):
        verify(path)
