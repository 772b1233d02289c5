#!/bin/sh
# Sets riskdesk up where that has not been done yet, and starts it (riskdesk.cmd is its twin for Windows):
#   ./riskdesk.sh            the window; where there is no display, the tour into ./out
#   ./riskdesk.sh test       all checks and tests, without a display; further words go to pytest
#   ./riskdesk.sh WORDS...   the command line, e.g. ./riskdesk.sh print checklist HQ-D-2026-0001 -o drill.pdf
set -u

here=$(dirname -- "$(readlink -f -- "$0")")
if [ "$(uname)" = Darwin ]; then
  data="$HOME/Library/Application Support"
else
  data=${XDG_DATA_HOME:-${HOME:-$here}/.local/share}
fi
# The second place serves a checkout that the user may not write to.
first=$here/.venv second=$data/riskdesk/venv
lock=requirements.lock
[ "${1:-}" = test ] && lock=requirements-dev.lock

# True if the environment in $1 holds what the lock asks for and its interpreter is still the one it was made with.
ready() {
  [ -x "$1/bin/python" ] && cmp -s -- "$here/$lock" "$1/set-up/$lock" &&
    read -r interpreter 2>/dev/null <"$1/set-up/interpreter" &&
    [ "$(readlink -f -- "$1/bin/python")" = "$interpreter" ] && venv=$1
}

# Prints the command of a Python that is new enough.
find_python() {
  for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  echo '没有找到 Python 3.11 或更高版本，请先安装（Debian、Ubuntu：apt-get install python3 python3-venv）。' >&2
  echo 'Python 3.11 or newer was not found; please install it (Debian, Ubuntu: apt-get install python3 python3-venv).' >&2
  return 1
}

if ! ready "$first" && ! ready "$second"; then
  python=$(find_python) || exit 1
  "$python" -I "$here/riskdesk/set_up.py" "$lock" "$first" "$second" || exit
  if ! ready "$first" && ! ready "$second"; then
    echo "set-up left no environment in $first or $second" >&2
    exit 1
  fi
fi

# The program is found from any working directory; -P keeps files of that directory from shadowing modules.
PYTHONPATH=$here${PYTHONPATH:+:$PYTHONPATH}
export PYTHONPATH

if [ "${1:-}" = test ]; then
  exec "$venv/bin/python" -P "$here/tests/check.py" "$@"
fi
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname)" != Darwin ]; then
  if [ $# = 0 ]; then
    echo '这里没有显示器，改为把每个页面存成 PNG、每种表单存成 PDF，放进 ./out。'
    echo 'There is no display here, so every page is saved as PNG and every form as PDF into ./out instead.'
    set -- --tour out
  fi
  [ "$1" = --tour ] && QT_QPA_PLATFORM=offscreen && export QT_QPA_PLATFORM
fi
exec "$venv/bin/python" -P -m riskdesk "$@"
