"""Writes training/golden/*.json: what the Python image maths makes of seeded pictures.

The worker's twins (workers/image/*.ts) are held to these numbers: pixels and places exactly, measurements to 1e-6.
`python -m training.make_golden` rewrites them; training/tests/test_golden.py fails when they are out of date.
"""
import base64
import json
from pathlib import Path

import numpy as np

from training.fakehr1.image.measure import IDS, measure
from training.fakehr1.image.synthetic import synthetic
from training.fakehr1.image.views import SLOW_CROPS, make_views
from training.fakehr1.vision.trunk_graph import Layout, unpack

FOLDER = Path(__file__).parent / 'golden'
# seed, width, height: as it is; wider than high; padded both ways; several places; padded to seven times its height;
# scaled up in one direction only; large enough that the squashed view averages many pixels; then both sides of the
# limits where Pillow 13 changes the order of its passes.
CASES = ((1, 224, 224), (2, 300, 200), (3, 100, 150), (4, 640, 480), (5, 1000, 37), (6, 224, 500), (7, 1025, 769), (8, 235, 352), (9, 140, 352), (10, 300, 377), (11, 300, 376))
SAMPLES = 64    # pixels of the whole view written out, so that a failure shows more than a hash


def fnv1a(data: np.ndarray) -> int:
    """32 bit FNV-1a of the bytes."""
    h = 0x811C9DC5
    for b in data.tobytes():
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return h


def golden(seed: int, width: int, height: int) -> dict:
    """Everything the worker's twins must reproduce for one picture."""
    rgb = synthetic(seed, width, height)
    views = make_views(rgb, SLOW_CROPS)
    flat = views.whole.reshape(-1)
    return {
        'seed': seed, 'width': width, 'height': height,
        'input': fnv1a(rgb),
        'whole': fnv1a(views.whole),
        'wholeSamples': [int(flat[i * 2351 % len(flat)]) for i in range(SAMPLES)],
        'positions': views.positions.tolist(),
        'textures': views.textures.tolist(),
        'crops': [fnv1a(c) for c in views.crops],
        'measurements': dict(zip(IDS, measure(views).tolist())),
    }


def unpacked() -> dict:
    """Two products of packed weights (one channel all zero, scales of both signs and a subnormal one) and what they unpack to."""
    rng, layout, raw = np.random.default_rng(5), Layout(), bytearray()
    for rows, columns in ((5, 64), (3, 96)):
        packed = rng.integers(0, 256, rows * columns // 2, dtype=np.uint8)
        packed[:columns // 2] = 0x88       # the first channel: code 8 is zero
        scales = rng.normal(0, 0.01, rows * columns // 32).astype(np.float16)
        scales[-1] = 3e-7
        at = len(raw)
        even = rng.uniform(0.2, 5, columns).astype(np.float32)
        raw += packed.tobytes() + scales.tobytes() + b'\0' * (-(len(raw) + len(packed) + scales.nbytes) % 4)
        layout.add(rows, columns, at, at + len(packed), len(raw) if columns == 64 else None)
        raw += even.tobytes()
    out = unpack(bytes(raw), layout.products, layout.end)
    return dict(layout=dict(location='trunk.int8', length=layout.end, products=layout.products, **{'from': 'packed'}),
                packed=base64.b64encode(raw).decode(), unpacked=base64.b64encode(out).decode())


def files() -> dict[str, str]:
    """File name to content, for all cases."""
    return ({f'{w}x{h}.json': json.dumps(golden(s, w, h), indent=1) + '\n' for s, w, h in CASES}
            | {'unpack.json': json.dumps(unpacked(), indent=1) + '\n'})


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text)
        print(FOLDER / name)


if __name__ == '__main__':
    main()
