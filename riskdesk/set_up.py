"""Makes, refreshes or repairs the virtual environment that riskdesk runs in.

Called by riskdesk.sh and riskdesk.cmd when none of the places they know is ready:

    python riskdesk/set_up.py LOCK PLACE [PLACE...]

The first PLACE that can be written to is used. It is ready when PLACE/set-up/ holds an exact copy of LOCK.
That copy comes last, so the next start takes up a set-up that was broken off anywhere. Needs only the standard
library.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import IO

HERE = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"
# The oldest glibc that the locked PySide6 has wheels for, by machine.
OLDEST_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}

# What of Qt the program uses; ldd on these files tells which system libraries are missing.
QT_FILES = (
    "lib/libQt6PdfWidgets.so.6",
    "lib/libQt6SvgWidgets.so.6",
    "lib/libQt6PrintSupport.so.6",
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqwayland.so",
    "plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "plugins/xcbglintegrations/*.so",
    "plugins/platforminputcontexts/*.so",
    "plugins/platformthemes/libqxdgdesktopportal.so",
    "plugins/imageformats/libq[jgs]*.so",
    "plugins/iconengines/libqsvgicon.so",
    "plugins/printsupport/*.so",
)
# Debian's and Ubuntu's package for each library that those files may miss.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


class SetUpError(Exception):
    """Set-up cannot go on; says why and what to do in Chinese and in English, and the command to run if any."""


def say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)


def main(arguments: list[str]) -> int:
    lock, places = HERE / arguments[0], [Path(place) for place in arguments[1:]]
    for stream in (sys.stdout, sys.stderr):
        # A redirected Windows console may know no Chinese.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - the one place that meets older ones
            raise SetUpError(
                f"需要 Python 3.11 或更高版本，这里是 {platform.python_version()}。",
                f"Python 3.11 or newer is needed; this is {platform.python_version()}.",
            )
        place, held = hold_place(places)
        with held:
            if not is_stamped(place, lock):
                set_up(place, lock, held)
    except SetUpError as error:
        say(*error.args)
        return 1
    except KeyboardInterrupt:
        say("已中断，下次启动会继续。", "Broken off; the next start takes it up again.")
        return 130
    return 0


def hold_place(places: list[Path]) -> tuple[Path, IO[str]]:
    """Returns the first place that can be written to, and its lock file, locked until it is closed."""
    for place in places:
        try:
            (place / "set-up").mkdir(parents=True, exist_ok=True)
            held = (place / "set-up" / "lock").open("w")
        except OSError:
            continue
        lock_file(held)
        return place, held
    folders = ", ".join(map(str, places))
    raise SetUpError(f"这些位置都不可写：{folders}", f"None of these places can be written to: {folders}")


def lock_file(held: IO[str]) -> None:
    """Waits until no other start is setting up the same place."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)
                return
            except OSError:  # gives up by itself after ten seconds
                continue
    else:
        import fcntl

        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("另一个窗口正在安装，请稍候。", "Another start is setting up; waiting for it.")
            fcntl.flock(held, fcntl.LOCK_EX)


def python_of(place: Path) -> Path:
    return place / "Scripts" / "python.exe" if WINDOWS else place / "bin" / "python"


def is_stamped(place: Path, lock: Path) -> bool:
    stamp = place / "set-up" / lock.name
    return stamp.is_file() and stamp.read_bytes() == lock.read_bytes() and is_intact(place)


def is_intact(place: Path) -> bool:
    """Tells whether the environment was completed and the interpreter it was made with is still there."""
    python, interpreter = python_of(place), place / "set-up" / "interpreter"
    if (place / "set-up" / "unfinished").exists() or not python.exists():
        return False
    if interpreter.is_file() and interpreter.read_text(encoding="utf-8").strip() != os.path.realpath(python):
        return False
    return subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0


def set_up(place: Path, lock: Path, held: IO[str]) -> None:
    say(
        f"正在安装 riskdesk 需要的组件到 {place}，大约需要一分钟。",
        f"Setting up what riskdesk needs in {place}; this takes about a minute.",
    )
    unfinished = place / "set-up" / "unfinished"
    if not is_intact(place):
        make_environment(place, unfinished)
    unfinished.touch()
    install(place, lock, held)
    unfinished.unlink()
    if sys.platform == "linux":
        provide_libraries(missing_libraries(place))
    # The lock of the tests holds all of the program's, so it serves for both.
    locks = {lock, HERE / "requirements.lock"}
    (place / "set-up" / "interpreter").write_text(f"{os.path.realpath(python_of(place))}\n", encoding="utf-8")
    for file in locks:
        shutil.copyfile(file, place / "set-up" / file.name)


