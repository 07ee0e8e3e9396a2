"""Canonicalisation: both classes go through one mill, drawn from the sample's index and never from its label.

Without it width, height and format alone tell the classes apart (AUC 0.88): generators write square PNG files,
cameras write large JPEG files. Every copy is scaled (never up), cut to an aspect drawn at random and encoded again.
"""
import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter, ImageOps

ASPECTS = (1.0, 1.0, 4 / 3, 3 / 2, 16 / 9, 3 / 4, 2 / 3)   # width / height of the cut, drawn for both classes alike
SHORT_SIDES = (0, 0, 1024, 768, 640, 512, 400)              # px; 0 = as it is
FILTERS = (Image.BILINEAR, Image.BICUBIC, Image.LANCZOS, Image.BOX)
MAX_SIDE = 4096                                             # px; larger originals are halved first, for time
Image.MAX_IMAGE_PIXELS = 200_000_000


@dataclass(frozen=True)
class Copy:
    """A canonical copy, uint8 [H, W, 3], and how it was made (for the leak probe)."""
    rgb: np.ndarray
    coding: str
    quality: int


def open_rgb(path: str) -> Image.Image:
    """Opens a picture as RGB with EXIF rotation applied and alpha over white, as the worker decodes it."""
    im = Image.open(path)
    if im.format == 'JPEG' and max(im.size) > MAX_SIDE:
        im.draft('RGB', (im.size[0] // 2, im.size[1] // 2))
    im = ImageOps.exif_transpose(im)
    if im.mode in ('RGBA', 'LA', 'PA') or (im.mode == 'P' and 'transparency' in im.info):
        im = im.convert('RGBA')
        white = Image.new('RGBA', im.size, (255, 255, 255, 255))
        im = Image.alpha_composite(white, im)
    return im.convert('RGB')


def encode(im: Image.Image, coding: str, quality: int) -> Image.Image:
    if coding == 'png':
        return im
    buffer = io.BytesIO()
    if coding == 'jpeg':
        im.save(buffer, 'JPEG', quality=quality, subsampling=2 if quality < 92 else 0)
    else:
        im.save(buffer, 'WEBP', quality=quality, method=2)
    return Image.open(io.BytesIO(buffer.getvalue())).convert('RGB')


def lottery(rng: np.random.Generator, lossless: float = 0.15) -> tuple[str, int]:
    u = rng.random()
    if u < lossless:
        return 'png', 100
    if u < lossless + (1 - lossless) * 0.72:
        return 'jpeg', int(rng.integers(50, 99))
    return 'webp', int(rng.integers(50, 96))


def canonical(im: Image.Image, rng: np.random.Generator, cut: bool = True) -> Copy:
    """One canonical copy. An unscaled copy is always encoded again, else it would show the history of its file.

    cut: False keeps the frame (for pictures that are native crops already).
    """
    w, h = im.size
    aspect = ASPECTS[rng.integers(len(ASPECTS))] * np.exp(rng.normal(0, 0.05))
    cw, ch = (w, int(w / aspect)) if w / h < aspect else (int(h * aspect), h)
    cw, ch = max(32, min(w, cw)), max(32, min(h, ch))
    x, y = int(rng.integers(0, w - cw + 1)), int(rng.integers(0, h - ch + 1))
    side = SHORT_SIDES[rng.integers(len(SHORT_SIDES))]
    if cut:
        im = im.crop((x, y, x + cw, y + ch))
    else:
        cw, ch = w, h
    scaled = 0 < side < min(cw, ch)
    if scaled:
        f = side / min(cw, ch)
        im = im.resize((max(1, round(cw * f)), max(1, round(ch * f))), FILTERS[rng.integers(len(FILTERS))])
    if rng.random() < 0.08:
        im = im.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.2)))
    coding, quality = lottery(rng, 0.15 if scaled else 0.0)
    im = encode(im, coding, quality)
    if rng.random() < 0.2:
        coding, quality = lottery(rng, 0.0)
        im = encode(im, coding, quality)
    return Copy(np.asarray(im), coding, quality)
