"""What phones, editors and screens do to pictures: none of it makes a picture AI's.

Asked of the finished model (`python -m training.evaluate --conditions denoised ...`): real pictures must stay real.
"""
import numpy as np
from PIL import Image, ImageEnhance, ImageFilter


def denoised(im: Image.Image, rng: np.random.Generator) -> Image.Image:
    return im.filter(ImageFilter.MedianFilter(3))


def sharpened(im: Image.Image, rng: np.random.Generator) -> Image.Image:
    return im.filter(ImageFilter.UnsharpMask(rng.uniform(0.8, 2.5), int(rng.integers(60, 200)), 0))


def hdr(im: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Local contrast, as HDR modes have it."""
    x, blurred = np.asarray(im, np.float32), np.asarray(im.filter(ImageFilter.GaussianBlur(12)), np.float32)
    return Image.fromarray(np.clip(x + rng.uniform(0.2, 0.6) * (x - blurred), 0, 255).astype(np.uint8))


def smoothed(im: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Beauty filters take the fine scale back."""
    return Image.blend(im, im.filter(ImageFilter.GaussianBlur(rng.uniform(1, 2.5))), rng.uniform(0.3, 0.8))


def enlarged(im: Image.Image, rng: np.random.Generator) -> Image.Image:
    """A quarter of the picture at its full size."""
    w, h = im.size
    x, y = int(rng.integers(0, w // 2 + 1)), int(rng.integers(0, h // 2 + 1))
    return im.crop((x, y, x + w // 2, y + h // 2)).resize((w, h), Image.BICUBIC if rng.random() < 0.5 else Image.LANCZOS)


GRAIN = 8.0              # standard deviation, grey levels
FRAME, BAR = 0.06, 0.10  # share of the height: border of a screenshot, and its title bar


def grained(im: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Film grain: the same noise in all channels, a little coarser than a pixel."""
    w, h = im.size
    noise = np.asarray(Image.fromarray(rng.normal(0, GRAIN, ((h + 1) // 2, (w + 1) // 2)).astype(np.float32)).resize((w, h), Image.BILINEAR))
    return Image.fromarray(np.clip(np.asarray(im, np.float32) + noise[..., None], 0, 255).astype(np.uint8))


def grey(im: Image.Image, rng: np.random.Generator) -> Image.Image:
    return ImageEnhance.Contrast(im.convert('L')).enhance(1.15).convert('RGB')


def framed(im: Image.Image, rng: np.random.Generator) -> Image.Image:
    """A screenshot of a viewer: a plain border and a title bar."""
    w, h = im.size
    edge, bar = round(h * FRAME), round(h * BAR)
    out = Image.new('RGB', (w + 2 * edge, h + edge + bar), (242, 242, 244))
    out.paste((52, 58, 70), (0, 0, w + 2 * edge, bar))
    out.paste(im, (edge, bar))
    return out


HARD_REAL = dict(denoised=denoised, sharpened=sharpened, hdr=hdr, smoothed=smoothed, enlarged=enlarged, grained=grained, grey=grey, framed=framed)
