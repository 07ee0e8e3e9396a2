/** Names of arguments in messages and what may be put in for them, so that a missing or wrong one is a type error. */

/** Put in as they are: names, words, numbers already written. */
export const TEXT_ARGS = [
  'n',
  'minutes',
  'seconds',
  'device',
  'size',
  'value',
  'label',
  'loaded',
  'total',
  'version',
  'present',
  'title',
  'off',
  'limit',
  'set',
  'time',
  'effort',
  'name',
  'zoom',
  'x',
  'y',
  'likely',
  'cant',
  'none',
  'band',
  'way',
  'why',
  'signer',
  'by',
  'day',
  'place',
  'places',
  'code',
  'claim',
  'field',
  'what',
  'how',
  'step',
  'role',
  'titled',
  'own',
  'ai',
  'detail',
  'format',
  'build',
  'trust',
  'quote',
  'a',
  'b',
  'beta',
] as const;

/** Numbers, written or counted by the message itself. */
export const NUMBER_ARGS = ['count', 'left', 'real', 'generated', 'position'] as const;

type Named<M, N extends string> = N extends N
  ? M extends `${string}{${N}}${string}` | `${string}{${N},${string}`
    ? N
    : never
  : never;

type TextArg = (typeof TEXT_ARGS)[number];
type NumberArg = (typeof NUMBER_ARGS)[number];

/** The arguments of a message. */
export type ArgsOf<M> = { readonly [N in Named<M, TextArg>]: string } & {
  readonly [N in Named<M, NumberArg>]: number;
};

/** Whether a message takes any. */
export type HasArgs<M> = [Named<M, TextArg | NumberArg>] extends [never] ? false : true;
