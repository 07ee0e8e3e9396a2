"""Byte-level BPE trained on our own texts; markers, roles, line break, `real` and `fake` are added tokens."""
import json
from pathlib import Path

import numpy as np
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

from ..image.views import SLOW_CROPS
from . import protocol as pr
from .texts import CATEGORY, LOOK, compose

VOCABULARY = 1600
CORPUS = 6000       # generated texts
PLAIN = ('\n', 'real', 'fake')      # ordinary words that must be one token; the rest are special


def corpus(count: int) -> list[str]:
    rng = np.random.default_rng(7)
    looks, categories = list(LOOK), list(CATEGORY)
    out = []
    for _ in range(count):
        bins = rng.choice(5, 13, p=(0.15, 0.15, 0.4, 0.15, 0.15))
        out.append(compose(rng, bins, rng.integers(0, 8, SLOW_CROPS), 4, int(rng.integers(2)), float(rng.normal(0, 1.5)),
                           categories[rng.integers(len(categories))], looks[rng.integers(len(looks))]))
    return out + [pr.SYSTEM] * 50 + [q for q in (*pr.SIMPLE, *pr.HARD, *pr.SIMPLE_MORE, *pr.HARD_MORE) for _ in range(30)]


def train() -> Tokenizer:
    t = Tokenizer(models.BPE())
    t.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    t.decoder = decoders.ByteLevel()
    special = [v for v in pr.ROLES.values() if v not in PLAIN] + pr.MARKERS
    trainer = trainers.BpeTrainer(vocab_size=VOCABULARY, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), special_tokens=special,
                                  show_progress=False)
    text = [part for line in corpus(CORPUS) for part in line.split('\n')]
    t.train_from_iterator(text, trainer)
    t.add_tokens([AddedToken(w, normalized=False, special=False) for w in PLAIN])
    return t


def save(t: Tokenizer, folder: Path) -> None:
    """tokenizer.json and tokenizer_config.json (with the chat template inside, where transformers.js looks for it)."""
    t.save(str(folder / 'tokenizer.json'))
    template = ("{% for m in messages %}{% if m.role == 'system' %}<|system|>{{ m.content }}{% elif m.role == 'user' %}<|user|>{{ m.content }}"
                "{% else %}<|assistant|>{{ m.content }}<|end|>{% endif %}{% endfor %}{% if add_generation_prompt %}<|assistant|><think>\n{% endif %}")
    (folder / 'tokenizer_config.json').write_text(json.dumps(dict(
        tokenizer_class='PreTrainedTokenizerFast', eos_token='<|end|>', pad_token='<|end|>', clean_up_tokenization_spaces=False,
        model_max_length=1024, chat_template=template), indent=1))
