#!/usr/bin/env python3
"""package.py APP-ID HOST OUT.zip: makes the package that Teams takes, with your bot's app id and the host name of its public address."""
import pathlib
import sys
import uuid
import zipfile

PLACEHOLDER_ID = "00000000-0000-0000-0000-000000000000"
PLACEHOLDER_HOST = "resetbot.example.com"
here = pathlib.Path(__file__).resolve().parent


def main(app_id, host, out):
    app_id = str(uuid.UUID(app_id))
    if "/" in host or "." not in host:
        raise ValueError(f"HOST is a host name without https://; found '{host}'")
    manifest = (here / "manifest.json").read_text("utf-8").replace(PLACEHOLDER_ID, app_id).replace(PLACEHOLDER_HOST, host)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("manifest.json", manifest)
        for name in ("sv.json", "color.png", "outline.png"):
            package.write(here / name, name)
    print(f"{out} is made for {app_id} on {host}")


if len(sys.argv) != 4:
    sys.exit(__doc__)
try:
    main(*sys.argv[1:])
except ValueError as fault:
    sys.exit(str(fault))
