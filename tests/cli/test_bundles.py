"""A case is handed on in one file: another machine opens it with no network, and every figure comes out the same."""

from __future__ import annotations

import json
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from workbench.bundle.zip_file import CLAIMS, MANIFEST, manifest_of, parts

pytestmark = pytest.mark.early


@pytest.fixture
def case(workbench, home, answers, statements, once) -> Path:
    """Four statements, one claim researched, edited, given evidence, rated and published; packed."""
    (home / "letter.txt").write_text("The ministry confirms 91.")

    def work() -> None:
        workbench("import", statements)
        key = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
        workbench("edit", key, "period=2021")
        workbench("research", key, "--samples", answers)
        assert workbench("attach", key, home / "letter.txt").code == 0
        workbench("rate", key, "false", "--note", "It fell by 39.7 %.")
        assert workbench("publish", key).code == 0

    once("bundles", work)
    assert workbench("bundle", "pack", home / "case.zip").code == 0
    return home / "case.zip"


def elsewhere(home: Path) -> tuple[object, ...]:
    return "--db", home / "other" / "workbench.db", "--offline"


def keys(home: Path, name: str = "key") -> tuple[Path, Path]:
    private = Ed25519PrivateKey.generate()
    secret, public = home / f"{name}.pem", home / f"{name}.pub"
    secret.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return secret, public


def exported(workbench, *options: object) -> dict:
    made = json.loads(workbench(*options, "export", "--format", "json").out)
    return {**made, "made": None}


def test_it_opens_in_an_empty_home_offline_and_replays(workbench, home, case):
    before = exported(workbench)
    ran = workbench(*elsewhere(home), "bundle", "open", case, "--json")
    assert (ran.code, ran.records[0]["rejected"]) == (0, 0)
    assert ran.records[0]["claims"] == len(before["claims"])
    assert ran.records[0]["figures"] == ran.records[0]["same"] > 0
    assert exported(workbench, *elsewhere(home)) == before
    again = workbench(*elsewhere(home), "bundle", "open", case, "--json").records[0]
    assert (again["claims"], again["already"]) == (0, len(before["claims"]))
    assert exported(workbench, *elsewhere(home)) == before
    assert workbench(*elsewhere(home), "replay", "--strict").code == 0
    assert workbench(*elsewhere(home), "archive", "verify", "--strict").code == 0


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_fifty_claims_go_elsewhere_and_two_hundred_single_changes_are_found(
    workbench, home, answers, statements, capfd
):
    """Each claim researched; every third rated and handed to readers."""
    for copy in range(4):
        (home / "speeches").mkdir(exist_ok=True)
        for each in statements.glob("*.txt"):
            text = each.read_text(encoding="utf-8")
            (home / "speeches" / f"{copy}-{each.name}").write_text(f"{text}\n\nSpeech {copy}.\n", encoding="utf-8")
    workbench("import", home / "speeches")
    claims = [row["id"] for row in workbench("claims", "--json", "--limit", "1000").records]
    workbench("research", *claims, "--samples", answers)
    for key in claims[::3]:
        workbench("rate", key, "false", "--note", "By the register of 2021.")
        workbench("publish", key)
    assert workbench("bundle", "pack", home / "case.zip").code == 0
    ran = workbench(*elsewhere(home), "bundle", "open", home / "case.zip", "--json").records[0]
    assert ran["claims"] == len(claims) >= 50
    assert ran["figures"] == ran["same"] > 40
    assert exported(workbench, *elsewhere(home)) == exported(workbench)
    missed, whole, chance = [], (home / "case.zip").read_bytes(), Random(1)  # noqa: S311
    for at in chance.sample(range(len(whole)), 200):
        other = bytes([whole[at] ^ chance.randrange(1, 256)])
        (home / "touched.zip").write_bytes(whole[:at] + other + whole[at + 1 :])
        tried = workbench(*elsewhere(home), "bundle", "verify", home / "touched.zip")
        if tried.code != 2 or "Traceback" in tried.err:
            missed.append((at, tried))
    with capfd.disabled():
        sys.stdout.write(f"\n{ran}; {len(whole):,} bytes, {200 - len(missed)} of 200 changes found\n")
    assert missed == []


def test_a_touched_one_is_refused_and_nothing_is_taken_from_it(workbench, home, case):
    case.write_bytes(case.read_bytes().replace(b'"applied": 91', b'"applied": 19'))
    ran = workbench(*elsewhere(home), "bundle", "open", case)
    assert (ran.code, "was touched at" in ran.err) == (2, True)
    assert not (home / "other").exists()
    assert workbench(*elsewhere(home), "claims", "--json").records == []


def test_its_report_opens_without_the_program_and_its_metadata_name_each_file(case):
    with zipfile.ZipFile(case) as packed:
        report = packed.read("report.html").decode()
        graph = json.loads(packed.read("ro-crate-metadata.json"))["@graph"]
        names = set(packed.namelist())
    assert "39.7" in report
    assert "http" not in report.partition("<style")[2].partition("</style>")[0]
    files = {each["@id"] for each in graph if each["@type"] == "File"}
    assert files == names - {"ro-crate-metadata.json", "manifest-sha256.txt"}
    assert {"prov:wasDerivedFrom", "prov:wasQuotedFrom"} <= {key for each in graph for key in each}


