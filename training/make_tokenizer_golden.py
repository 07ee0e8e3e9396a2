"""Writes training/golden/tokenizer.json: strings and the ids that the bundle's tokenizer gives them in Python.

    python -m training.make_tokenizer_golden [--bundle public/models/fake-hr1-nano]

tests/tokenizer.test.ts holds the worker's tokenizer (npm `@huggingface/tokenizers`) to the same ids. To be run again
whenever a bundle with another tokenizer.json is exported; training/tests/test_tokenizer_golden.py notices when it was not.
"""
import argparse
import json
from pathlib import Path

from tokenizers import Tokenizer

from training.fakehr1.decoder import protocol as pr
from training.fakehr1.decoder.tokenizer import corpus

TARGET = Path(__file__).parent / 'golden/tokenizer.json'
BUNDLE = Path(__file__).parents[1] / 'public/models/fake-hr1-nano'
TEXTS = 8       # generated reasonings among the strings
# What people type and paste: other scripts, joined emoji, combining marks, odd blanks, words next to added tokens.
TYPED = (' ', '\t', '  two  blanks ', 'real', 'fake', ' real', 'really fakery', 'unreal fake.', 'REAL or FAKE???', "Isn't it 'fake'?", 'a\nb', '\n\n', 'line\r\nbreak\ttab',
         'Ist dieses Bild echt? Schöne Grüße', '¿Es real esta foto?', 'Cette image est-elle générée par l’IA ?', 'この画像は本物ですか?', '这张照片是真的吗?',
         'Это фото настоящее?', 'هل هذه الصورة حقيقية؟', 'האם התמונה אמיתית?', 'क्या यह तस्वीर असली है?', '🤔📷', '👩‍👩‍👧‍👦 🇩🇪', 'e\u0301 vs \u00e9', 'ﬁne “quotes” — dash…',
         '\u00a0no-break\u00a0blank', '\u200bzero width', 'IMG_20240131_123456.jpg 12.5% 3/4', '<think>', '<think>\n\n</think>\n\nfake', '<image><cl_3> <dl_7>', '< think >', '<ev_noise_9>',
         '𝒻𝒶𝓀ℯ', 'x' * 70)


def strings() -> list[str]:
    return [*TYPED, *pr.SIMPLE[:3], *pr.HARD[:3], pr.SYSTEM, *corpus(TEXTS)[:TEXTS]]


def content(bundle: Path) -> list[dict]:
    """[{text, ids, decoded}]; decoded keeps special tokens."""
    t = Tokenizer.from_file(str(bundle / 'tokenizer.json'))
    out = []
    for s in strings():
        ids = t.encode(s, add_special_tokens=False).ids
        out.append(dict(text=s, ids=ids, decoded=t.decode(ids, skip_special_tokens=False)))
    return out


if __name__ == '__main__':
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--bundle', type=Path, default=BUNDLE)
    rows = content(a.parse_args().bundle)
    TARGET.write_text('[\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]\n')
    print(TARGET, len(rows), 'strings')
