"""Pure parts of training: measures, bins, canonicalisation, the eyes and their export."""
import numpy as np
import onnxruntime as ort
import torch
from PIL import Image
from torch import nn

from training.fakehr1 import evidence as ev
from training.fakehr1.data.canonical import NARROWEST, SMALLEST_CUT, canonical
from training.fakehr1.data.cached import Cache, Sampler, aligned
from training.fakehr1.data.index import DEALT, FOLDS, fold_of
from training.fakehr1.data.restyle import HARD_REAL, STYLES, restyle
from training.fakehr1.data.taef2 import decoder, encoder
from training.fakehr1.image.measure import IDS
from training.fakehr1.metrics import auc, paired
from training.fakehr1.vision.export_vision import Subject, VisionEncoder, export
from training.fakehr1.vision.model import CropBranch, Fusion, GlobalBranch, whole_tokens


def test_auc_counts_ties_half_and_paired_ignores_places_with_one_label():
    assert auc(np.array([0.1, 0.5, 0.5, 0.9]), np.array([0, 0, 1, 1])) == 0.875
    scores = np.concatenate([np.arange(10.0), np.arange(10.0) + 100])
    labels = np.array([0] * 5 + [1] * 5 + [1] * 10)
    mean, each = paired(scores, labels, ['a'] * 10 + ['b'] * 10)
    assert each == {'a': 1.0} and mean == 1.0


def test_bins_put_ties_in_the_middle_and_tails_outside():
    bounds = [0.0, 0.0, 1.0, 2.0]
    assert [ev.bin_of(v, bounds) for v in (-0.1, 0.0, 0.5, 1.5, 2.5)] == [0, 2, 2, 3, 4]
    assert ev.logit_bin(0.0, [0.0, 1.0]) == 1 and ev.logit_bin(-1e-6, [0.0, 1.0]) == 0


def test_fitted_bounds_leave_one_real_image_in_twenty_on_each_side():
    rng = np.random.default_rng(0)
    e = rng.normal(size=(6000, len(IDS)))
    fitted = ev.fit_bounds(e, np.ones(6000, bool))
    pre = dict(fitted, measurements=[dict(bounds=b) for b in fitted['bounds']])
    # the grouping measurement itself cannot be spread evenly inside its own groups' tails, but its quantiles are exact
    binned = np.array([ev.bins(v, pre) for v in e])
    assert np.abs((binned == 0).mean(0) - 0.05).max() < 0.005 and np.abs((binned == 4).mean(0) - 0.05).max() < 0.005


def test_canonical_copies_do_not_show_the_shape_of_the_original():
    sizes = {}
    for shape in ((600, 600), (600, 400)):
        im = Image.fromarray(np.random.default_rng(1).integers(0, 255, (shape[1], shape[0], 3), np.uint8))
        short = [min(canonical(im, np.random.default_rng(s)).rgb.shape[:2]) for s in range(150)]
        sizes[shape] = short
    # not draw by draw: where a side leaves no room for a place, numpy draws no number for it
    assert np.allclose(*(np.quantile(v, (0.1, 0.5, 0.9)) for v in sizes.values()), rtol=0.06)
    assert len(set(sizes[(600, 600)])) > 30
    assert max(sizes[(600, 600)]) <= round(600 * NARROWEST) and min(sizes[(600, 600)]) >= 448 * NARROWEST * SMALLEST_CUT - 1


def test_folds_are_by_repository_and_deal_out_the_paired_ones():
    assert {fold_of(r) for r in DEALT} == set(range(FOLDS))
    by_hash = [fold_of(f's{i}') for i in range(200)]
    assert min(by_hash.count(k) for k in range(FOLDS)) > 20


def test_sampler_draws_places_not_images_and_never_the_held_out_fold():
    rows = [dict(repo='big', label=1, fold=1)] * 900 + [dict(repo='small', label=1, fold=1)] * 9 \
        + [dict(repo='real', label=0, fold=1)] * 50 + [dict(repo='secret', label=0, fold=0)] * 50
    s = Sampler(rows, holdout=0, seed=1)
    drawn = [rows[s.draw()[0]]['repo'] for _ in range(2000)]
    assert 'secret' not in drawn
    assert 0.4 < drawn.count('real') / 2000 < 0.6
    assert drawn.count('big') / drawn.count('small') < 15


