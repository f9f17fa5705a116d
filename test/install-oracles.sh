#!/usr/bin/env bash
# Installs the independent tools that the tests compare us with (Debian). Safe to run again.
set -euo pipefail

packages=(
  ghostscript      # plates (tiffsep), a first renderer
  qpdf             # xref and stream syntax
  poppler-utils    # boxes, fonts, text, a second renderer
  mupdf-tools      # a third renderer and text extractor
  zbar-tools       # reads the QR codes back
  liblcms2-utils   # transicc, the ground truth of colour
  python3-pikepdf  # an independent PDF parser, for mutations
  chromium         # draws our SVG as a browser does
  libxml2-utils    # well-formedness of XMP and SVG
  icc-profiles-free # profiles of screens and grays, as pictures embed them
  python3-openpyxl # writes and reads XLSX as others do
  python3-odf      # writes and reads ODS as others do
  redis-server     # the queue, started by its own tests on a free loopback port
)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
