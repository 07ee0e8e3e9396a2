import { useEffect } from 'preact/hooks';
import type { Guide } from '../state/guide';

/** F1 opens the guide: a key without a character, which no speech input and no typing hits by accident (WCAG 2.1.4). */
export function useGuideKey(guide: Guide): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      // Else the browser opens help of its own.
      event.preventDefault();
      if (guide.snapshot().at === null) guide.open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [guide]);
}
