"""Writes workers/engine/stance.json: the closed list of phrases by which the worker reads which way a reasoning argues.

    python -m training.make_stance
"""
import json
from pathlib import Path

from training.fakehr1.decoder.texts import STANCE

TARGET = Path(__file__).parents[1] / 'workers/engine/stance.json'


def content() -> dict[str, list[str]]:
    return {stance: list(phrases) for stance, phrases in STANCE.items()}


if __name__ == '__main__':
    TARGET.write_text(json.dumps(content(), indent=2) + '\n')
    print(TARGET)
