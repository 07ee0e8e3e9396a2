"""Are the reasonings faithful? Counts over pictures that the eyes never saw, and samples by a fixed seed.

    python -m training.faithful --bundle public/models/fake-hr1-nano --data ../shared/data --originals ../originals \
        [--split test|held] [--most 500] [--samples docs/reasoning-samples.md]

Citation precision: measurements named that lie as far out as said. Content precision: what the first sentence says against
the annotation (written by a model that knew the label, unchecked: a bound, not the truth). Contradictions: the text argues
against the answer behind it (the page then abstains). Distinct n-grams over all texts; loops by check.py.
"""
import argparse
import json
from pathlib import Path

import numpy as np

from .evaluate import HELD_FOLD, views
from .fakehr1 import evidence as ev
from .fakehr1.data.index import _hash, half_of, load_rows
from .fakehr1.decoder import protocol as pr
from .fakehr1.decoder.check import read, sentences
from .fakehr1.decoder.texts import LOOK
from .fakehr1.features import must_hold_out, spread
from .fakehr1.pipeline import Nano
from .fakehr1.subject import KIND_OF_LOOK

SAMPLES, SEED = 50, 2602


def distinct(texts: list[str], n: int) -> float:
    """Share of different ones among all runs of n words."""
    runs = [tuple(w[i:i + n]) for w in (t.split() for t in texts) for i in range(len(w) - n + 1)]
    return len(set(runs)) / max(1, len(runs))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--bundle', type=Path, required=True)
    p.add_argument('--data', type=Path, default=Path('../shared/data'))
    p.add_argument('--originals', type=Path)
    p.add_argument('--split', choices=('test', 'held'), default='test')
    p.add_argument('--most', type=int, default=500)
    p.add_argument('--samples', type=Path, help=f'writes {SAMPLES} texts there')
    o = p.parse_args()
    if o.split == 'held':
        must_hold_out(o.bundle)
    nano = Nano(o.bundle)
    zero = ev.logit_bin(0.0, nano.manifest['prompt']['cropLogitBounds'])
    notes = {n['id']: n for n in map(json.loads, open(o.data / 'annotations.jsonl'))}
    rows = load_rows(o.data, o.originals, 'test' if o.split == 'test' else 'train')
    if o.split == 'held':
        rows = [r for r in rows if r.fold == HELD_FOLD and half_of(r.repo) == 1]
    # annotated pictures first, then places in turn
    rows = spread(sorted(rows, key=lambda r: (r.id not in notes, _hash(r.id))), o.most)
    rng = np.random.default_rng(SEED)
    count = dict.fromkeys(('texts', 'formed', 'cited', 'supported', 'crops', 'stance', 'against', 'open', 'loops', 'content', 'category', 'kind', 'judged'), 0)
    texts, tokens, kept = [], [], []
    for r in rows:
        ask = pr.HARD[int(rng.integers(len(pr.HARD)))]
        x = nano.analyse_views(views(r, 'found'), ask, 'explain')
        parsed = pr.parse(x.output)
        count['texts'] += 1
        if not parsed or parsed[0] is None:
            continue
        text, word = parsed
        crop_bins = [ev.logit_bin(float(z), nano.manifest['prompt']['cropLogitBounds']) for z in x.crop_logits]
        got = read(text, x.bins, crop_bins, zero)
        texts.append(text)
        tokens.append(x.tokens)
        kept.append((r.label, ask, x.output))
        count['formed'] += 1
        count['cited'] += len(got.cited)
        count['supported'] += got.supported
        count['crops'] += bool(got.crop_right)
        count['loops'] += got.loop
        count['stance'] += got.stance is not None
        count['open'] += got.stance == 'open'
        count['against'] += got.stance in ('real', 'fake') and got.stance != word
        if got.category:
            count['content'] += 1
            note = notes.get(r.id)
            if note:
                kind = next(k for k, v in LOOK.items() if v in sentences(text)[0].lower())
                count['judged'] += 1
                count['category'] += note['category'] == got.category
                count['kind'] += KIND_OF_LOOK[note['look']] == kind
        if count['texts'] % 100 == 0:
            print(count['texts'], 'of', len(rows), flush=True)
    share = lambda a, b: f'{a} of {b} ({100 * a / b:.1f} %)' if b else 'none'
    n = count['formed']
    print(f'\n{o.split}: {count["texts"]} pictures, questions drawn from the paper\'s explaining bank')
    print(f'well-formed outputs            {share(n, count["texts"])}')
    print(f'citations supported            {share(count["supported"], count["cited"])}')
    print(f'crop sentence right            {share(count["crops"], n)}')
    print(f'texts that say what is shown   {share(count["content"], n)}')
    print(f'  category as annotated        {share(count["category"], count["judged"])}')
    print(f'  kind as annotated            {share(count["kind"], count["judged"])}')
    print(f'stance named                   {share(count["stance"], n)}; open {share(count["open"], n)}')
    print(f'stance against the answer      {share(count["against"], n)}')
    print(f'repetition loops               {share(count["loops"], n)}')
    print(f'distinct 1-, 2-, 3-grams       {distinct(texts, 1):.3f} {distinct(texts, 2):.3f} {distinct(texts, 3):.3f}; different texts {share(len(set(texts)), n)}')
    print(f'tokens an output               median {int(np.median(tokens))}, longest {max(tokens)}')
    if o.samples:
        chosen = sorted(rng.permutation(len(kept))[:SAMPLES])
        lines = [f'# {len(chosen)} reasonings, drawn by seed {SEED}', '', f'Written by `python -m training.faithful --split {o.split} --samples ...` with '
                 f'{nano.manifest["id"]} {nano.manifest["version"]} in the mode `explain`; none was chosen by hand. The label is that of the data.', '']
        for k in chosen:
            label, ask, output = kept[k]
            lines += [f'- label {"AI" if label else "real"}; asked: {ask}', '', '  ```', *('  ' + line for line in output.split('\n')), '  ```', '']
        o.samples.write_text('\n'.join(lines))


if __name__ == '__main__':
    main()
