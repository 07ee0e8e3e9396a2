import { describe, expectTypeOf, it } from 'vitest';
import type { AnalyseRequest, AppError, ErrorCode, LoadRequest } from '../contract';
import type { FinalItem, HostEvent, LoadProgress } from '../host/host';
import type * as Public from './types';

/** Public types promise not to be written to; zod's do not. That is the one difference allowed. */
type Frozen<T> = T extends (infer Item)[] | readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

describe('the public types say what the contract says', () => {
  it('events', () => {
    type Ours = HostEvent | FinalItem | { kind: 'failed'; error: AppError };
    expectTypeOf<Frozen<Public.AnalysisEvent>>().toEqualTypeOf<Frozen<Ours>>();
  });

  it('codes and errors', () => {
    expectTypeOf<Public.ErrorCode>().toEqualTypeOf<ErrorCode>();
    expectTypeOf<Frozen<Public.DetectorError>>().toEqualTypeOf<Frozen<AppError>>();
  });

  it('what can be asked for', () => {
    type Asked = Required<Omit<Public.AnalyseOptions, 'signal'>>;
    type Options = { readonly [K in keyof Asked]: Exclude<Asked[K], undefined> };
    expectTypeOf<Options>().toEqualTypeOf<Required<AnalyseRequest>>();
    expectTypeOf<Exclude<Public.DetectorOptions['device'], undefined>>().toEqualTypeOf<
      LoadRequest['device']
    >();
    type Step = Extract<Public.Progress, { phase: 'starting' }>['step'];
    expectTypeOf<Step>().toEqualTypeOf<LoadProgress['phase']>();
  });
});
