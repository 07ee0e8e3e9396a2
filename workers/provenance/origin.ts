/**
 * What a file's claims come to. Claims are weighed by who stands behind them and held against each other; a claim that
 * is damaged, broken or contradicted is shown and not repeated. No claim at all comes to nothing, never to "no AI".
 */
import type { Declaration, Origin, Standing } from '../../src/contract';

const isAi = ({ claim }: Declaration) => claim !== 'camera';
const isMade = ({ claim }: Declaration) => claim === 'ai-generated' || claim === 'ai-possible';

/** The strongest first: made outweighs edited, a statement outweighs a "may be". */
const WEIGHT = ['ai-generated', 'ai-edited', 'ai-possible'] as const;

export interface Weighed {
  readonly origin: Origin | null;
  readonly declarations: readonly Declaration[];
}

/**
 * A picture cannot be both made by a generator and taken by a camera; edited with AI it can. Where a signer on the list
 * stands on one side alone, that side stands; otherwise neither does, since anybody can write either.
 */
export function weigh(declarations: readonly Declaration[]): Weighed {
  const counting = declarations.filter(({ standing }) => standing === 'counts');
  const made = counting.filter(isMade);
  const taken = counting.filter(({ claim }) => claim === 'camera');
  if (made.length > 0 && taken.length > 0) {
    const listed = (list: readonly Declaration[]) => list.some(({ backing }) => backing === 'signed-listed');
    const losers = new Set<Declaration>([
      ...(listed(made) && !listed(taken) ? [] : made),
      ...(listed(taken) && !listed(made) ? [] : taken),
    ]);
    const held = declarations.map((one): Declaration => {
      const standing: Standing = losers.has(one) ? 'contradicted' : one.standing;
      return { ...one, standing };
    });
    const left = held.filter((one) => one.standing === 'counts' && isAi(one));
    if (made.some((one) => losers.has(one))) return { origin: 'contradictory', declarations: held };
    return { origin: strongest(left), declarations: held };
  }
  return { origin: strongest(counting.filter(isAi)), declarations };
}

function strongest(claims: readonly Declaration[]): Origin | null {
  return WEIGHT.find((weight) => claims.some(({ claim }) => claim === weight)) ?? null;
}
