"""Frozen eyes over images: feature rows for the bins and the decoder.

    python -m training.fakehr1.features train --run training/runs --data ../shared/data --originals ../originals
    python -m training.fakehr1.features held  --run training/runs --data ../shared/data --originals ../originals

`train` takes repositories that the eyes were trained on, `held` the teaching half of those that were held out (what calibrates is looked
at by the finished bundle: training.score). Nothing of the test split.

Each image is looked at as it is and as a degraded copy ("variant"), through exactly the views of the worker. Where only
the small views of shared/data are there, the whole view comes from `full` and the crops from `crop`.
Writes training/runs/features/{part}.npz and .jsonl (rows in the same order).
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

from .data.canonical import canonical, open_rgb
from .data.index import Row, _hash, half_of, load_rows
from .image.measure import measure
from .image.views import SLOW_CROPS, Views, make_views
from .vision.clip import load_clip
from .vision.model import CropHead, GlobalBranch
from .vision.states import NativeTrunk, view_state

FOLDS_LEFT_OUT = 'foldsLeftOut'      # entry of a manifest's metrics; bundles before 0.9 lack it and left one out
MOST_SIDE = 2600       # px; larger originals are halved while decoding, for time (the worker does not)


def load_head(path: Path) -> GlobalBranch | CropHead:
    """A head of the eyes from its checkpoint, the global branch without its trunk."""
    c = torch.load(path, weights_only=False)
    if c['branch'] == 'global':
        return GlobalBranch().load(c['model']).eval()
    crop = CropHead()
    crop.load_state_dict(c['model'])
    return crop.eval()


def holdout_of(run: Path) -> int | None:
    """The fold that the heads of a run did not see; None: they saw all, and nothing can be measured with them on the training side."""
    return torch.load(run / 'global/final.pt', weights_only=False)['holdout']


def must_leave_out(run: Path, fold: int) -> None:
    """Ends the program if the heads of a run saw a fold on which they are to be measured."""
    if holdout_of(run) != fold:
        raise SystemExit(f'the heads in {run} saw fold {fold}: take those that left it out (head.py saves the others apart, --ship)')


def must_hold_out(bundle: Path) -> None:
    """Ends the program if the heads of a bundle saw every fold: what they say of pictures they were fitted to measures nothing."""
    if json.loads((bundle / 'manifest.json').read_text())['metrics'].get(FOLDS_LEFT_OUT) == 0:
        raise SystemExit(f'{bundle}: its heads were fitted to every fold. Measure with the bundle of the run that left one out (training/README.md)')


def load_eyes(run: Path) -> tuple[GlobalBranch, CropHead]:
    """Both heads of a run, the frozen trunk in the global branch."""
    whole, crop = (load_head(run / name / 'final.pt') for name in ('global', 'crop'))
    whole.trunk = load_clip()
    return whole, crop


def views_of(row: Row, variant: int) -> Views:
    """variant 0: as found; others: canonical copies that the training did not draw."""
    im = open_rgb(row.file)
    crop = open_rgb(row.crop) if row.crop else None
    if variant:
        rng = np.random.default_rng([_hash(row.id), 100 + variant])
        whole = canonical(im, rng).rgb
        native = canonical(crop, rng, cut=False).rgb if crop is not None else whole
    else:
        whole = np.asarray(im)
        native = np.asarray(crop) if crop is not None else whole
    v = make_views(native, SLOW_CROPS)
    return v if native is whole else Views(make_views(whole, 1).whole, v.crops, v.positions, v.textures)


def look(views: Views, trunk: NativeTrunk) -> dict[str, np.ndarray]:
    """Features of one image, float16 / float32 numpy. The heads are not applied: states are raw (calibrate.py does)."""
    of_whole, tokens = trunk(views.whole)
    seen: dict[tuple[int, ...], np.ndarray] = {}
    for place, crop in zip(map(tuple, views.positions), views.crops):      # places repeat in small pictures
        if place not in seen:
            seen[place] = view_state(trunk(crop)[0])
    return dict(global_tokens=tokens.astype(np.float16), whole_state=view_state(of_whole).astype(np.float16),
                crop_states=np.stack([seen[tuple(p)] for p in views.positions]).astype(np.float16), evidence=measure(views).astype(np.float32))


def spread(rows: list[Row], most: int) -> list[Row]:
    """At most `most` rows, taken from the repositories in turn, each class alike: places, not images."""
    by: dict[tuple[int, str], list[Row]] = {}
    for r in rows:
        by.setdefault((r.label, r.repo), []).append(r)
    out: list[Row] = []
    for label in (0, 1):
        queues = [q for (c, _), q in by.items() if c == label]
        for k in range(max(map(len, queues), default=0)):
            out += [q[k] for q in queues if k < len(q)][:max(0, most // 2 - sum(r.label == label for r in out))]
    return out


def held_out(data: Path, originals: Path | None, most: int | None, halves: list[int], holdout: int = 0) -> list[Row]:
    """Pictures of the fold that was held out, of one half of its places or both (index.half_of). most: of both halves together."""
    rows = [r for r in load_rows(data, originals, 'train') if r.fold == holdout]
    rows.sort(key=lambda r: (r.crop is not None, _hash(r.id + 'feature')))
    return [r for r in (spread(rows, most) if most else rows) if half_of(r.repo) in halves]


def seen_in_training(data: Path, originals: Path | None, most: int | None, holdout: int = 0) -> list[Row]:
    """Pictures of the other folds, annotated ones first."""
    annotated = {json.loads(line)['id'] for line in open(data / 'annotations.jsonl')}
    rows = [r for r in load_rows(data, originals, 'train') if r.fold != holdout]
    rows.sort(key=lambda r: (r.id not in annotated, _hash(r.id + 'feature')))
    return spread(rows, most) if most else rows


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('part', choices=('train', 'held'))
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--data', type=Path, required=True)
    a.add_argument('--originals', type=Path)
    a.add_argument('--variants', type=int, nargs='+', default=[0, 1])
    a.add_argument('--most', type=int, help='images at most, of both halves together')
    a.add_argument('--halves', type=int, nargs='+', default=[0], help='of the held-out places: 0 teaches, 1 calibrates')
    a.add_argument('--holdout', type=int, default=0)
    o = a.parse_args()
    trunk = NativeTrunk(o.run / 'states/trunk')
    rows = (held_out(o.data, o.originals, o.most, o.halves, o.holdout) if o.part == 'held'
            else seen_in_training(o.data, o.originals, o.most, o.holdout))
    out = o.run / 'features'
    out.mkdir(exist_ok=True)
    kept, parts = [], []
    for n, row in enumerate(rows):
        for variant in o.variants:
            try:
                parts.append(look(views_of(row, variant), trunk))
            except OSError as e:
                print(row.id, e)
                continue
            kept.append(dict(id=row.id, label=row.label, repo=row.repo, source=row.source, look=row.look, split=row.split,
                             fold=row.fold, variant=variant, original=row.crop is None))
        if n % 200 == 199:
            print(f'{n + 1} of {len(rows)}', flush=True)
    np.savez(out / f'{o.part}.npz', **{k: np.stack([p[k] for p in parts]) for k in parts[0]})
    (out / f'{o.part}.jsonl').write_text(''.join(json.dumps(r) + '\n' for r in kept))


if __name__ == '__main__':
    main()
