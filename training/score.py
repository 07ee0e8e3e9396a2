"""Runs a bundle over held-out or test images in onnxruntime and writes the raw scores that the calibration reads.

    python -m training.score --bundle public/models/fake-hr1-nano --run training/runs --name held

The rows are those of training/runs/features/{name}.jsonl in the calibrating half; the views are made anew. Resumes.
"""
import argparse
import json
from pathlib import Path

from .fakehr1.data.index import _hash, half_of, load_rows
from .fakehr1.features import views_of
from .fakehr1.pipeline import SELF_TEST_QUESTION, Nano


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--bundle', type=Path, required=True)
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--data', type=Path, default=Path('../shared/data'))
    a.add_argument('--originals', type=Path, default=Path('../originals'))
    a.add_argument('--name', default='held')
    a.add_argument('--split', default='train')
    a.add_argument('--mode', default='answer', choices=('auto', 'answer', 'explain'))
    a.add_argument('--flavour', default='fp32')
    a.add_argument('--threads', type=int, default=1)
    a.add_argument('--limit', type=int)
    o = a.parse_args()
    nano = Nano(o.bundle, o.flavour, o.threads)
    rows = {r.id: r for r in load_rows(o.data, o.originals, o.split)}
    wanted = [r for r in map(json.loads, open(o.run / 'features' / f'{o.name}.jsonl')) if half_of(r['repo']) == 1]
    wanted = sorted(wanted, key=lambda r: _hash(r['id'] + 'score'))[:o.limit] if o.limit else wanted      # both classes, all places
    out = o.run / f'scores-{o.name}{"" if o.mode == "answer" else "-" + o.mode}.jsonl'
    done = {(r['id'], r['variant']) for r in map(json.loads, open(out))} if out.exists() else set()
    n = 0
    with open(out, 'a') as f:
        for w in wanted:
            if (w['id'], w['variant']) in done or w['id'] not in rows:
                continue
            x = nano.analyse_views(views_of(rows[w['id']], w['variant']), SELF_TEST_QUESTION, o.mode)
            f.write(json.dumps(dict(id=w['id'], label=w['label'], repo=w['repo'], source=w['source'], variant=w['variant'],
                                    language=x.language_logit, detector=x.detector_logit, p_think=x.p_think, kind=x.kind,
                                    thought=x.thought, tokens=x.tokens, output=x.output)) + '\n')
            n += 1
            if n % 100 == 0:
                print(n, 'of', len(wanted) - len(done), flush=True)
    print("written", out)


if __name__ == '__main__':
    main()
