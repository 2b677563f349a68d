#!/bin/sh
# Bring what a Debian needs before the program runs: Qt's system libraries, a Chinese font, venv.
# Asks the package manager only for what is not there, and the network only then.
set -eu

python=${1:-python3}

if ! command -v "$python" >/dev/null 2>&1; then
    echo "需要 Python 3.11 或更高版本：找不到 $python。" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "需要 Python 3.11 或更高版本，现有的是 $("$python" --version)。" >&2
    exit 1
fi
[ "$(uname -s)" = Linux ] || exit 0

wanted=""
libraries=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null || true)

need_library() { # need_library FILE PACKAGE
    case "$libraries" in
        *"$1 "*) ;;
        *) wanted="$wanted $2" ;;
    esac
}

need_library libglib-2.0.so.0 libglib2.0-0
need_library libEGL.so.1 libegl1
need_library libGL.so.1 libgl1
need_library libdbus-1.so.3 libdbus-1-3
need_library libfontconfig.so.1 libfontconfig1
need_library libbrotlidec.so.1 libbrotli1
need_library libxkbcommon.so.0 libxkbcommon0
need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
need_library libxcb-cursor.so.0 libxcb-cursor0
need_library libxcb-icccm.so.4 libxcb-icccm4
need_library libxcb-keysyms.so.1 libxcb-keysyms1
need_library libxcb-randr.so.0 libxcb-randr0
need_library libxcb-shape.so.0 libxcb-shape0

if ! command -v fc-list >/dev/null 2>&1; then
    wanted="$wanted fontconfig fonts-noto-cjk"
elif [ -z "$(fc-list :lang=zh-cn family)" ]; then
    wanted="$wanted fonts-noto-cjk"
fi
# Debian keeps ensurepip in a package of its own.
"$python" -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"
# Without a screen the window opens on a virtual one.
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && ! command -v xvfb-run >/dev/null 2>&1; then
    wanted="$wanted xvfb xauth"
fi

# RAR archives are unpacked by one of these. Where there is none, the program says so.
if ! command -v unrar >/dev/null && ! command -v unar >/dev/null && ! command -v bsdtar >/dev/null
then
    command -v apt-get >/dev/null && wanted="$wanted libarchive-tools"
fi

[ -n "$wanted" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "缺少系统组件（Debian 的包名）：$wanted" >&2
    echo "本机没有 apt-get，请用系统自带的软件管理工具安装后再试。" >&2
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "缺少系统组件，安装需要管理员权限，而本机没有 sudo。请由管理员执行：" >&2
        echo "    apt-get update && apt-get install --no-install-recommends$wanted" >&2
        exit 1
    fi
    as_root="sudo"
fi
echo "安装系统组件：$wanted"
$as_root apt-get update -qq || echo "软件源没有全部更新成功，继续尝试安装。" >&2
# shellcheck disable=SC2086 # one word a package
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted
