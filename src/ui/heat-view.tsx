/** The crop logits over the picture, and how to read them. */

import type { Crop } from '../contract';
import { t, whole } from '../words';
import { HEAT_FULL, heatCells, heatColour, labelAnchor, signed } from './heat';

interface HeatMapProps {
  readonly crops: readonly Crop[];
  /** Size of the picture, px. */
  readonly width: number;
  readonly height: number;
}

/** Hidden from screen readers, which get the numbers from the legend. */
export function HeatMap({ crops, width, height }: HeatMapProps) {
  const cells = heatCells(crops);
  const size = Math.max(width, height) / 26;
  return (
    <svg class="places heat" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" data-testid="heat">
      {/* Faded as a group: cells that overlap must not mix into a value that no crop has. */}
      <g class="heat-cells">
        {cells.map(({ region, logit, places }) => (
          <rect key={places[0]} class="heat-cell" {...region} fill={heatColour(logit)} />
        ))}
      </g>
      {cells.map(({ region, logit, places }) => {
        const { x, anchor } = labelAnchor(region, width, size * 0.25);
        return (
          <g key={places[0]} class="place-edge">
            <rect {...region} />
            <text x={x} y={region.y + region.height - size * 0.35} font-size={size} text-anchor={anchor}>
              {signed(logit)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Steps of the legend's bar, from full to full; odd, so that 0 has one of its own. */
const STEPS = 25;
const step = (index: number) => ((index / (STEPS - 1)) * 2 - 1) * HEAT_FULL;

interface LegendProps {
  readonly crops: readonly Crop[];
  /** A longer look, at more places, can still be asked for. */
  readonly more: boolean;
}

export function HeatLegend({ crops, more }: LegendProps) {
  return (
    <div class="heat-legend" data-testid="heat-legend">
      <svg viewBox={`0 0 ${STEPS} 1`} preserveAspectRatio="none" aria-hidden="true">
        {Array.from({ length: STEPS }, (_, index) => (
          <rect key={index} x={index} width="1.05" height="1" fill={heatColour(step(index))} />
        ))}
      </svg>
      <p class="heat-ends">
        <span>{t('heat.fewer', { value: `−${whole(HEAT_FULL)}` })}</span>
        <span>{whole(0)}</span>
        <span>{t('heat.more', { value: `+${whole(HEAT_FULL)}` })}</span>
      </p>
      <ul class="visually-hidden" aria-label={t('heat.scores')}>
        {crops.map(({ logit }, index) => (
          <li key={index}>{t('heat.place', { count: index + 1, value: signed(logit) })}</li>
        ))}
      </ul>
      <p class="note">
        {t('heat.note')}
        {more && ` ${t('heat.explain')}`}
      </p>
    </div>
  );
}
