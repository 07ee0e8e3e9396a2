"""Every stage of the training on 64 drawn pictures, in a temporary folder: proves that the stages fit, nothing about quality.

    python -m training.smoke

"Photographs" are smooth scenes with sensor-like noise, "AI pictures" the same without it and enlarged by two. Prints the
wall time of each stage and ends with status 1 at the first that fails. `.ci/run` calls it by way of the tests.
"""
import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageFilter

from .fakehr1.data.index import fold_of, half_of
from .fakehr1.vision import taef2

HELD_REPOS, HELD_IMAGES = 6, 6      # places in fold 0, three in each half; pictures of each
TRAIN_REPOS, TRAIN_IMAGES = 4, 7
STAGE_SECONDS = 240                 # a stage that takes longer hangs


def places(count: int, fits) -> list[str]:
    """Names of places that fall where the test needs them."""
    out, k = [], 0
    while len(out) < count:
        name = f'smoke/place-{k}'
        k += 1
        if fits(name):
            out.append(name)
    return out


def picture(rng: np.random.Generator, label: int) -> Image.Image:
    w, h = (int(v) for v in rng.integers(300, 420, 2))
    blobs = Image.fromarray(rng.integers(0, 256, (h // 16, w // 16, 3), np.uint8)).resize((w, h), Image.BICUBIC)
    lines = np.asarray(blobs.filter(ImageFilter.GaussianBlur(1)), np.float32) + 12 * np.sin(np.arange(w) / rng.uniform(2, 9))[None, :, None]
    if not label:
        return Image.fromarray(np.clip(lines + rng.normal(0, 5, lines.shape), 0, 255).astype(np.uint8))
    im = Image.fromarray(np.clip(lines, 0, 255).astype(np.uint8))
    return im.resize((w // 2, h // 2), Image.BOX).resize((w, h), Image.BICUBIC)


def make_data(data: Path, originals: Path) -> int:
    """A data folder and an originals folder of the shape that shared/data and originals.py have. -> images."""
    rng = np.random.default_rng(4)
    halves = [places(HELD_REPOS // 2, lambda r, k=k: fold_of(r) == 0 and half_of(r) == k) for k in (0, 1)]
    held = [r for half in halves for r in half]
    train = places(TRAIN_REPOS, lambda r: fold_of(r) != 0)
    index, notes = [], []
    (originals / 'images').mkdir(parents=True)
    data.mkdir()
    for repos, count in ((held, HELD_IMAGES), (train, TRAIN_IMAGES)):
        for repo in repos:
            for k in range(count):
                label, im = k % 2, None
                im = picture(rng, label)
                name = f'images/i{len(index):03d}.jpg'
                im.save(originals / name, quality=int(rng.integers(75, 96)))
                index.append(dict(id=f'i{len(index):03d}', file=name, label=('real', 'fake')[label], split='train', source='drawn', look='photo',
                                  repo=repo, width=im.width, height=im.height, format='JPEG'))
                notes.append(dict(id=index[-1]['id'], category=('scene', 'object')[k % 2], look=('photo', 'illustration')[k // 2 % 2]))
    lines = lambda rows: ''.join(json.dumps(r) + '\n' for r in rows)
    (originals / 'index.done.jsonl').write_text(lines(index))
    (data / 'manifest.jsonl').write_text('')
    (data / 'flags.jsonl').write_text('')
    (data / 'annotations.jsonl').write_text(lines(notes))
    return len(index)


def make_autoencoder(folder: Path) -> None:
    """Untrained weights of the shape that shared/weights/taef2 has."""
    folder.mkdir()
    torch.manual_seed(4)
    for name, net in zip(taef2.NAMES, taef2.networks()):
        torch.save(net.state_dict(), taef2.file_of(folder, name))


def stages(root: Path) -> list[tuple[str, list[str]]]:
    run, data, originals, bundle, weights = (str(root / p) for p in ('runs', 'data', 'originals', 'bundle', 'taef2'))
    both = ['--data', data, '--originals', originals]
    export = ['training.export', '--run', run, '--decoder', f'{run}/hgrpo/final.pt', '--out', bundle, '--version', '0.0.1']
    return [
        ('cache', ['training.fakehr1.data.cache', *both, '--out', f'{run}/cache', '--jobs', '2']),
        ('leak probe', ['training.probe', '--cache', f'{run}/cache', '--limit', '1']),
        ('states of the frozen trunk', ['training.fakehr1.vision.states', *both, '--out', f'{run}/states', '--jobs', '2']),
        ('aligned pairs', ['training.fakehr1.vision.pairs', *both, '--weights', weights, '--run', run, '--jobs', '2', '--each', '1']),
        ('heads of the eyes', ['training.fakehr1.vision.head', '--states', f'{run}/states', '--run', run, '--pairs', f'{run}/pairs', '--ship', f'{run}/ship', '--jobs', '2']),
        ('features, seen places', ['training.fakehr1.features', 'train', '--run', run, *both, '--most', '14']),
        ('features, held-out places', ['training.fakehr1.features', 'held', '--run', run, *both]),
        ('bounds and bins', ['training.calibrate', 'detector', '--run', run]),
        ('kinds and categories', ['training.fakehr1.subject', '--run', run, '--data', data]),
        ('hybrid fine-tuning', ['training.fakehr1.decoder.train_hft', '--run', run, '--data', data, '--out', f'{run}/hft', '--steps', '4']),
        ('HGRPO', ['training.fakehr1.decoder.hgrpo', '--init', f'{run}/hft/final.pt', '--run', run, '--data', data, '--out', f'{run}/hgrpo', '--steps', '2']),
        ('bundle', export),
        ('scores', ['training.score', '--bundle', bundle, '--run', run, *both]),
        ('bands', ['training.calibrate', 'verdict', '--run', run]),
        ('bundle with bands', export),
        ('bundle that ships', [*export[:-4], '--out', f'{bundle}1', '--version', '0.0.1', '--heads', f'{run}/ship']),
        ('checkpoints from the bundle', ['training.restore', '--bundle', f'{bundle}1', '--run', f'{run}/restored']),
        ('bundle from those', ['training.export', '--run', f'{run}/restored', '--decoder', f'{run}/restored/hft/final.pt', '--out', f'{bundle}2', '--version', '0.0.1']),
        ('evaluation', ['training.evaluate', '--bundle', bundle, *both, '--split', 'held', '--conditions', 'found', 'framed', '--out', f'{run}/held.jsonl']),
    ]


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        print(make_data(root / 'data', root / 'originals'), 'pictures')
        make_autoencoder(root / 'taef2')
        start = time.time()
        for name, command in stages(root):
            at = time.time()
            done = subprocess.run([sys.executable, '-m', *command], capture_output=True, text=True, timeout=STAGE_SECONDS)
            print(f'{name:28s} {time.time() - at:6.1f} s', flush=True)
            if done.returncode:
                sys.exit(f'{" ".join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}')
        manifest, again = (json.loads((root / b / 'manifest.json').read_text()) for b in ('bundle1', 'bundle2'))
        if again['files'] != manifest['files'] or again['verdict'] != manifest['verdict']:
            sys.exit('the bundle exported from restored checkpoints is another one')
        print(f'all stages in {time.time() - start:.0f} s; bundle of {sum(f["bytes"] for f in manifest["files"]) / 1e6:.1f} MB')


if __name__ == '__main__':
    main()
