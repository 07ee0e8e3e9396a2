"""Writes training/golden/*.json: what the Python image maths makes of seeded pictures.

The worker's twins (workers/image/*.ts) are held to these numbers: pixels and places exactly, measurements to 1e-6.
`python -m training.make_golden` rewrites them; training/tests/test_golden.py fails when they are out of date.
"""
import base64
import json
from pathlib import Path

import numpy as np
import onnxruntime as ort

from training.fakehr1.image.measure import IDS, measure
from training.fakehr1.image.synthetic import synthetic
from training.fakehr1.image.views import SLOW_CROPS, make_views
from training.fakehr1.pipeline import nchw
from training.fakehr1.vision.model import VIEW_STATE, VIEWS
from training.fakehr1.vision.trunk_graph import integer

FOLDER = Path(__file__).parent / 'golden'
# seed, width, height: as it is; wider than high; padded both ways; several places; padded to seven times its height;
# scaled up in one direction only; large enough that the squashed view averages many pixels; then both sides of the
# limits where Pillow 13 changes the order of its passes.
CASES = ((1, 224, 224), (2, 300, 200), (3, 100, 150), (4, 640, 480), (5, 1000, 37), (6, 224, 500), (7, 1025, 769), (8, 235, 352), (9, 140, 352), (10, 300, 377), (11, 300, 376))
BUNDLE = Path(__file__).parent.parent / 'public/models/fake-hr1-nano'
KERNEL_CASE = (12, 640, 480)    # seed, width, height
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


def kernel_state() -> dict:
    """What the head reads of two views of a drawn picture, with the released bundle's weights, in the arithmetic of the kernel."""
    seed, width, height = KERNEL_CASE
    v = make_views(synthetic(seed, width, height), 1)
    graph = integer(BUNDLE / 'onnx/trunk.onnx', ort.SessionOptions())
    states, = graph.run(['states'], dict(views=nchw(np.stack([v.whole, v.crops[0]]))))
    assert states.shape == (VIEWS, VIEW_STATE)
    return dict(seed=seed, width=width, height=height, state=base64.b64encode(states.tobytes()).decode())


def files() -> dict[str, str]:
    """File name to content, for all cases."""
    return ({f'{w}x{h}.json': json.dumps(golden(s, w, h), indent=1) + '\n' for s, w, h in CASES}
            | {'kernel.json': json.dumps(kernel_state(), indent=1) + '\n'})


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text)
        print(FOLDER / name)


if __name__ == '__main__':
    main()
