import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Readable } from '../state/store';

/** The snapshot of a store; renders again when it changes. */
export function useReadable<T>(source: Readable<T>): T {
  const current = useSignal(source.snapshot());
  useLayoutEffect(() => {
    current.value = source.snapshot();
    return source.subscribe(() => {
      current.value = source.snapshot();
    });
  }, [source, current]);
  return current.value;
}
