"""The golden files belong to the image maths of today."""
import json

import pytest

from training.make_golden import CASES, FOLDER, golden


@pytest.mark.parametrize('seed,width,height', CASES)
def test_golden_files_are_current(seed: int, width: int, height: int) -> None:
    stored = json.loads((FOLDER / f'{width}x{height}.json').read_text())
    fresh = golden(seed, width, height)
    measured = fresh.pop('measurements')
    assert stored.pop('measurements') == pytest.approx(measured, rel=1e-9, abs=1e-9)
    assert stored == fresh


def test_no_stray_golden_file() -> None:
    assert {p.name for p in FOLDER.glob('*x*.json')} == {f'{w}x{h}.json' for _, w, h in CASES}
