"""Reads a reasoning text back and holds it against what was measured: precision of citations, crops, stance, loops."""
import re
from collections import Counter
from dataclasses import dataclass

from ..image.measure import MEASUREMENTS
from .texts import CATEGORY, SHARE, STANCE, crop_share, reportable

_NAMES = sorted(MEASUREMENTS, key=lambda m: -len(m[1]))
_DIRECTION = re.compile(r'\b(low|high)\b')
_CROP = re.compile(r'\bcrop (\d)\b')
LOOP_WORDS, LOOP_TIMES = 4, 4   # a run of this many words said so often, or a sentence said twice, is a loop


@dataclass
class Reading:
    cited: list[tuple[int, bool]]     # measurement index, said to be high
    supported: int                    # of `cited`, those the bins support
    crop_right: bool | None           # strongest crop and share as the bins have them; None if not named
    stance: str | None
    loop: bool
    category: str | None


def sentences(text: str) -> list[str]:
    return [s for s in re.split(r'(?<=\.)\s+', text.strip()) if s]


def read(text: str, bins, crop_bins, zero_bin: int) -> Reading:
    cited = []
    for s in sentences(text):
        d = _DIRECTION.search(s)
        for key, name in _NAMES:
            if d and re.search(rf'(^|\W){re.escape(name)} (is|stands)', s, re.IGNORECASE):
                cited.append(([m[0] for m in MEASUREMENTS].index(key), d[1] == 'high'))
                break
    far = set(reportable(bins))
    supported = sum(i in far and (bins[i] == 4) == high for i, high in cited)
    crop = None
    m = _CROP.search(text)
    if m:
        k = int(m[1]) - 1
        share = next((i for i, w in enumerate(SHARE) if w in text), None)
        crop = k < len(crop_bins) and crop_bins[k] == max(crop_bins) and share == crop_share(crop_bins, zero_bin)
    stance = next((k for k, v in STANCE.items() if any(p in text for p in v)), None)
    words, said = text.split(), sentences(text)
    runs = Counter(tuple(words[i:i + LOOP_WORDS]) for i in range(len(words) - LOOP_WORDS + 1))
    loop = len(said) != len(set(said)) or max(runs.values(), default=0) >= LOOP_TIMES
    first = said[0] if said else ''
    category = next((k for k, v in CATEGORY.items() if re.search(rf'\b{re.escape(v)}\b', first)), None)
    return Reading(cited, supported, crop, stance, loop, category)
