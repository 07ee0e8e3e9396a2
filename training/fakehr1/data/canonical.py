"""Canonicalisation: both classes go through one mill, drawn from the sample's index and never from its label.

Without it width, height and format alone tell the classes apart (AUC 0.88): generators write square PNG files,
cameras write large JPEG files. Every copy is cut to a frame drawn at random, scaled (never up) and encoded again.
"""
import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter, ImageOps

NARROWEST = 9 / 16                                          # short side of every cut, as a share of the long side of the picture
SMALLEST_CUT = 0.7                                          # of that narrowest cut: generators' fixed sizes are smeared
LONG_SIDES = (448, 1280)                                    # px, of the whole picture; drawn between them, log-uniform
UNSCALED = 2 / 7                                            # share of the copies
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


def frame(im: Image.Image, rng: np.random.Generator, cut: bool = True, sides: tuple[int, int] = LONG_SIDES,
          unscaled: float = UNSCALED) -> tuple[Image.Image, bool]:
    """The cut and the scale of one canonical copy -> picture, whether it was scaled.

    The cut has the height of a 16:9 frame of the picture's long side (or a little less), whatever its shape: squares
    (most generators) and photographs (3:2, 4:3) then come out alike in size and in how far they are scaled for the whole
    view. Sides are drawn from ranges: with fixed ones the probe of the copies' size stood at 0.74.
    cut: False keeps the frame (for pictures that are native crops already). sides, unscaled: as LONG_SIDES and UNSCALED.
    """
    w, h = im.size
    cw, ch = w, h
    if cut:
        side = max(w, h) * rng.uniform(SMALLEST_CUT, 1)
        short = round(side * NARROWEST)
        length = int(rng.integers(short, round(side) + 1))
        cw, ch = (length, short) if rng.random() < 0.5 else (short, length)
        cw, ch = min(w, cw), min(h, ch)
        x, y = int(rng.integers(0, w - cw + 1)), int(rng.integers(0, h - ch + 1))
        im = im.crop((x, y, x + cw, y + ch))
    target = float(np.exp(rng.uniform(*np.log(sides))))
    scaled = cut and rng.random() >= unscaled and target < max(w, h)
    if scaled:
        f = target / max(w, h)
        im = im.resize((max(1, round(cw * f)), max(1, round(ch * f))), FILTERS[rng.integers(len(FILTERS))])
    return im, scaled


def mill(im: Image.Image, rng: np.random.Generator, scaled: bool) -> Copy:
    """Blur and encodings of one canonical copy. What was not scaled is always encoded, else it would show its history."""
    if rng.random() < 0.08:
        im = im.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.2)))
    coding, quality = lottery(rng, 0.15 if scaled else 0.0)
    im = encode(im, coding, quality)
    if rng.random() < 0.2:
        coding, quality = lottery(rng, 0.0)
        im = encode(im, coding, quality)
    return Copy(np.asarray(im), coding, quality)


def canonical(im: Image.Image, rng: np.random.Generator, cut: bool = True, sides: tuple[int, int] = LONG_SIDES,
              unscaled: float = UNSCALED) -> Copy:
    """One canonical copy: frame, then mill."""
    im, scaled = frame(im, rng, cut, sides, unscaled)
    return mill(im, rng, scaled)