def make_environment(place: Path, unfinished: Path) -> None:
    """Makes the environment anew: what a broken-off pip leaves can look complete to the next pip."""
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        provide_packages(["python3-venv"])
        importlib.invalidate_caches()
    unfinished.touch()
    for entry in place.iterdir():
        if entry.name == "set-up":
            for stamp in entry.iterdir():
                if stamp.name not in ("lock", "unfinished"):
                    stamp.unlink()
        elif entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    venv.create(place, with_pip=True, symlinks=not WINDOWS)


def install(place: Path, lock: Path, held: IO[str]) -> None:
    """Installs exactly what the lock names, checked by its hashes; pip's own settings say where from."""
    command = [str(python_of(place)), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", "--requirement", str(lock)]
    if not sys.stdout.isatty():
        command.append("--quiet")
    # pip inherits the lock: it stays held until pip has ended, even if this process is killed.
    inherited = () if WINDOWS else (held.fileno(),)
    if subprocess.run(command, pass_fds=inherited).returncode:
        hint = glibc_hint()
        raise SetUpError(
            f"依赖没有装成，原因见上。{hint[0]}处理后请重新启动。",
            f"The dependencies could not be installed; see above. {hint[1]}Start again when that is solved.",
        )


def glibc_hint() -> tuple[str, str]:
    """Says in both languages that this system is too old for Qt, if so: pip only says 'no distribution'."""
    name, version = platform.libc_ver()
    oldest = OLDEST_GLIBC.get(platform.machine())
    if name != "glibc" or not oldest or tuple(map(int, version.split(".")[:2])) >= oldest:
        return "", ""
    needed = ".".join(map(str, oldest))
    return (
        f"本机 glibc {version} 太旧，Qt 需要 {needed} 以上。",
        f"Its glibc {version} is too old: Qt needs {needed} or newer. ",
    )


def missing_libraries(place: Path) -> list[str]:
    """Returns the names of the system libraries that Qt's files would not find, e.g. libGL.so.1."""
    (qt,) = place.glob("lib/python*/site-packages/PySide6/Qt")
    files = [file for pattern in QT_FILES for file in sorted(qt.glob(pattern))]
    answer = subprocess.run(["ldd", *files], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout
    return sorted({line.split()[0] for line in answer.splitlines() if line.endswith("=> not found")})


def provide_libraries(libraries: list[str]) -> None:
    """Installs the packages of these libraries, or says how to.

    Raises:
        SetUpError: with the one command to run, or the names of the libraries where that is not known.
    """
    if not libraries:
        return
    unknown = [name for name in libraries if name not in DEBIAN_PACKAGES]
    if shutil.which("apt-get") and not unknown:
        provide_packages(sorted({DEBIAN_PACKAGES[name] for name in libraries}))
        return
    names = " ".join(libraries)
    if shutil.which("dnf"):
        names = f"sudo dnf install {' '.join(repr(name + '()(64bit)') for name in libraries)}"
    raise SetUpError(
        "缺少 Qt 需要的系统库，请安装后重新启动：",
        "System libraries that Qt needs are missing; please install them and start again:",
        f"  {names}",
    )


def provide_packages(packages: list[str]) -> None:
    """Installs Debian packages when this is root.

    Raises:
        SetUpError: with the command to run, when this is not root or the command failed.
    """
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and os.geteuid() == 0:
        say(f"正在安装系统库：{' '.join(packages)}", "Installing system libraries.")
        quiet = [*command[:2], "-qq", *command[2:]]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for attempt in (quiet, ["apt-get", "update", "-qq"], quiet):
            last = subprocess.run(attempt, env=environment, stdout=subprocess.DEVNULL).returncode
            if attempt is quiet and last == 0:
                return
    raise SetUpError(
        "缺少系统软件包，请运行下面这条命令后重新启动：",
        "System packages are missing; please run this command and start again:",
        f"  sudo {' '.join(command)}",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