def test_whole_tokens_end_with_the_mean_and_keep_it():
    f = torch.rand(1, 320, 7, 7)
    t = whole_tokens(f)
    assert t.shape == (1, 17, 320)
    assert torch.allclose(t[:, 16], f.mean((2, 3)), atol=1e-6)
    assert torch.allclose(t[0, 0], f[0, :, :2, :2].mean((1, 2)), atol=1e-6)


class TinyProjector(nn.Module):
    def __init__(self):
        super().__init__()
        self.whole, self.crop = nn.Linear(320, 8), nn.Linear(112, 8)


def test_exported_eyes_equal_pytorch_in_both_precisions_from_one_weight_file(tmp_path):
    torch.manual_seed(0)
    whole, crop, projector, fusion = GlobalBranch(), CropBranch(), TinyProjector(), Fusion(13)
    heads = lambda n: dict(weight=torch.randn(n, 320).mul(0.05).half().float().tolist(), bias=[0.5] * n, classes=[None] * n)
    subject = Subject(dict(kinds=heads(4), categories=heads(12)))
    for m in (whole, crop, projector):
        for p in m.parameters():
            p.data = p.data.half().float()      # what the weight file keeps
    export(whole, crop, projector, fusion, subject, 13, tmp_path)
    view, crops = torch.rand(1, 3, 224, 224) * 255, torch.rand(2, 3, 224, 224) * 255
    with torch.no_grad():
        want = [t.numpy() for t in VisionEncoder(whole, crop, projector, subject).eval()(view, crops)]
    for name, tolerance in (('vision_encoder', 1e-4), ('vision_encoder_fp16', 2e-2)):
        got = ort.InferenceSession(tmp_path / f'{name}.onnx').run(None, dict(pixel_values=view.numpy(), crops=crops.numpy()))
        for a, b in zip(got, want):
            assert np.abs(a - b).max() <= tolerance * max(1.0, np.abs(b).max())
    assert len(list(tmp_path.glob('*.onnx_data'))) == 1
    z = ort.InferenceSession(tmp_path / 'fusion.onnx').run(None, dict(
        global_logit=np.array([0.5], np.float32), crop_logits=np.array([1.0, -1.0, 2.0], np.float32), evidence=np.zeros((1, 13), np.float32)))[0]
    with torch.no_grad():
        assert abs(float(fusion(torch.tensor([0.5]), torch.tensor([1.0, -1.0, 2.0]), torch.zeros(1, 13))[0]) - float(z[0])) < 1e-5


def test_aligned_pairs_give_both_labels_the_same_draws(tmp_path):
    crop = np.random.default_rng(0).integers(0, 255, (256, 256, 3), np.uint8)
    np.save(tmp_path / 'pairs-000.npy', np.stack([np.stack([crop, crop])] * 3))
    views, labels = aligned(Cache(tmp_path), np.random.default_rng(1), 20)
    assert labels == [0, 1] * 20
    assert all((real == fake).all() for real, fake in zip(views[::2], views[1::2]))
    assert any((views[0] != v).any() for v in views[2:])


def test_the_auto_encoder_of_pairs_has_the_published_shape():
    assert sum(p.numel() for p in encoder().parameters()) == 1_338_528    # ../shared/weights/taef2/README.md
    assert sum(p.numel() for p in decoder().parameters()) == 1_338_499
    assert decoder()(encoder()(torch.rand(1, 3, 16, 24))).shape == (1, 3, 16, 24)


def test_restyled_pictures_keep_their_size():
    im = Image.fromarray(np.random.default_rng(3).integers(0, 255, (64, 80, 3), np.uint8))
    assert {restyle(im, np.random.default_rng(s)).size for s in range(40)} == {(80, 64)}
    changed = {k: f(im, np.random.default_rng(1)) for k, f in HARD_REAL.items()}
    assert all(v.mode == 'RGB' and (np.asarray(v).shape != (64, 80, 3) or (np.asarray(v) != np.asarray(im)).any()) for v in changed.values())
    assert set(STYLES) < set(HARD_REAL) and changed['framed'].size == (88, 74)
