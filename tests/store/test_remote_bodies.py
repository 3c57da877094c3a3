"""Evidence bodies in a store that several machines share: S3, or a folder that all of them have."""

from __future__ import annotations

import hashlib
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
from s3_server import BUCKET, KEYS

from tests.each import each
from workbench.core.errors import NoSuchRecordError, StoreError, WorkbenchError
from workbench.core.evidence import Snapshot
from workbench.core.settings.body_store import BodyStore, BodyStoreError, body_store
from workbench.store.bodies.bodies import LARGE
from workbench.store.bodies.remote_bodies import RemoteBodies
from workbench.store.bodies.snapshot_archive import Snapshots

AT = datetime(2026, 11, 1, tzinfo=UTC)
BODY, BIG = b'{"value": 91}', b"0123456789" * (LARGE // 10 + 1)


@pytest.fixture(scope="module", autouse=True)
def _s3fs() -> None:
    pytest.importorskip("s3fs", reason="s3fs is not installed: pip install 'claim-workbench[s3]'")


@pytest.fixture(params=["s3", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> BodyStore:
    """Return a store of each kind."""
    if request.param == "folder":
        return BodyStore(str(tmp_path / "shared"))
    return BodyStore(f"s3://{BUCKET}/desk", request.getfixturevalue("s3").endpoint)


def snapshot(body: bytes, **more: object) -> Snapshot:
    given = {
        "url": "https://office.example/a",
        "fetched": AT,
        "media_type": "application/json",
        "source": "office",
    } | more
    return Snapshot(id=hashlib.sha256(body).hexdigest(), size=len(body), **given)  # type: ignore[arg-type]


def archive(tmp_path: Path, store: BodyStore | None, name: str = "ana") -> Snapshots:
    (tmp_path / name).mkdir(exist_ok=True)
    return Snapshots(tmp_path / name, far=RemoteBodies(store) if store else None)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("body", [BODY, BIG], ids=["small", "large"])
def test_what_one_machine_keeps_another_reads_with_where_it_came_from(tmp_path, store, body):
    ana, bea = archive(tmp_path, store), archive(tmp_path, store, "bea")
    kept = ana.keep(snapshot(body), body)
    assert not [name for name in files(tmp_path / "ana") if "fetches" not in name], "nothing lies beside the database"
    assert bea.read(kept.id) == body
    assert bea.snapshot(kept.id) == kept
    assert (list(bea.faults()), bea.marks([kept.id]).keys()) == ([], {kept.id})
    assert [each.url for each in bea.fetches(kept.id)] == [kept.url]
    ana.keep(snapshot(body, fetched=datetime(2026, 11, 2, tzinfo=UTC)), body)
    assert ana.latest(kept.url, samples=False).fetched.day == 2


def test_names_in_the_store_are_the_hash(tmp_path, s3):
    ana = archive(tmp_path, BodyStore(f"s3://{BUCKET}/desk", s3.endpoint))
    key = ana.keep(snapshot(BODY), BODY).id
    packed = ana.keep(snapshot(BIG), BIG).id
    assert s3.objects[f"{BUCKET}/desk/{key[:2]}/{key[2:]}"] == BODY
    assert f"{BUCKET}/desk/{packed[:2]}/{packed[2:]}.gz" in s3.objects
    assert len(s3.under("desk/fetches/")) == 2
    before = len(s3.asked)
    ana.keep(snapshot(BODY), BODY)
    assert not [line for line in s3.asked[before:] if line.startswith("PUT")], "what is there is not written again"


def test_what_lay_beside_the_database_before_stays_readable(tmp_path, store):
    key = archive(tmp_path, None).keep(snapshot(BODY), BODY).id
    ana = archive(tmp_path, store)
    assert (ana.read(key), ana.holds(key), list(ana.faults())) == (BODY, True, [])
    (tmp_path / "ana" / key[:2] / key[2:]).write_bytes(b"changed")
    ana.keep(snapshot(BODY), BODY)
    assert ana.read(key) == BODY, "the copy in the store is whole"


def test_samples_stay_on_this_machine(tmp_path, store):
    ana, bea = archive(tmp_path, store), archive(tmp_path, store, "bea")
    key = ana.keep(snapshot(BODY, sample="figures of 2025"), BODY).id
    assert ana.read(key) == BODY
    with pytest.raises(NoSuchRecordError):
        bea.read(key)


@pytest.mark.parametrize(("change", "what"), [(b"other", "damaged"), (None, "missing")])
def test_what_was_changed_or_taken_out_is_found(tmp_path, s3, change, what):
    ana = archive(tmp_path, BodyStore(f"s3://{BUCKET}/desk", s3.endpoint))
    key = ana.keep(snapshot(BODY), BODY).id
    name = f"{BUCKET}/desk/{key[:2]}/{key[2:]}"
    s3.objects.pop(name) if change is None else s3.objects.update({name: change})
    assert [(fault.key, fault.what) for fault in ana.faults()] == [(key, what)]
    with pytest.raises(StoreError, match="no longer what was fetched" if change else "is missing"):
        ana.read(key)
    ana.keep(snapshot(BODY), BODY)
    assert list(ana.faults()) == []


def test_a_packed_body_that_is_cut_off_or_a_bomb_is_damaged(tmp_path, s3):
    ana = archive(tmp_path, BodyStore(f"s3://{BUCKET}/desk", s3.endpoint))
    key = ana.keep(snapshot(BIG), BIG).id
    name = f"{BUCKET}/desk/{key[:2]}/{key[2:]}.gz"
    for wrong in (s3.objects[name][:40], b"no gzip at all"):
        s3.objects[name] = wrong
        assert [fault.what for fault in ana.faults()] == ["damaged"]


def test_an_orphan_is_named_and_pruning_drops_what_is_old_everywhere(tmp_path, store):
    ana, bea = archive(tmp_path, store), archive(tmp_path, store, "bea")
    key = ana.keep(snapshot(BODY), BODY).id
    far = RemoteBodies(store)
    far.put("ab" * 32, b"no fetch knows it", None)
    assert [(fault.key, fault.what) for fault in bea.faults()] == [("ab" * 32, "orphan")]
    now = datetime(2027, 11, 1, tzinfo=UTC)
    assert dict(bea.aged(now))[key] == len(BODY)
    assert bea.drop([key], now) == {key}
    assert (ana.holds(key), bea.holds(key), far.snapshot_of(key)) == (False, False, None)


def test_databases_of_other_machines_are_known(tmp_path, store, monkeypatch):
    ana = archive(tmp_path, store)
    ana.use("/desk/ana.db")
    assert RemoteBodies(store).users() == [], "only what rests on a body is noted"
    ana.keep(snapshot(BODY), BODY)
    assert RemoteBodies(store).users() == ["/desk/ana.db"]
    here = socket.gethostname()
    monkeypatch.setattr(socket, "gethostname", lambda: "elsewhere")
    bea = archive(tmp_path, store, "bea")
    bea.use("/desk/bea.db")
    bea.keep(snapshot(BODY), BODY)
    bea.keep(snapshot(BIG), BIG)
    assert sorted(RemoteBodies(store).users()) == ["/desk/bea.db", f"{here}:/desk/ana.db"]
    server = archive(tmp_path, store, "cy")
    server.use("postgresql://ana@host/desk")
    server.keep(snapshot(BODY), BODY)
    assert "postgresql://ana@host/desk" in RemoteBodies(store).users()


def failing(tmp_path: Path, store: BodyStore) -> str:
    with pytest.raises(BodyStoreError) as caught:
        archive(tmp_path, store).keep(snapshot(BODY), BODY)
    told = f"{caught.value.message} {caught.value.hint}"
    assert not any(secret in told for secret in (KEYS["AWS_SECRET_ACCESS_KEY"], "desk:"))
    return caught.value.message


def test_a_store_that_fails_is_a_sentence(tmp_path, s3, monkeypatch):
    store = BodyStore(f"s3://{BUCKET}/desk", s3.endpoint)
    s3.refuses = True
    assert (
        failing(tmp_path, store)
        == f"The store of evidence {store.place} refuses: the keys are not known there, or may not do this."
    )
    s3.refuses, s3.fails = False, True
    assert "does not do what it is asked" in failing(tmp_path, store)
    s3.fails = False
    assert "has no such bucket" in failing(tmp_path, BodyStore("s3://nowhere/desk", s3.endpoint))
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}"
    assert failing(tmp_path, BodyStore(store.place, nobody)).endswith("does not answer.")
    assert "of a kind that is not known" in failing(tmp_path, BodyStore("carrier-pigeon://loft"))
    for name in KEYS:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert "was asked without keys" in failing(tmp_path, BodyStore(store.place, s3.endpoint))


@each(
    ("given", "why"),
    [
        ({"store": "bucket/desk"}, "no whole path"),
        ({"store": "s3://key:secret@bucket/desk"}, "holds a name, a key"),
        ({"store": "s3://bucket?secret=x"}, "holds a name, a key"),
        ({"store": 7}, "is no text"),
        ({"endpoint": "https://minio.example.org"}, "is missing"),
        ({"store": "s3://bucket", "endpoint": "minio"}, "is no address"),
        ({"stroe": "s3://bucket"}, "stroe"),
        ({"store": "s3://[bucket"}, "is no address"),
    ],
)
def test_a_table_that_names_no_store_is_said(given, why):
    with pytest.raises(WorkbenchError) as caught:
        body_store(given)
    told = f"{caught.value.message} {caught.value.hint}"
    assert why in told
    assert "secret@" not in told


def test_a_folder_for_bodies_is_a_setting_and_without_one_there_is_none():
    assert body_store({}) is None
    assert body_store({"store": "/mnt/team/bodies"}) == BodyStore("/mnt/team/bodies")
