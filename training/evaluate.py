"""The bundle on the shared test split: AUC pooled and inside repositories with both labels, bands against labels.

    python -m training.evaluate --bundle public/models/fake-hr1-nano --data ../shared/data --originals ../originals

Conditions: as found, JPEG 70, posted (long side 1080, JPEG 75), half size, WebP 75. Originals where they are there, else
the two small views (the count of each is printed: views are a harder and different test). `--report FILE` reprints a run.
"""
import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from .fakehr1.data.canonical import encode, open_rgb
from .fakehr1.data.index import Row, load_rows
from .fakehr1.image.views import SLOW_CROPS, Views, make_views
from .fakehr1.metrics import auc, paired
from .fakehr1.pipeline import SELF_TEST_QUESTION, Nano

CONDITIONS = ('found', 'jpeg70', 'posted', 'half', 'webp75')
POSTED_SIDE = 1080    # px, long side that platforms scale to


def change(im: Image.Image, condition: str) -> Image.Image:
    """The picture as it would arrive under a condition."""
    w, h = im.size
    if condition == 'jpeg70':
        return encode(im, 'jpeg', 70)
    if condition == 'webp75':
        return encode(im, 'webp', 75)
    if condition == 'half':
        return im.resize((max(1, w // 2), max(1, h // 2)), Image.BILINEAR)
    if condition == 'posted':
        f = min(1.0, POSTED_SIDE / max(w, h))
        return encode(im.resize((max(1, round(w * f)), max(1, round(h * f))), Image.BILINEAR), 'jpeg', 75)
    return im


def views(row: Row, condition: str) -> Views:
    whole = np.asarray(change(open_rgb(row.file), condition))
    if row.crop is None:
        return make_views(whole, SLOW_CROPS)
    native = make_views(np.asarray(change(open_rgb(row.crop), condition)), SLOW_CROPS)
    return replace(native, whole=make_views(whole, 1).whole)


def table(rows: list[dict], verdict: dict, a: float, b: float) -> None:
    for condition in dict.fromkeys(r['condition'] for r in rows):
        part = [r for r in rows if r['condition'] == condition]
        y = np.array([r['label'] for r in part])
        raw = np.array([r['verdict'] for r in part])
        z = a * raw + b
        print(f'\n{condition}: {len(part)} images ({sum(r["original"] for r in part)} originals, the others small views)')
        for name, s in (('detector', np.array([r['detector'] for r in part])), ('verdict', raw)):
            mean, each = paired(s, y, [r['repo'] for r in part])
            print(f'  {name:9s} pooled {auc(s, y):.3f}  paired {mean:.3f}', {k: round(v, 2) for k, v in each.items()})
        said = raw > 0
        print(f'  answer word: real {100 * (~said[y == 0]).mean():.1f} %  fake {100 * said[y == 1].mean():.1f} %')
        for label, word in ((0, 'real'), (1, 'AI')):
            s = z[y == label]
            print(f'  {word:4s}: likely AI {100 * (s >= verdict["likelyAi"]).mean():.1f} %  no traces {100 * (s < verdict["noTraces"]).mean():.1f} %')
        worst = {}
        for r, s in zip(part, z):
            if r['label'] == 0:
                worst.setdefault(r['repo'], []).append(s >= verdict['likelyAi'])
        top = sorted(((np.mean(v), k) for k, v in worst.items() if len(v) >= 20), reverse=True)[:3]
        print('  worst real repositories:', ', '.join(f'{k} {100 * v:.1f} %' for v, k in top))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--bundle', type=Path, required=True)
    p.add_argument('--data', type=Path, default=Path('../shared/data'))
    p.add_argument('--originals', type=Path)
    p.add_argument('--out', type=Path, default=Path('training/runs/test.jsonl'))
    p.add_argument('--conditions', nargs='+', default=['found', 'jpeg70'], choices=CONDITIONS)
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--report', type=Path)
    p.add_argument('--limit', type=int)
    o = p.parse_args()
    manifest = json.loads((o.bundle / 'manifest.json').read_text())
    if not o.report:
        nano = Nano(o.bundle, threads=o.threads)
        rows = load_rows(o.data, o.originals, 'test')[:o.limit]
        o.out.parent.mkdir(parents=True, exist_ok=True)
        with open(o.out, 'w') as f:
            for condition in o.conditions:
                for n, r in enumerate(rows):
                    x = nano.analyse_views(views(r, condition), SELF_TEST_QUESTION, 'answer')
                    f.write(json.dumps(dict(id=r.id, label=r.label, repo=r.repo, source=r.source, condition=condition, original=r.crop is None,
                                            detector=x.detector_logit, language=x.language_logit, verdict=x.verdict_logit, p_think=x.p_think)) + '\n')
                    if n % 200 == 199:
                        print(f'{condition}: {n + 1} of {len(rows)}', flush=True)
    cal = manifest['dtypes'][0]['calibration']
    table([json.loads(line) for line in open(o.report or o.out)], manifest['verdict'], cal['a'], cal['b'])


if __name__ == '__main__':
    main()
