"""The decoder's share of a model bundle: graphs, tokenizer, LLaVA configuration, prompt section of the manifest."""
import json
from pathlib import Path

import torch
from tokenizers import Tokenizer

from . import protocol as pr
from . import tokenizer as tk
from .export_decoder import export
from .model import Config, Decoder, Projector


def load(checkpoint: Path) -> tuple[Decoder, Projector, Tokenizer]:
    c = torch.load(checkpoint, weights_only=False)
    d = Decoder(Config(**c['config']))
    d.load_state_dict(c['decoder'])
    p = Projector(d.c.width)
    p.load_state_dict(c['projector'])
    return d.eval(), p.eval(), Tokenizer.from_str(c['tokenizer'])


def write(checkpoint: Path | None, folder: Path) -> tuple[Projector, dict]:
    """Writes everything of the decoder into `folder`; None: untrained weights. -> projector, manifest's `prompt`."""
    if checkpoint is None:
        t = tk.train()
        d = Decoder(Config(vocab=t.get_vocab_size()))
        p = Projector(d.c.width)
    else:
        d, p, t = load(checkpoint)
    tk.save(t, folder)
    export(d, folder / 'onnx')
    ids = {k: t.encode(v, add_special_tokens=False).ids[0] for k, v in pr.ROLES.items()}
    c = d.c
    text = dict(model_type='llama', architectures=['LlamaForCausalLM'], num_hidden_layers=c.layers, num_attention_heads=c.heads, num_key_value_heads=c.kv_heads,
                hidden_size=c.width, head_dim=c.head, intermediate_size=c.ffn, vocab_size=c.vocab, rms_norm_eps=c.eps, rope_theta=c.theta,
                hidden_act='silu', tie_word_embeddings=True)
    (folder / 'config.json').write_text(json.dumps(dict(
        model_type='llava', architectures=['LlavaForConditionalGeneration'], image_token_index=ids['image'], eos_token_id=ids['end'],
        vision_config={}, text_config=text), indent=1))
    (folder / 'generation_config.json').write_text(json.dumps(dict(eos_token_id=ids['end'])))
    return p, dict(system=pr.SYSTEM, tokens=pr.ROLES, globalTokens=pr.GLOBAL_TOKENS, maxQuestionTokens=pr.MAX_QUESTION, maxNewTokens=pr.MAX_NEW)
