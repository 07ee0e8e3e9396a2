"""The exported decoder equals PyTorch: whole, continued in pieces, in both precisions."""
import numpy as np
import onnxruntime as ort
import pytest
import torch

from training.fakehr1.decoder.export_decoder import KEPT_LOGITS, export
from training.fakehr1.decoder.model import Config, Decoder

TINY = Config(vocab=50, width=64, layers=2, heads=4, kv_heads=2, head=16, ffn=96)


@pytest.fixture(scope='module')
def pair(tmp_path_factory):
    torch.manual_seed(0)
    d = Decoder(TINY).eval()
    for p in d.parameters():
        p.data = (p.data * 4 if p.dim() > 1 else p.data).half().float()
    folder = tmp_path_factory.mktemp('decoder')
    export(d, folder)
    return d, folder


def run(session, embeds, past):
    kind = np.float16 if 'float16' in session.get_inputs()[2].type else np.float32
    if past is None:
        past = {i.name: np.zeros((1, TINY.kv_heads, 0, TINY.head), kind) for i in session.get_inputs()[2:]}
    total = next(iter(past.values())).shape[2] + embeds.shape[1]
    out = session.run(None, dict(inputs_embeds=embeds, attention_mask=np.ones((1, total), np.int64), **past))
    names = [o.name.replace('present', 'past_key_values') for o in session.get_outputs()][1:]
    return out[0], dict(zip(names, out[1:]))


@pytest.mark.parametrize('tail,tolerance', [('', 2e-4), ('_fp16', 3e-2)])
def test_whole_and_in_pieces(pair, tail, tolerance):
    d, folder = pair
    ids = torch.randint(0, TINY.vocab, (1, 23), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        want = d.logits(d(d.embed(ids))[0]).numpy()
        prefix = d(d.embed(ids[:, :9]))[1]
        shared = d.logits(d(d.embed(ids[:, 9:]).repeat(2, 1, 1), prefix)[0]).numpy()
    assert np.abs(shared[0] - want[0, 9:]).max() < 1e-4 and np.abs(shared[1] - shared[0]).max() < 1e-5
    embeds = ort.InferenceSession(folder / f'embed_tokens{tail}.onnx').run(None, dict(input_ids=ids.numpy()))[0]
    s = ort.InferenceSession(folder / f'decoder_model_merged{tail}.onnx')
    # The graph gives the logits of the last KEPT_LOGITS positions, or of as many as there are.
    for n in range(1, 24):
        got, _ = run(s, embeds[:, :n], None)
        kept = want[:, max(0, n - KEPT_LOGITS):n]
        assert got.shape == kept.shape and np.abs(got - kept).max() < tolerance
    last = lambda z: z[:, -1:]
    first, past = run(s, embeds[:, :9], None)
    second, fork = run(s, embeds[:, 9:16], past)      # a chunk on top of a cache: the fork and its branches
    other, _ = run(s, embeds[:, 9:13], past)
    assert np.abs(np.concatenate([last(first), last(other), last(second)], 1) - want[:, [8, 12, 15]]).max() < tolerance
    cut = {k: np.ascontiguousarray(v[:, :, :13]) for k, v in fork.items()}      # a tail taken along and cut off again
    assert np.abs(run(s, embeds[:, 13:16], cut)[0] - want[:, 13:16]).max() < tolerance
    pieces = []
    for k in range(16, 23):
        step, fork = run(s, embeds[:, k:k + 1], fork)
        pieces.append(step)
    assert np.abs(np.concatenate(pieces, 1) - want[:, 16:]).max() < tolerance
