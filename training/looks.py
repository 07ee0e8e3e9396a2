"""Would more looks at the whole picture make a better verdict? Frames of it through the global branch, alone and averaged with the first look.

    python -m training.looks --run training/runs --data ../shared/data --originals ../originals --most 700

Held-out pictures, as found or as a canonical copy. A look is a frame cut out of the picture, scaled down, and its most textured native crop.
"hard" is the half of the pictures whose first logit lies nearest to the threshold: where the model thinks. The slow mode would pay with a
gain there of two points of balanced accuracy; the mode of nano that thinks looks at more native crops instead (vision.ts).
"""
import argparse
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from .fakehr1.data.canonical import canonical, encode, open_rgb
from .fakehr1.data.index import Row, _hash, load_rows
from .fakehr1.features import load_head, must_leave_out, spread
from .fakehr1.image.resample import resize
from .fakehr1.image.views import make_views
from .fakehr1.metrics import auc, paired
from .fakehr1.vision.states import NativeTrunk, shipped_state

SMALLEST = 64                # px, of a frame's sides
THRESHOLDS = (0.0, 0.3, 0.6)      # of the branch's logit, around where both kinds of errors are equal
# share of width and height, where it lies (0 left or top .. 1), long side in px, JPEG quality or None
FRAMES = {
    'top left, 640 px': (.8, .8, 0, 0, 640, None), 'bottom right, 900 px': (.8, .8, 1, 1, 900, None),
    'top right, 520 px': (.8, .8, 1, 0, 520, None), 'bottom left, 760 px': (.8, .8, 0, 1, 760, None),
    'broad, 700 px': (1, .7, .5, .3, 700, None), 'narrow, 700 px': (.7, 1, .5, .5, 700, None),
    'bottom right, JPEG 80': (.8, .8, 1, 1, 900, 80), 'top left, JPEG 80': (.8, .8, 0, 0, 640, 80),
}
MEANS = {'first and top left': (0, 1), 'first and bottom right': (0, 2), 'first and two corners': (0, 1, 2), 'first and four corners': (0, 1, 2, 3, 4),
         'first, broad and narrow': (0, 5, 6), 'first and both JPEGs': (0, 7, 8)}


def frame(rgb: np.ndarray, width: float, height: float, x: float, y: float, long: int, quality: int | None) -> np.ndarray:
    """uint8 [H, W, 3] -> a frame of it, never enlarged."""
    h, w = rgb.shape[:2]
    fw, fh = (min(n, max(SMALLEST, int(n * share))) for n, share in ((w, width), (h, height)))
    left, top = int((w - fw) * x), int((h - fh) * y)
    cut = np.ascontiguousarray(rgb[top:top + fh, left:left + fw])
    if max(fw, fh) > long:
        cut = resize(cut, max(1, round(fw * long / max(fw, fh))), max(1, round(fh * long / max(fw, fh))))
    return cut if quality is None else np.asarray(encode(Image.fromarray(cut), 'jpeg', quality))


def picture(row: Row) -> np.ndarray:
    """As found or as a canonical copy that no head was fitted to, by turns."""
    im = open_rgb(row.file)
    return np.asarray(im) if _hash(row.id + 'found') % 2 else canonical(im, np.random.default_rng([_hash(row.id), 101])).rgb


def balanced(z: np.ndarray, y: np.ndarray, threshold: float) -> float:
    return 0.5 * ((z[y == 1] > threshold).mean() + (z[y == 0] <= threshold).mean())


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--data', type=Path, required=True)
    a.add_argument('--originals', type=Path, required=True)
    a.add_argument('--most', type=int, default=700)
    a.add_argument('--holdout', type=int, default=0)
    o = a.parse_args()
    must_leave_out(o.run, o.holdout)
    torch.set_num_threads(1)
    trunk, head = NativeTrunk(o.run / 'states/trunk'), load_head(o.run / 'global/final.pt')
    rows = [r for r in load_rows(o.data, o.originals, 'train') if r.fold == o.holdout and r.crop is None]
    rows.sort(key=lambda r: _hash(r.id + 'feature'))
    rows = spread(rows, o.most)

    def logit(rgb: np.ndarray) -> float:
        v = make_views(rgb, 1)
        state = torch.from_numpy(shipped_state(np.stack([trunk(v.whole)[0], trunk(v.crops[0])[0]])))[None].float()
        with torch.no_grad():
            return float(head.logit(head.standardise(state))[0])

    z = np.zeros((len(rows), 1 + len(FRAMES)))
    for i, r in enumerate(rows):
        rgb = picture(r)
        z[i] = [logit(rgb), *(logit(frame(rgb, *f)) for f in FRAMES.values())]
        if i % 100 == 99:
            print(f'{i + 1} of {len(rows)}', flush=True)
    y, repos = np.array([r.label for r in rows]), [r.repo for r in rows]
    lines = {'first look': z[:, 0]} | {n: z[:, k + 1] for k, n in enumerate(FRAMES)} | {n: z[:, list(k)].mean(1) for n, k in MEANS.items()}
    print(f'{len(rows)} pictures of {len(set(repos))} places; balanced accuracy all / hard at thresholds {THRESHOLDS}')
    for name, v in lines.items():
        both = []
        for t in THRESHOLDS:
            near = np.abs(z[:, 0] - t)
            hard = near < np.median(near)
            both.append(f'{balanced(v, y, t):.3f} / {balanced(v[hard], y[hard], t):.3f}')
        print(f'{name:26s} pooled {auc(v, y):.3f}  paired {paired(v, y, repos)[0]:.3f}  ' + '   '.join(both))


if __name__ == '__main__':
    main()
