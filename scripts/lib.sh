# What the scripts share. Source it: . "$(dirname -- "$0")/lib.sh"
# shellcheck shell=bash

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

# Says what is being done, on standard error.
say() { printf '== %s\n' "$*" >&2; }

# Says what went wrong and ends the script.
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Makes a Python environment in .venv with the given packages. It stays for the next run.
python_environment() {
    python3 -c 'import ensurepip, venv' 2>/dev/null || "$root/scripts/install-requirements" python3 python3-venv
    [[ -x $root/.venv/bin/pip ]] || python3 -m venv "$root/.venv"
    "$root/.venv/bin/pip" install --quiet --disable-pip-version-check "$@"
}
