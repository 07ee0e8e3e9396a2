/** The picture, with the places the model looked at, their scores and a magnifier over it on wish. */

import { useRef, useState } from 'preact/hooks';
import { type Card, isOfThePicture, isOpen } from '../state/card';
import { t } from '../words';
import { HeatLegend, HeatMap } from './heat-view';
import { type LookAt, lookAtMiddle } from './magnifier';
import { Lens, LensBar, sizeOf } from './magnifier-view';

interface PictureProps {
  readonly card: Card;
  /** Crops to bring out, as indices into the verdict's crops. */
  readonly shown: readonly number[];
}

export function Picture({ card, shown }: PictureProps) {
  const [broken, setBroken] = useState(false);
  const [loaded, setLoaded] = useState(false);
  const [all, setAll] = useState(false);
  const [heat, setHeat] = useState(false);
  const [look, setLook] = useState<LookAt | null>(null);
  const image = useRef<HTMLImageElement>(null);
  const lensButton = useRef<HTMLButtonElement>(null);
  // Of an earlier visit only the small view is left; it has no pixels to magnify.
  const source = card.url ?? card.small?.url;
  if (!source || broken)
    return (
      <figure class="picture picture-none">
        <p>{t('picture.none')}</p>
      </figure>
    );
  const { received } = card;
  const crops = card.verdict?.crops ?? [];
  const looked = received !== null && crops.length > 0;
  const where = `${card.id}-lens`;
  const toggleLens = () => setLook(look || !image.current ? null : lookAtMiddle(sizeOf(image.current)));
  const closeLens = () => {
    setLook(null);
    lensButton.current?.focus();
  };
  return (
    <figure class="picture">
      <div
        class="picture-frame"
        // A small view is drawn larger than it is, and no larger than the picture itself would be.
        {...(!card.url && card.small ? { style: { '--ratio': card.small.width / card.small.height } } : {})}
      >
        <img
          ref={image}
          src={source}
          class={card.url ? undefined : 'picture-small'}
          alt={card.name}
          onLoad={() => setLoaded(true)}
          onError={() => setBroken(true)}
        />
        {looked && heat && <HeatMap crops={crops} width={received.width} height={received.height} />}
        {looked && (all || shown.length > 0) && <Places card={card} shown={shown} all={all} />}
        {look && (
          <Lens
            image={image}
            name={card.name}
            look={look}
            where={where}
            onLook={setLook}
            onClose={closeLens}
          />
        )}
      </div>
      <figcaption>
        <div class="picture-tools">
          {looked && (
            <button type="button" aria-pressed={heat} onClick={() => setHeat(!heat)}>
              {t('picture.heat')}
            </button>
          )}
          {/* A file that could not be read has nothing in it to look at closely. */}
          {loaded && card.url && !isOfThePicture(card) && (
            <button ref={lensButton} type="button" aria-pressed={look !== null} onClick={toggleLens}>
              {t('picture.magnifier')}
            </button>
          )}
          {looked && (
            <button type="button" class="quiet" onClick={() => setAll(!all)}>
              {all ? t('picture.hide', { count: crops.length }) : t('picture.show', { count: crops.length })}
            </button>
          )}
        </div>
        {look && <LensBar look={look} where={where} onLook={setLook} />}
        {looked && heat && <HeatLegend crops={crops} more={!isOpen(card) && !card.final?.thought} />}
      </figcaption>
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
