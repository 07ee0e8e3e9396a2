"""Pure parts of training: measures, bins, canonicalisation, the eyes and their export."""
import numpy as np
import onnxruntime as ort
import torch
from PIL import Image
from torch import nn

from training.fakehr1 import evidence as ev
from training.fakehr1.data.canonical import NARROWEST, SMALLEST_CUT, canonical
from training.fakehr1.data.index import DEALT, FOLDS, Row, fold_of
from training.fakehr1.data.restyle import HARD_REAL
from training.fakehr1.image.measure import IDS
from training.fakehr1.metrics import auc, paired
from training.fakehr1.vision.export_vision import CropEncoder, Subject, TrunkEncoder, VisionEncoder, export
from training.fakehr1.image.synthetic import synthetic
from training.fakehr1.vision import pairs as make_pairs, taef2
from training.fakehr1.vision.clip import MAP, WIDTH, load_clip, round_to_four_bits
from training.fakehr1.vision.model import GLOBAL_STATE, VIEW_STATE, CropHead, GlobalBranch, crop_token, state_of_blocks, whole_tokens
from training.fakehr1.vision.trunk_graph import integer, pack


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
    fitted = ev.fit_bounds(e)
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


def test_whole_tokens_are_sixteen_places_and_the_class_token():
    last = torch.rand(2, 1 + MAP * MAP, WIDTH)
    t = whole_tokens(last)
    places = last[:, 1:].transpose(1, 2).reshape(2, WIDTH, MAP, MAP)
    assert t.shape == (2, 17, WIDTH)
    assert torch.allclose(t[:, 16], last[:, 0])
    assert torch.allclose(t[:, 0], places[:, :, :4, :4].mean((2, 3)), atol=1e-6)
    assert torch.allclose(t[:, 15], places[:, :, -4:, -4:].mean((2, 3)), atol=1e-6)


def test_four_bit_weights_change_nothing_when_rounded_twice_and_come_back_from_the_packed_bytes():
    drawn = torch.Generator().manual_seed(3)      # unseeded, one draw in many lay over the limit
    w = torch.randn(6, 64, generator=drawn) * torch.rand(6, 1, generator=drawn)
    once = round_to_four_bits(w)
    assert torch.equal(round_to_four_bits(once), once)
    assert (once - w).pow(2).mean() < 0.01 * w.pow(2).mean()
    packed, scales = pack(once)
    low, high = packed & 15, packed >> 4
    codes = np.stack([low, high], -1).reshape(6, 2, 32)
    assert np.array_equal(((codes.astype(np.float32) - 8) * scales.astype(np.float32)[..., None]).reshape(6, 64), once.numpy())


class TinyProjector(nn.Module):
    def __init__(self):
        super().__init__()
        self.whole, self.crop = nn.Linear(WIDTH, 8), nn.Linear(WIDTH, 8)


def test_a_state_is_the_class_token_and_the_means_of_the_places_and_the_decoder_reads_the_last_mean():
    blocks = [torch.rand(2, 1 + MAP * MAP, WIDTH) for _ in range(6)]
    state = state_of_blocks(blocks)
    assert state.shape == (2, VIEW_STATE)
    assert torch.equal(state[:, :WIDTH], blocks[5][:, 0]) and torch.allclose(state[:, 2 * WIDTH:], blocks[4][:, 1:].mean(1))
    assert torch.allclose(crop_token(state), blocks[5][:, 1:].mean(1))


