#!/usr/bin/env python3
"""draw-icons.py: draws color.png (192 x 192) and outline.png (32 x 32) beside itself: a padlock inside an arrow that turns back.

Only the standard library is used, so that the icons can be drawn again anywhere. Each pixel is the mean of several samples.
"""
import math
import pathlib
import struct
import zlib

BLUE = (27, 79, 156)
WHITE = (255, 255, 255)
SAMPLES = 6


def ring(x, y, radius, width):
    return abs(math.hypot(x, y) - radius) <= width / 2


def box(x, y, half_width, half_height, corner):
    dx, dy = max(abs(x) - half_width + corner, 0), max(abs(y) - half_height + corner, 0)
    return abs(x) <= half_width and abs(y) <= half_height and math.hypot(dx, dy) <= corner


def arrow(x, y, width):
    """Most of a circle, open at the upper right, with a head that points on clockwise."""
    angle = math.degrees(math.atan2(y, x)) % 360
    if 300 < angle < 352:
        head = math.radians(300)
        hx, hy = 0.8 * math.cos(head), 0.8 * math.sin(head)
        along = -(x - hx) * math.sin(head) + (y - hy) * math.cos(head)
        across = (x - hx) * math.cos(head) + (y - hy) * math.sin(head)
        length = 0.4
        return 0 <= along <= length and abs(across) <= 0.26 * (1 - along / length)
    return ring(x, y, 0.8, width)


def padlock(x, y, width):
    shackle = y <= -0.06 and (ring(x, y + 0.14, 0.2, width) if y <= -0.14 else abs(abs(x) - 0.2) <= width / 2)
    body = box(x, y - 0.14, 0.34, 0.24, 0.07)
    hole = math.hypot(x, y - 0.09) <= 0.07 or (abs(x) <= 0.035 and 0.09 <= y <= 0.24)
    return (shackle or body) and not hole


def coverage(size, scale, width):
    """How much of each pixel the symbol covers, 0 to 1."""
    rows = []
    for row in range(size):
        line = []
        for column in range(size):
            hits = 0
            for sample in range(SAMPLES * SAMPLES):
                x = ((column + (sample % SAMPLES + 0.5) / SAMPLES) / size * 2 - 1) / scale
                y = ((row + (sample // SAMPLES + 0.5) / SAMPLES) / size * 2 - 1) / scale
                hits += arrow(x, y, width) or padlock(x, y, width)
            line.append(hits / SAMPLES**2)
        rows.append(line)
    return rows


def png(pixels):
    size = len(pixels)
    raw = b"".join(b"\0" + b"".join(bytes(pixel) for pixel in row) for row in pixels)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def blend(share):
    return tuple(round(back + (front - back) * share) for back, front in zip(BLUE, WHITE)) + (255,)


here = pathlib.Path(__file__).resolve().parent
(here / "color.png").write_bytes(png([[blend(share) for share in row] for row in coverage(192, 0.62, 0.13)]))
(here / "outline.png").write_bytes(png([[WHITE + (round(255 * share),) for share in row] for row in coverage(32, 0.98, 0.15)]))
