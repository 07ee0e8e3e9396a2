"""Resampling: Pillow's BILINEAR (antialiased triangle filter, 8 bit fixed point).

The worker carries its own implementation of exactly this filter (workers/image/resample.ts), bit for bit, because a
browser's canvas resizes differently on every platform and the detector looks at faint traces.
"""
import numpy as np
from PIL import Image


def resize(rgb: np.ndarray, width: int, height: int) -> np.ndarray:
    """Resizes uint8 [H, W, 3] to uint8 [height, width, 3]."""
    if rgb.shape[0] == height and rgb.shape[1] == width:
        return rgb
    return np.asarray(Image.fromarray(rgb).resize((width, height), Image.BILINEAR))