def test_exported_eyes_equal_pytorch_in_every_arithmetic_from_the_same_weight_files(tmp_path):
    torch.manual_seed(0)
    whole, crop, projector = GlobalBranch(load_clip()), CropHead(), TinyProjector()
    heads = lambda n: dict(weight=torch.randn(n, GLOBAL_STATE).mul(0.01).half().float().tolist(), bias=[0.5] * n, classes=[None] * n)
    subject = Subject(dict(kinds=heads(4), categories=heads(12)))
    nn.init.normal_(whole.bend[2].weight, std=.1)
    for m in (whole.head, whole.bend, crop, projector):
        for p in m.parameters():
            p.data = p.data.half().float()      # what the weight file keeps
    layout = export(whole, crop, projector, subject, tmp_path)
    # pixels of a picture, not noise: noise is what no activation of CLIP was made for
    scene = synthetic(3, 448, 672).astype(np.float32).transpose(2, 0, 1)
    views = torch.from_numpy(np.stack([scene[:, :448:2, :448:2], scene[:, :224, :224], scene[:, 224:448, 224:]]))
    plain = lambda name: ort.InferenceSession(tmp_path / f'{name}.onnx')

    def near(session, feeds: dict[str, torch.Tensor], want, tolerance: float) -> None:
        for a, b in zip(session.run(None, {k: v.numpy() for k, v in feeds.items()}), want, strict=True):
            assert np.abs(a - b.numpy()).max() <= tolerance * max(1.0, float(b.abs().max()))

    with torch.no_grad():
        rows, states = want = TrunkEncoder(whole.trunk)(views)
        # the kernel's arithmetic quantises activations: its states are near, the others equal
        for session, tolerance in ((plain('trunk'), 1e-4), (plain('trunk_fp16'), 2e-2), (integer(tmp_path / 'trunk.onnx', ort.SessionOptions()), 0.1)):
            near(session, dict(views=views), want, tolerance)
        behind = dict(rows=rows[:1], states=states[:2])
        near(plain('vision_encoder'), behind, VisionEncoder(whole, projector, subject).eval()(**behind), 1e-4)
        for count in (1, 3):
            near(plain('crop_encoder'), dict(states=states[:count]), CropEncoder(crop, projector).eval()(states[:count]), 1e-4)
    held = (tmp_path / 'trunk.onnx_data').read_bytes()
    first = whole.trunk.blocks[0].q
    packed, scales = pack(first.weight)
    at = layout['products'][0]
    assert held[at['codes']:at['codes'] + packed.nbytes] == packed.tobytes() and held[at['scales']:at['scales'] + scales.nbytes] == scales.tobytes()
    assert export(whole, crop, projector, subject, tmp_path / 'again', held=tmp_path / 'trunk.onnx_data') == layout
    assert (tmp_path / 'again/trunk.onnx_data').read_bytes() == held
    assert {p.name for p in tmp_path.glob('*.onnx_data')} == {'vision.onnx_data', 'trunk.onnx_data'}


def test_restyled_pictures_keep_their_size():
    im = Image.fromarray(np.random.default_rng(3).integers(0, 255, (64, 80, 3), np.uint8))
    changed = {k: f(im, np.random.default_rng(1)) for k, f in HARD_REAL.items()}
    assert all(v.mode == 'RGB' and (np.asarray(v).shape != (64, 80, 3) or (np.asarray(v) != np.asarray(im)).any()) for v in changed.values())
    assert changed.pop('framed').size == (88, 74)
    assert {c.size for c in changed.values()} == {(80, 64)}


def test_both_halves_of_a_pair_come_from_one_frame_and_one_encoding(tmp_path):
    rgb = np.random.default_rng(8).integers(0, 255, (300, 420, 3), np.uint8)
    Image.fromarray(rgb).save(tmp_path / 'a.png')
    row = Row('a', 0, 'o/a', 'photo', None, 'train', 1, str(tmp_path / 'a.png'), None, 420, 300, 'PNG')
    seen = []
    same = make_pairs.pair(row, lambda a: seen.append(a) or a)
    assert same.shape == (2, 2, 224, 224, 3) and np.array_equal(same[0], same[1])      # what is not changed stays the same
    assert all(side % taef2.STEP == 0 for side in seen[0].shape[:2])
    turned = make_pairs.pair(row, lambda a: 255 - a)
    assert np.array_equal(turned[0], same[0]) and not np.array_equal(turned[1], same[1])
    Image.fromarray(rgb[:40]).save(tmp_path / 'a.png')
    assert make_pairs.pair(row, lambda a: a) is None      # no frame of at least 128 px
    rows = [Row(f'{p}{i}', label, f'o/{p}', 'photo', None, 'train', fold, 'x', None, 9, 9, 'PNG')
            for p, label, fold in (('a', 0, 1), ('b', 0, 2), ('c', 1, 1), ('d', 0, 0)) for i in range(3)]
    assert sorted(r.id[0] for r in make_pairs.chosen(rows, 2, 0)) == ['a', 'a', 'b', 'b']


def test_the_autoencoder_gives_back_a_picture_of_the_same_size(tmp_path):
    torch.manual_seed(0)
    for name, net in zip(taef2.NAMES, taef2.networks()):
        torch.save(net.state_dict(), taef2.file_of(tmp_path, name))
    out = taef2.Autoencoder(tmp_path)(np.zeros((16, 24, 3), np.uint8))
    assert out.shape == (16, 24, 3) and out.dtype == np.uint8
