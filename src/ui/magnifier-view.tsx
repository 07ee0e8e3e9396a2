/** The magnifier over the picture: follows pointer, finger and arrow keys; shows the picture's own pixels, unsmoothed. */

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t, whole } from '../words';
import {
  afterKey,
  type LookAt,
  lensCorner,
  lensSide,
  pointUnder,
  type Size,
  sourceOf,
  ZOOMS,
  zoomed,
} from './magnifier';

interface LensProps {
  readonly image: RefObject<HTMLImageElement | null>;
  readonly name: string;
  readonly look: LookAt;
  /** Id of the text that says where it looks. */
  readonly where: string;
  readonly onLook: (look: LookAt) => void;
  readonly onClose: () => void;
}

/** Size of the picture as the browser turned it by EXIF, px. */
export const sizeOf = (image: HTMLImageElement): Size => ({
  width: image.naturalWidth,
  height: image.naturalHeight,
});

function paint(canvas: HTMLCanvasElement, image: HTMLImageElement, look: LookAt): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const shown: Size = { width: image.clientWidth, height: image.clientHeight };
  const lens = lensSide(shown);
  // The screen's own px, or the lens would be smoothed after all.
  const side = Math.round(lens * devicePixelRatio);
  canvas.width = side;
  canvas.height = side;
  canvas.style.width = `${lens}px`;
  canvas.style.height = `${lens}px`;
  context.imageSmoothingEnabled = false;
  const source = sourceOf(look, lens);
  context.drawImage(image, source.x, source.y, source.side, source.side, 0, 0, side, side);
  const corner = lensCorner(look, shown, sizeOf(image));
  canvas.style.left = `${corner.x}px`;
  canvas.style.top = `${corner.y}px`;
}

export function Lens({ image, name, look, where, onLook, onClose }: LensProps) {
  const surface = useRef<HTMLDivElement>(null);
  const lens = useRef<HTMLCanvasElement>(null);
  useEffect(() => surface.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    const [canvas, shown] = [lens.current, image.current];
    if (!canvas || !shown) return;
    paint(canvas, shown, look);
    // Another width of the page moves the lens; another screen may have other pixels.
    const resized = new ResizeObserver(() => paint(canvas, shown, look));
    resized.observe(shown);
    return () => resized.disconnect();
  }, [image, look]);

  const follow = (event: PointerEvent) => {
    const [area, shown] = [surface.current, image.current];
    if (!area || !shown) return;
    const box = area.getBoundingClientRect();
    const point = pointUnder({ x: event.clientX - box.left, y: event.clientY - box.top }, box, sizeOf(shown));
    onLook({ ...look, point, finger: event.pointerType === 'touch' });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !image.current) return;
    if (event.key === 'Escape') {
      // Around a card under review the same key means something else.
      event.preventDefault();
      return onClose();
    }
    const next = afterKey(look, event.key, event.shiftKey, sizeOf(image.current));
    if (!next) return;
    // The page must not scroll away under the lens.
    event.preventDefault();
    onLook(next);
  };
  return (
    <div
      ref={surface}
      class="lens-surface"
      // Arrow keys are the magnifier's, also with a screen reader.
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, and so the focus
      tabIndex={0}
      aria-roledescription={t('lens.role')}
      aria-label={t('lens.label', { name })}
      aria-describedby={where}
      onPointerDown={follow}
      onPointerMove={follow}
      onKeyDown={onKey}
    >
      <canvas ref={lens} class="lens" data-testid="lens" />
    </div>
  );
}

interface LensBarProps {
  readonly look: LookAt;
  readonly where: string;
  readonly onLook: (look: LookAt) => void;
}

/** Enlargement and place, for those who have no keys. */
export function LensBar({ look, where, onLook }: LensBarProps) {
  const { point, zoom } = look;
  const step = (by: 1 | -1) => onLook({ ...look, zoom: zoomed(zoom, by) });
  return (
    <div class="lens-bar">
      <button
        type="button"
        aria-label={t('lens.smaller')}
        aria-disabled={zoom === ZOOMS[0]}
        onClick={() => step(-1)}
      >
        −
      </button>
      <output id={where} data-testid="lens-where">
        {t('lens.where', { zoom: whole(zoom), x: whole(point.x), y: whole(point.y) })}
      </output>
      <button
        type="button"
        aria-label={t('lens.larger')}
        aria-disabled={zoom === ZOOMS.at(-1)}
        onClick={() => step(1)}
      >
        +
      </button>
      <p class="note">{t('lens.note')}</p>
    </div>
  );
}
