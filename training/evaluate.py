"""The bundle on images it was not trained on: AUC pooled and inside repositories with both labels, bands against labels.

    python -m training.evaluate --bundle public/models/fake-hr1-nano --data ../shared/data --originals ../originals
    python -m training.evaluate --bundle ... --split held --conditions found jpeg70 webp75 half blur noise posted denoised ...

Split `test` is the shared test split, read seldom. `held` is the calibrating half of the repositories that were left out of
the training: the guide for choices, for a bundle whose heads left them out. Conditions of restyle.py (denoised, hdr, framed ...) are asked of real pictures only:
they must stay real. Originals where they are there, else
the two small views (the count of each is printed: views are a harder and different test). `--report FILE` reprints a run.
"""
import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from .fakehr1.data.canonical import encode, open_rgb
from .fakehr1.data.index import Row, _hash, half_of, load_rows
from .fakehr1.data.restyle import HARD_REAL
from .fakehr1.image.views import SLOW_CROPS, Views, make_views
from .fakehr1.features import must_hold_out, spread
from .fakehr1.metrics import auc, paired
from .fakehr1.pipeline import SELF_TEST_QUESTION, Nano
from .fakehr1.subject import likely_from

CONDITIONS = ('found', 'jpeg70', 'posted', 'thumbnail', 'half', 'webp75', 'blur', 'noise', *HARD_REAL)
POSTED_SIDE = 1080    # px, long side that platforms scale to
THUMBNAIL_SIDE = 352  # px, long side; as the small views of the data, which stand in for originals that could not be had
BLUR = 1.0            # px, Gaussian sigma
NOISE = 4.0           # grey levels, standard deviation
HELD_FOLD = 0
SOURCE_MIN = 8        # images of a source worth a line
NAMES = ((0, 'real'), (1, 'AI'))


