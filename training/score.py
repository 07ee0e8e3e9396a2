"""Runs a bundle over the calibrating half of the held-out places in onnxruntime and writes the raw scores that the calibration reads.

    python -m training.score --bundle public/models/fake-hr1-nano --run training/runs

Each picture as found and as a canonical copy (features.views_of). Writes training/runs/scores-{name}.jsonl; resumes.
"""
import argparse
import json
from pathlib import Path

from .fakehr1.data.index import Row, _hash
from .fakehr1.features import held_out, must_hold_out, views_of
from .fakehr1.pipeline import SELF_TEST_QUESTION, Nano

VARIANTS = (0, 1)


def asked(data: Path, originals: Path, most: int) -> list[Row]:
    """As many as features.py counts, and every other real picture: the bands hang on the real pictures of the worst place."""
    rows = held_out(data, originals, most, [1])
    known = {r.id for r in rows}
    return rows + [r for r in held_out(data, originals, None, [1]) if r.label == 0 and r.id not in known]


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--bundle', type=Path, required=True)
    a.add_argument('--run', type=Path, required=True)
    a.add_argument('--data', type=Path, default=Path('../shared/data'))
    a.add_argument('--originals', type=Path, default=Path('../originals'))
    a.add_argument('--name', default='held')
    a.add_argument('--most', type=int, default=1300, help='images of the held-out places, of both halves together, as features.py counts them; real ones are added')
    a.add_argument('--mode', default='answer', choices=('auto', 'answer', 'explain'))
    a.add_argument('--flavour', default='fp32')
    a.add_argument('--threads', type=int, default=1)
    a.add_argument('--limit', type=int)
    o = a.parse_args()
    must_hold_out(o.bundle)
    nano = Nano(o.bundle, o.flavour, o.threads)
    rows = asked(o.data, o.originals, o.most)
    wanted = [(r, variant) for r in rows for variant in VARIANTS]
    wanted = sorted(wanted, key=lambda w: _hash(w[0].id + 'score'))[:o.limit] if o.limit else wanted      # both classes, all places
    out = o.run / f'scores-{o.name}{"" if o.mode == "answer" else "-" + o.mode}.jsonl'
    done = {(r['id'], r['variant']) for r in map(json.loads, open(out))} if out.exists() else set()
    n = 0
    with open(out, 'a') as f:
        for r, variant in wanted:
            if (r.id, variant) in done:
                continue
            x = nano.analyse_views(views_of(r, variant), SELF_TEST_QUESTION, o.mode)
            f.write(json.dumps(dict(id=r.id, label=r.label, repo=r.repo, source=r.source, variant=variant,
                                    language=x.language_logit, detector=x.detector_logit, p_think=x.p_think, kind=x.kind,
                                    thought=x.thought, tokens=x.tokens, output=x.output)) + '\n')
            n += 1
            if n % 100 == 0:
                print(n, 'of', len(wanted) - len(done), flush=True)
    print("written", out)


if __name__ == '__main__':
    main()