def test_a_signed_one_is_taken_from_whom_it_should_come_and_from_nobody_else(workbench, home, case):
    secret, public = keys(home)
    _, other = keys(home, "other")
    assert workbench("bundle", "pack", home / "signed.zip", "--sign", secret).code == 0
    assert "signed by ed25519:" in workbench("bundle", "verify", home / "signed.zip", "--signed-by", public).out
    for file, key, why in (
        (home / "signed.zip", other, "another key signed it"),
        (case, public, "it is not signed"),
    ):
        ran = workbench("bundle", "verify", file, "--signed-by", key)
        assert (ran.code, why in ran.err) == (2, True)


def test_whatever_is_refused_leaves_no_empty_database_behind(workbench, home, case):
    (home / "letter.zip").write_text("PK no bundle")
    keys(home, "theirs")
    refused = [(home / "letter.zip",), (home / "none.zip",), (case, "--signed-by", home / "theirs.pub")]
    for each in refused:
        ran = workbench(*elsewhere(home), "bundle", "open", *each)
        assert (ran.code, bool(ran.err), (home / "other").exists()) == (2, True, False), each
    assert workbench(*elsewhere(home), "bundle", "open", case).code == 0


def test_the_key_that_signs_is_never_written_over(workbench, home, case):
    secret, _ = keys(home, "ours")
    before = secret.read_bytes()
    ran = workbench("bundle", "pack", secret, "--sign", secret, "--force")
    assert (ran.code, secret.read_bytes() == before) == (2, True), ran


def test_a_signature_over_another_manifest_does_not_hold(workbench, home, case):
    secret, public = keys(home)
    workbench("bundle", "pack", home / "one.zip", "--sign", secret)
    workbench("bundle", "pack", home / "two.zip", "--sign", secret, "--title", "Another")
    with zipfile.ZipFile(home / "one.zip") as one, zipfile.ZipFile(home / "two.zip") as two:
        swapped = (home / "two.zip").read_bytes().replace(two.read("manifest.sig"), one.read("manifest.sig"))
    (home / "swapped.zip").write_bytes(swapped)
    ran = workbench("bundle", "verify", home / "swapped.zip", "--signed-by", public)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_what_is_no_key_is_a_sentence(workbench, home, case):
    rsa = generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (home / "rsa.pem").write_bytes(rsa)
    (home / "text.pem").write_text("my key")
    for name, why in (("rsa.pem", "no Ed25519 key"), ("text.pem", "no private key"), ("nowhere.pem", "nowhere.pem")):
        ran = workbench("bundle", "pack", home / "new.zip", "--sign", home / name)
        assert (ran.code, why in ran.err, (home / "new.zip").exists()) == (2, True, False)


def test_nothing_to_pack_and_a_kept_file_are_sentences(workbench, home, case):
    assert "nothing was packed" in workbench("bundle", "pack", home / "no.zip", "--query", "zzzz").err
    assert workbench("bundle", "pack", home / "desk" / "workbench.db", "--force").code == 2
    assert "already" in workbench("bundle", "pack", case).err


def repacked(case: Path, change) -> Path:
    """Return the bundle with its claims changed and a manifest that lists them so: whole, and of another program."""
    with zipfile.ZipFile(case) as packed:
        files = {name: packed.read(name) for name in packed.namelist() if name != MANIFEST}
    report = json.loads(files[CLAIMS])
    change(report)
    files[CLAIMS] = json.dumps(report).encode()
    manifest = manifest_of({name: sha256(body).hexdigest() for name, body in files.items()})
    case.write_bytes(b"".join(parts([*files.items(), (MANIFEST, manifest)])))
    return case


def renamed(report: dict) -> None:
    report.update(schema=2, checks=report.pop("claims"))


def only_newer(report: dict) -> None:
    report["schema"] = 2


@pytest.mark.parametrize("change", [only_newer, renamed])
def test_a_whole_one_of_a_newer_workbench_says_so_and_adds_nothing(workbench, home, case, change):
    repacked(case, change)
    assert "is whole" in workbench("bundle", "verify", case).out
    ran = workbench(*elsewhere(home), "bundle", "open", case)
    assert (ran.code, ran.out) == (2, "")
    assert "case.zip is an export of a newer workbench: it is of version 2" in ran.err
    assert "Update the workbench." in ran.err
    assert not (home / "other").exists()
    assert workbench(*elsewhere(home), "claims", "--json").records == []


def test_claims_of_it_that_cannot_be_read_back_are_named_with_the_reason(workbench, home, case):
    def broken(report: dict) -> None:
        report["claims"][1]["kept"]["claim"] = {"id": "none"}
        report["claims"][2]["kept"]["schema"] = 2

    ran = workbench(*elsewhere(home), "bundle", "open", repacked(case, broken))
    assert ran.code == 1
    assert "2 cannot be read back." in ran.out
    assert "claim 2 of the bundle: The claim cannot be read back: " in ran.out
    assert "claim 3 of the bundle: The claim cannot be read back: it is an export of a newer workbench" in ran.out
    assert ran.out.count("Update the workbench.") == 1
