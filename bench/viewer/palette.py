"""Screenshots made small: PNG files of 256 colours, chosen by how much of the picture they fill."""

import base64
import json
import struct
import zlib

from playwright.sync_api import Page

# The picture's pixels as numbers of colours, and those colours: 256 of 32,768 even cells of the colour space, each the
# mean of what lies in it; what lies in none of them takes the nearest.
CHOOSE = """async (source) => {
  const image = new Image(); image.src = source; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const cell = (at) => (data[at] >> 3 << 10) | (data[at + 1] >> 3 << 5) | (data[at + 2] >> 3);
  const sums = Array.from({ length: 32768 }, () => [0, 0, 0, 0]);
  for (let at = 0; at < data.length; at += 4) {
    const sum = sums[cell(at)];
    sum[0] += data[at]; sum[1] += data[at + 1]; sum[2] += data[at + 2]; sum[3] += 1;
  }
  const colour = ([red, green, blue, count]) => [red, green, blue].map((part) => Math.round(part / count));
  const used = [...sums.keys()].filter((key) => sums[key][3]).sort((x, y) => sums[y][3] - sums[x][3]);
  const colours = used.slice(0, 256).map((key) => colour(sums[key]));
  const far = (one, other) => one.reduce((total, part, n) => total + (part - other[n]) ** 2, 0);
  const nearer = (one) => (best, other, n) => (far(one, other) < far(one, colours[best]) ? n : best);
  const number = new Map(used.map((key) => [key, colours.reduce(nearer(colour(sums[key])), 0)]));
  let text = "";
  for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(number.get(cell(at)));
  return JSON.stringify({ width: image.width, height: image.height, colours, pixels: btoa(text) });
}"""


def small(page: Page, png: bytes) -> bytes:
    """Return a PNG with a palette; any page of a browser does the counting."""
    picture = json.loads(page.evaluate(CHOOSE, f"data:image/png;base64,{base64.b64encode(png).decode()}"))
    width, height, pixels = picture["width"], picture["height"], base64.b64decode(picture["pixels"])
    rows = b"".join(b"\0" + pixels[n * width : (n + 1) * width] for n in range(height))
    parts = (
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        chunk(b"PLTE", bytes(part for colour in picture["colours"] for part in colour)),
        chunk(b"IDAT", zlib.compress(rows, 9)),
        chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def chunk(name: bytes, data: bytes) -> bytes:
    """Return one part of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
