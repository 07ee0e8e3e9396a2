import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import {
  type AnalyseItem,
  type AppError,
  analyseItemSchema,
  appError,
  appErrorSchema,
  type DetectorApi,
  ERROR_CODES,
  type ErrorCode,
  type LoadItem,
  type loadItemSchema,
  type Result,
  type Step,
  unreachable,
} from './index';

describe('types', () => {
  it('schemas and types say the same', () => {
    expectTypeOf<z.infer<typeof analyseItemSchema>>().toEqualTypeOf<AnalyseItem>();
    expectTypeOf<z.infer<typeof loadItemSchema>>().toEqualTypeOf<LoadItem>();
    expectTypeOf<AppError['code']>().toEqualTypeOf<ErrorCode>();
  });

  it('a step is either done or carries an item', () => {
    expectTypeOf<Extract<Step<LoadItem>, { done: false }>['value']>().toEqualTypeOf<LoadItem>();
    expectTypeOf<Extract<Step<LoadItem>, { done: true }>>().not.toHaveProperty('value');
  });

  it('every call of the worker is asynchronous and none throws its failure', () => {
    type Returned = ReturnType<DetectorApi[keyof DetectorApi]>;
    expectTypeOf<Returned>().toExtend<Promise<unknown>>();
    expectTypeOf<Awaited<ReturnType<DetectorApi['selfTest']>>>().toExtend<Result<unknown>>();
  });

  it('the closing items are part of the streams', () => {
    expectTypeOf<'final' | 'failed'>().toExtend<AnalyseItem['kind']>();
    expectTypeOf<'ready' | 'failed'>().toExtend<LoadItem['kind']>();
  });

  it('a switch over all kinds leaves nothing over', () => {
    const place = (item: AnalyseItem): number => {
      switch (item.kind) {
        case 'received':
        case 'verdict':
        case 'gate':
        case 'evidence':
        case 'reasoning':
          return 0;
        case 'final':
        case 'failed':
          return 1;
        default:
          return unreachable(item);
      }
    };
    expect(place({ kind: 'reasoning', text: '', references: [] })).toBe(0);
    // @ts-expect-error a kind that is not in the contract
    expect(() => place({ kind: 'thought' })).toThrow('unreachable');
  });
});

describe('values', () => {
  it('refuses an item of another shape', () => {
    expect(
      analyseItemSchema.safeParse({ kind: 'gate', pThink: 1.5, thinks: true, decidedBy: 'model' }).success,
    ).toBe(false);
    expect(
      analyseItemSchema.safeParse({ kind: 'gate', pThink: 0.5, thinks: true, decidedBy: 'model' }).success,
    ).toBe(true);
  });

  it('refuses an error code that has no words', () => {
    expect(appErrorSchema.safeParse({ code: 'OOPS', recoverable: false, detail: '' }).success).toBe(false);
  });

  it.each(ERROR_CODES)('%s survives the boundary', (code) => {
    const error = appError(code, 'detail', { format: 'heic', bytes: 3 });
    expect(appErrorSchema.parse(structuredClone(error))).toEqual(error);
  });

  it('lets only errors of the machine be retried, never those of the picture', () => {
    expect(ERROR_CODES.filter((code) => appError(code, '').recoverable)).toEqual([
      'DEVICE_LOST',
      'OUT_OF_MEMORY',
      'TIMEOUT',
      'INTERNAL',
    ]);
  });
});
