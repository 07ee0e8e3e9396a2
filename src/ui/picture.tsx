/** The picture, with the places the model looked at drawn over it on wish. */
import { useState } from 'preact/hooks';
import type { Card } from '../state/card';

interface PictureProps {
  readonly card: Card;
  /** Crops to bring out, as indices into the verdict's crops. */
  readonly shown: readonly number[];
}

export function Picture({ card, shown }: PictureProps) {
  const [broken, setBroken] = useState(false);
  const [all, setAll] = useState(false);
  if (!card.url || broken)
    return (
      <figure class="picture picture-none">
        <p>No preview</p>
      </figure>
    );
  const crops = card.verdict?.crops ?? [];
  return (
    <figure class="picture">
      <div class="picture-frame">
        <img src={card.url} alt={card.name} onError={() => setBroken(true)} />
        {card.received && crops.length > 0 && (all || shown.length > 0) && (
          <Places card={card} shown={shown} all={all} />
        )}
      </div>
      {crops.length > 0 && (
        <figcaption>
          <button type="button" class="quiet" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? 'Hide' : 'Show'} the {crops.length} places it looked at closely
          </button>
        </figcaption>
      )}
    </figure>
  );
}

function Places({ card, shown, all }: PictureProps & { readonly all: boolean }) {
  const { received, verdict } = card;
  if (!received || !verdict) return null;
  const { width, height } = received;
  const size = Math.max(width, height) / 26;
  return (
    <svg class="places" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {verdict.crops.map(({ region }, index) => {
        const here = shown.includes(index);
        if (!here && !all) return null;
        return (
          <g key={index} class={here ? 'place place-here' : 'place'}>
            <rect class="place-halo" x={region.x} y={region.y} width={region.width} height={region.height} />
            <rect x={region.x} y={region.y} width={region.width} height={region.height} />
            <text x={region.x + size * 0.3} y={region.y + size} font-size={size}>
              {index + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
