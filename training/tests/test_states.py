"""Canonical copies that the heads are fitted to."""
import numpy as np
import pytest
from PIL import Image

from training.fakehr1.data.index import Row
from training.fakehr1.vision import states as st


@pytest.fixture
def row(tmp_path):
    rng = np.random.default_rng(3)
    path = tmp_path / 'a.png'
    Image.fromarray(rng.integers(0, 255, (900, 1400, 3), np.uint8)).save(path)
    return Row('abc', 0, 'o/r', 's', None, 'train', 1, str(path), None, 1400, 900, 'PNG')


def sides(row, copy):
    return [max(st.copied(row.file, copy, np.random.default_rng([k, st.COPY_SEEDS[copy]])).shape[:2]) for k in range(40)]


def test_the_small_copy_is_a_thumbnail_and_the_others_are_not(row):
    small, large = sides(row, st.SMALL_COPY), sides(row, 3)
    assert max(small) <= st.SMALL_SIDES[1] < max(large)
    assert min(small) < 300 and np.median(large) > 1.5 * np.median(small)


def test_a_copy_comes_out_alike_each_time_and_copies_differ(row):
    for copy in range(len(st.COPY_SEEDS)):
        assert np.array_equal(st.views(row, copy), st.views(row, copy))
    whole = [st.views(row, copy)[0] for copy in range(len(st.COPY_SEEDS))]
    assert all(not np.array_equal(a, b) for i, a in enumerate(whole) for b in whole[:i])


def test_views_of_a_picture_smaller_than_a_crop(tmp_path, row):
    path = tmp_path / 'b.png'
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (130, 200, 3), np.uint8)).save(path)
    tiny = Row('b', 1, 'o/r', 's', None, 'train', 1, str(path), None, 200, 130, 'PNG')
    assert st.views(tiny, st.SMALL_COPY).shape == (2, 224, 224, 3)
