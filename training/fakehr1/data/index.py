"""Which images there are, and into which fold each falls.

Rows come from the index that shared/tools/originals.py writes (full-size originals), or, where an original could not be
had, from the small views of shared/data. Folds are by repository, so that no place is on both sides, and stay as they
are when repositories are added: a checkpoint that never saw a fold may then start a run on more data.
"""
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

FOLDS = 5
MIN_SIDE = 96        # px; smaller pictures carry no crop worth training on
SINGLE_CAP = 150     # images taken from a repository with one label: weight places, not images
PAIRED_CAP = 300     # images taken from a repository with both labels
# Repositories with both labels ("paired") that were known first, dealt out in turn: the measure is the AUC inside them,
# and a hash would leave folds without one.
DEALT = {
    'tharunnayak14/Real-vs-Fake-Face-Detection': 0, 'bsrikumar855-dot/NGO_Template_Crowdera-': 0,
    'Laboratoriet/real-or-ai-game': 1, 'cdiaconu04/Guess-real-or-ai': 1,
    'dinablachman/realorfake': 2, 'dexer1/AI-Image-Detector': 2,
    'haywoodsloan/ai-image-detector': 3, 'CompVis/latent-diffusion': 3,
    'kurlyto/ai-or-not': 4,
}
EDIT_SUFFIX = '-edit'  # AI edits of photographs: neither class, reported apart


@dataclass(frozen=True)
class Row:
    id: str
    label: int          # 1 fake, 0 real
    repo: str
    source: str
    look: str | None
    split: str
    fold: int
    file: str           # absolute path of the original, or of the whole view
    crop: str | None    # absolute path of the native crop, only where `file` is a view
    width: int
    height: int
    format: str


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], 'big')


def fold_of(repo: str) -> int:
    """Fold of a repository: the dealt one of a paired repository, else by hash."""
    return DEALT.get(repo, _hash(repo) % FOLDS)


def half_of(repo: str) -> int:
    """Held-out repositories are halved: 0 teaches (decoder), 1 calibrates (bands)."""
    return _hash(repo + '/half') % 2


def load_rows(data: Path, originals: Path | None, split: str) -> list[Row]:
    """Rows of one split ('train' or 'test'), capped by repository, sorted by id.

    data: shared/data; originals: a folder written by originals.py (None: views only).
    """
    read = lambda p: [json.loads(line) for line in open(p)]
    manifest = {r['id']: r for r in read(data / 'manifest.jsonl')}
    flags = {r['id'] for r in read(data / 'flags.jsonl') if r['flag'] in ('doubtful_label', 'generator_mark')}
    index = originals / 'index.done.jsonl' if originals else None
    found = {r['id']: r for r in read(index)} if index and index.exists() else {}
    raw: list[dict] = []
    for r in found.values():
        if r['split'] == split:
            raw.append(dict(r, file=str(originals / r['file']), crop=None))
    for r in manifest.values():
        if r['split'] == split and r['id'] not in found:
            raw.append(dict(r, file=str(data / r['full']), crop=str(data / r['crop']) if r.get('crop') else None))
    raw = [r for r in raw if not r['source'].endswith(EDIT_SUFFIX) and min(r['width'], r['height']) >= MIN_SIDE]
    if split == 'train':
        raw = [r for r in raw if r['id'] not in flags]
    labels: dict[str, set[int]] = {}
    for r in raw:
        labels.setdefault(r['repo'], set()).add(int(r['label'] == 'fake'))
    if split == 'train':
        raw = _cap(raw, labels)
    return sorted((Row(r['id'], int(r['label'] == 'fake'), r['repo'], r['source'], r.get('look'), split, fold_of(r['repo']),
                       r['file'], r['crop'], r['width'], r['height'], r['format']) for r in raw), key=lambda r: r.id)


def _cap(raw: list[dict], labels: dict[str, set[int]]) -> list[dict]:
    by: dict[str, list[dict]] = {}
    for r in raw:
        by.setdefault(r['repo'], []).append(r)
    out = []
    for repo, rows in by.items():
        cap = PAIRED_CAP if len(labels[repo]) == 2 else SINGLE_CAP
        out += sorted(rows, key=lambda r: _hash(r['id']))[:cap]
    return out
