"""What the model may say about a picture, sentence by sentence: decoding is held to it.

A decoder of five million parameters writes fluently long before it reads its evidence tokens reliably, and a sentence that names a
measurement nobody took is a lie. So at each sentence the model chooses, by its own logits, among the wordings of the training texts
that this picture's measurements and crops support; what they do not support cannot be written. What the picture shows is said where the
heads of subject.py are sure of it. Which measurement is named, how it is put and which way the text argues stay the model's choice.

    python -m training.fakehr1.decoder.grammar        writes workers/engine/grammar.json (twin: workers/engine/guide.ts)
"""
import json
from pathlib import Path

from ..image.measure import MEASUREMENTS
from . import texts as tx

FILE = Path(__file__).parents[3] / 'workers/engine/grammar.json'


def grammar() -> dict:
    """Wordings by kind of sentence; `{k}` in a crop sentence is the number of a crop."""
    content = {category: {kind: [t.format(c=c, l=l, L=tx.capital(l)) for t in tx.CONTENT] for kind, l in tx.LOOK.items()}
               for category, c in tx.CATEGORY.items()}
    put = lambda name, d, m: [t.format(n=name, N=tx.capital(name), d=d, m=w) for t in tx.EVIDENCE for w in m]
    evidence = {key: dict(low=put(name, 'low', tx.MEANING[key][0]), high=put(name, 'high', tx.MEANING[key][1])) for key, name in MEASUREMENTS}
    hints = {category: [t.format(h=h, H=tx.capital(h)) for t in tx.HINT for h in tx.HINTS.get(category, tx.GENERAL)] for category in ('', *tx.CATEGORY)}
    return dict(mostEvidence=tx.MOST_EVIDENCE, content=content, evidence=evidence, nothing=list(tx.NOTHING),
                crops=[[t.format(s=s, k='{k}') for t in tx.crop_wordings(i)] for i, s in enumerate(tx.SHARE)],
                hint=hints, conflict=list(tx.CONFLICT),
                stance={k: [t.format(s=s) for t in tx.TOGETHER for s in v] for k, v in tx.STANCE.items()})


class Guide:
    """Walks the sentences of one reasoning.

    encode: text -> ids; bins: 13; crop_bins: 4; zero_bin: first bin that leans to AI; subject: (category, kind) as the eyes
    named them, each None where they are not sure: then no sentence says what the picture shows.
    """

    def __init__(self, encode, g: dict, bins, crop_bins, zero_bin: int, subject: tuple[str | None, str | None] = (None, None)):
        self.encode, self.g = encode, g
        self.hints = g['hint'].get(subject[0] or '', g['hint'][''])
        self.content = g['content'].get(subject[0] or '', {}).get(subject[1] or '', [])
        self.far = {MEASUREMENTS[i][0]: 'low' if bins[i] == 0 else 'high' for i in tx.reportable(bins)}
        top = max(crop_bins)
        self.crops = [t.format(k=k + 1) for t in g['crops'][tx.crop_share(crop_bins, zero_bin)] for k, b in enumerate(crop_bins) if b == top]
        self.said: list[str] = []
        self.live: list[tuple[str, list[int]]] = []
        self.at = 0
        self._open()

    def _kinds(self) -> list[tuple[str, list[str]]]:
        """Kinds of sentence that may come next, with their wordings."""
        g, said = self.g, self.said
        last = said[-1] if said else ''
        if last == 'hint':
            return [('conflict', g['conflict']), ('stance', g['stance']['fake'] + g['stance']['real'])]
        if last == 'conflict':
            return [('stance', g['stance']['open'])]
        if last == 'crops':
            return [('hint', self.hints)]
        if last == 'stance':
            return []
        if not said and self.content:
            return [('content', self.content)]
        named = [k for k in said if k in self.far]
        if len(named) < min(g['mostEvidence'], len(self.far)):
            return [(k, g['evidence'][k][d]) for k, d in self.far.items() if k not in named]
        if not self.far and last != 'nothing':
            return [('nothing', g['nothing'])]
        return [('crops', self.crops)]

    def _open(self) -> None:
        lead = ' ' if self.said else ''
        self.live = [(kind, self.encode(lead + s)) for kind, wordings in self._kinds() for s in wordings]
        self.at = 0

    def allowed(self) -> set[int]:
        """Ids that may come next; empty at the end."""
        return {ids[self.at] for _, ids in self.live}

    def take(self, token: int) -> None:
        self.live = [(k, ids) for k, ids in self.live if ids[self.at] == token]
        self.at += 1
        done = [k for k, ids in self.live if len(ids) == self.at]
        if done:
            self.said.append(done[0])
            self._open()


def main() -> None:
    FILE.write_text(json.dumps(grammar(), indent=1, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
