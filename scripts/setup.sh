#!/usr/bin/env bash
# Makes this checkout ready: system libraries, then a virtual environment in .venv. Does nothing when all is in place.
#   scripts/setup.sh run     what the kiosk needs
#   scripts/setup.sh hub     that, and what an operator's hub needs
#   scripts/setup.sh test    all of it, and what the tests and checks need
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-run}
venv=.venv
constraints=packaging/constraints.txt

say() { printf '%s\n' "$@" >&2; }

# Ends with one sentence in English and the same in French.
give_up() {
    say "$1" "$2"
    exit 1
}

# Prints the names in the lists given, without comments, one a line.
names_in() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@"; }

# Prints the wanted packages that neither are installed nor stand provided under a newer name (libcups2t64 for libcups2).
missing_among() {
    dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' | awk -v wanted="$*" '
        $1 == "installed" {
            sub(/^installed /, "")
            count = split($0, names, /, */)
            for (i = 1; i <= count; i++) { sub(/[ (:].*/, "", names[i]); here[names[i]] = 1 }
        }
        END {
            count = split(wanted, names, /[ \n]+/)
            for (i = 1; i <= count; i++) if (names[i] != "" && !(names[i] in here)) print names[i]
        }'
}

# Installs the packages given, as root or through sudo.
install_packages() {
    local as_root=() log=build/setup-packages.log
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            as_root=(sudo)
        else
            give_up "Guichet needs system packages that only an administrator can install; ask for: apt-get install $*" \
                "Guichet a besoin de paquets du système que seul un administrateur peut installer; demandez : apt-get install $*"
        fi
    fi
    mkdir -p build
    say "Installing system packages: $*" "Installation de paquets du système : $*"
    # An update may fail for a repository that has nothing to do with us; the installation is what counts.
    "${as_root[@]}" apt-get update -qq >"$log" 2>&1 </dev/null || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        >>"$log" 2>&1 </dev/null || {
        tail -n 5 "$log" >&2
        give_up "The system packages could not be installed; check the network and read $log, then try again." \
            "Les paquets du système n’ont pas pu être installés; vérifiez le réseau et lisez $log, puis réessayez."
    }
}

require_packages() {
    local missing
    missing=$(missing_among "$@")
    # Package names hold no spaces: the words are meant to be split.
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing
}

# Where no browser can be had, the tests that open a page are skipped: that is no reason to give up.
offer_browser() {
    if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
        # shellcheck disable=SC2046
        (require_packages $(names_in packaging/system-packages-browser.txt)) ||
            say "There is no Chromium: the tests that open a page in it will be skipped." \
                "Il n’y a pas de Chromium : les tests qui y ouvrent une page seront passés."
    fi
}

system_libraries() {
    local lists=(packaging/system-packages.txt)
    [ "$purpose" = test ] && lists+=(packaging/system-packages-test.txt)
    if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
        # shellcheck disable=SC2046
        require_packages $(names_in "${lists[@]}")
        [ "$purpose" = run ] || offer_browser
    elif [ ! -d "$venv" ]; then
        say "This is not Debian or Ubuntu: install what ${lists[*]} names under your system’s own names." \
            "Ce système n’est ni Debian ni Ubuntu : installez ce que nomme ${lists[*]} sous les noms de votre système."
    fi
}

# Prints the first Python that is new enough and can make a virtual environment.
find_python() {
    local candidate
    for candidate in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' \
            >/dev/null 2>&1; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

# What the environment was made from: another answer means that it has to be made again.
state() { printf '%s\n' "$PWD"; cat pyproject.toml "$constraints"; }

install_with_pip() {
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint "$constraints" "$@" </dev/null ||
        give_up "The Python packages could not be fetched; check the network, then run the same command again." \
            "Les paquets Python n’ont pas pu être téléchargés; vérifiez le réseau, puis relancez la même commande."
}

virtual_environment() {
    local stamp="$venv/guichet-$purpose" now python
    now=$(state | cksum)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && "$venv/bin/python" -c '' 2>/dev/null; then
        return
    fi

    if ! python=$(find_python); then
        command -v apt-get >/dev/null && require_packages python3 python3-venv
        python=$(find_python) || give_up "Guichet needs Python 3.11 or newer, with its venv module." \
            "Guichet a besoin de Python 3.11 ou plus récent, avec son module venv."
    fi
    say "Preparing the Python environment (about 200 MB to fetch, once)." \
        "Préparation de l’environnement Python (environ 200 Mo à télécharger, une seule fois)."
    "$venv/bin/python" -c '' 2>/dev/null || "$python" -m venv --clear "$venv"
    # An environment copied from elsewhere would run the other one’s programs.
    [ "$("$venv/bin/python" -c 'import sys; print(sys.prefix)')" = "$PWD/$venv" ] || "$python" -m venv --clear "$venv"

    local project=(--no-build-isolation --editable .)
    [ "$purpose" = run ] || project=(--no-build-isolation --editable '.[hub]')
    [ "$purpose" = test ] && project+=(--group dev)
    install_with_pip 'pip>=25.1' # the first that reads dependency groups
    install_with_pip hatchling editables
    install_with_pip "${project[@]}"
    printf '%s\n' "$now" >"$stamp"
    # The tests’ environment is the hub’s and more, and that one the kiosk’s and more.
    [ "$purpose" = test ] && printf '%s\n' "$now" >"$venv/guichet-hub"
    [ "$purpose" = run ] || printf '%s\n' "$now" >"$venv/guichet-run"
}

case $purpose in
run | hub | test) ;;
*) give_up "Say what to set up: run, hub or test." "Dites quoi préparer : run, hub ou test." ;;
esac
system_libraries
virtual_environment