def change(im: Image.Image, condition: str, seed: int = 0) -> Image.Image:
    """The picture as it would arrive under a condition. seed: of what the condition draws."""
    w, h = im.size
    rng = np.random.default_rng(seed)
    if condition in HARD_REAL:
        return HARD_REAL[condition](im, rng)
    if condition == 'blur':
        return im.filter(ImageFilter.GaussianBlur(BLUR))
    if condition == 'noise':
        return Image.fromarray(np.clip(np.asarray(im) + rng.normal(0, NOISE, (h, w, 3)), 0, 255).astype(np.uint8))
    if condition == 'jpeg70':
        return encode(im, 'jpeg', 70)
    if condition == 'webp75':
        return encode(im, 'webp', 75)
    if condition == 'half':
        return im.resize((max(1, w // 2), max(1, h // 2)), Image.BILINEAR)
    if condition in ('posted', 'thumbnail'):
        f = min(1.0, (POSTED_SIDE if condition == 'posted' else THUMBNAIL_SIDE) / max(w, h))
        return encode(im.resize((max(1, round(w * f)), max(1, round(h * f))), Image.BILINEAR), 'jpeg', 75)
    return im


def views(row: Row, condition: str) -> Views:
    whole = np.asarray(change(open_rgb(row.file), condition, _hash(row.id)))
    if row.crop is None:
        return make_views(whole, SLOW_CROPS)
    native = make_views(np.asarray(change(open_rgb(row.crop), condition, _hash(row.id))), SLOW_CROPS)
    return replace(native, whole=make_views(whole, 1).whole)


def table(rows: list[dict], verdict: dict, a: float, b: float, gate: float, difficulty: dict[str, str]) -> None:
    for condition in dict.fromkeys(r['condition'] for r in rows):
        part = [r for r in rows if r['condition'] == condition]
        y = np.array([r['label'] for r in part])
        raw = np.array([r['language'] + verdict['beta'] * r['detector'] for r in part])
        z = a * raw + b
        limits = np.array([likely_from(r, verdict) for r in part])
        print(f'\n{condition}: {len(part)} images ({sum(r["original"] for r in part)} originals, the others small views)')
        for name, s in (('detector', np.array([r['detector'] for r in part])), ('verdict', raw)):
            if y.min() == y.max():
                break
            mean, each = paired(s, y, [r['repo'] for r in part])
            print(f'  {name:9s} pooled {auc(s, y):.3f}  paired {mean:.3f}', {k: round(v, 2) for k, v in each.items()})
        own = np.array([r['original'] for r in part])
        if 0 < own.sum() < len(part) and len(set(y[own])) == 2:
            mean, _ = paired(raw[own], y[own], [r['repo'] for r, k in zip(part, own) if k])
            found = [100 * (z[own & (y == label)] >= limits[own & (y == label)]).mean() for label, _ in NAMES]
            print(f'  originals alone: verdict pooled {auc(raw[own], y[own]):.3f}  paired {mean:.3f}; likely AI: real {found[0]:.1f} %, AI {found[1]:.1f} %')
        said = raw > 0
        print('  answer word right:', ', '.join(f'{word} {100 * (said[y == label] == bool(label)).mean():.1f} %' for label, word in NAMES if (y == label).any()))
        for label, word in NAMES:
            s = z[y == label]
            if not len(s):
                continue
            print(f'  {word:4s}: likely AI {100 * (s >= limits[y == label]).mean():.1f} %  no traces {100 * (s < verdict["noTraces"]).mean():.1f} %')
        for label, word in NAMES:
            sources: dict[str, list[int]] = {}
            for k in np.flatnonzero(y == label):
                sources.setdefault(part[k]['source'], []).append(k)
            shown = sorted((v for v in sources.values() if len(v) >= SOURCE_MIN), key=len, reverse=True)
            print(f'  {word}, by source:', ', '.join(f'{part[v[0]]["source"]} {len(v)}: likely AI {100 * (z[v] >= limits[v]).mean():.1f} % '
                                                     f'no traces {100 * (z[v] < verdict["noTraces"]).mean():.0f} %' for v in shown))
        for level in ('easy', 'medium', 'hard'):
            p = np.array([r['p_think'] for r in part if difficulty.get(r['id']) == level])
            if len(p):
                print(f'  thinks in auto, annotated as {level}: {100 * (p >= gate).mean():.0f} % of {len(p)}')
        print(f'  thinks in auto: {100 * np.mean([r["p_think"] >= gate for r in part]):.0f} %')
        worst = {}
        for r, s, limit in zip(part, z, limits):
            if r['label'] == 0:
                worst.setdefault(r['repo'], []).append(s >= limit)
        top = sorted(((np.mean(v), k) for k, v in worst.items() if len(v) >= 20), reverse=True)[:3]
        print('  worst real repositories:', ', '.join(f'{k} {100 * v:.1f} %' for v, k in top))


def failures(rows: list[dict], verdict: dict, a: float, b: float, count: int) -> None:
    """Of each condition the `count` pictures of each class that lie furthest on the wrong side, one of a repository, for the card's gallery."""
    for condition in dict.fromkeys(r['condition'] for r in rows):
        for label, word in NAMES:
            scored = [(a * (r['language'] + verdict['beta'] * r['detector']) + b, r) for r in rows if r['condition'] == condition and r['label'] == label]
            print(f'\n{condition}, {word}, furthest on the wrong side:')
            seen: set[str] = set()
            for z, r in sorted(scored, key=lambda s: s[0], reverse=label == 0):
                if r['repo'] in seen or len(seen) == count:
                    continue
                seen.add(r['repo'])
                band = 'likely AI' if z >= likely_from(r, verdict) else 'no traces' if z < verdict['noTraces'] else "can't tell"
                print(f'  {z:6.2f} {band:10s} {r["source"]:22s} {r["id"]} {r["repo"]}')


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--bundle', type=Path, required=True)
    p.add_argument('--data', type=Path, default=Path('../shared/data'))
    p.add_argument('--originals', type=Path)
    p.add_argument('--split', choices=('test', 'held'), default='test')
    p.add_argument('--most', type=int, help='images at most, places before images')
    p.add_argument('--out', type=Path, help='training/runs/SPLIT.jsonl unless given')
    p.add_argument('--conditions', nargs='+', default=['found', 'jpeg70'], choices=CONDITIONS)
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--report', type=Path)
    p.add_argument('--failures', type=int, default=0, help='pictures of each class to name that are most wrong')
    p.add_argument('--limit', type=int)
    o = p.parse_args()
    manifest = json.loads((o.bundle / 'manifest.json').read_text())
    out = o.out or Path(f'training/runs/{o.split}.jsonl')
    if not o.report:
        if o.split == 'held':
            must_hold_out(o.bundle)
        nano = Nano(o.bundle, threads=o.threads)
        if o.split == 'test':
            rows = load_rows(o.data, o.originals, 'test')[:o.limit]
        else:
            rows = [r for r in load_rows(o.data, o.originals, 'train') if r.fold == HELD_FOLD and half_of(r.repo) == 1]
            rows = spread(sorted(rows, key=lambda r: _hash(r.id)), o.most or len(rows))[:o.limit]
        out.parent.mkdir(parents=True, exist_ok=True)
        with open(out, 'w') as f:
            for condition in o.conditions:
                asked = [r for r in rows if condition not in HARD_REAL or r.label == 0]
                for n, r in enumerate(asked):
                    x = nano.analyse_views(views(r, condition), SELF_TEST_QUESTION, 'answer')
                    f.write(json.dumps(dict(id=r.id, label=r.label, repo=r.repo, source=r.source, condition=condition, original=r.crop is None,
                                            detector=x.detector_logit, language=x.language_logit, verdict=x.verdict_logit, p_think=x.p_think, kind=x.kind)) + '\n')
                    if n % 200 == 199:
                        print(f'{condition}: {n + 1} of {len(asked)}', flush=True)
    cal = manifest['dtypes'][0]['calibration']
    rows = [json.loads(line) for line in open(o.report or out)]
    table(rows, manifest['verdict'], cal['a'], cal['b'], manifest['gate']['threshold'],
          {n['id']: n['difficulty'] for n in map(json.loads, open(o.data / 'annotations.jsonl')) if 'difficulty' in n})
    if o.failures:
        failures(rows, manifest['verdict'], cal['a'], cal['b'], o.failures)


if __name__ == '__main__':
    main()
