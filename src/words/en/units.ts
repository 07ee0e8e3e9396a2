/** Sizes, times and small joints of sentences. `{n}` is a number already written in the language's way. */
export const units = {
  'units.bytes': '{n} B',
  'units.kilobytes': '{n} kB',
  'units.megabytes': '{n} MB',
  'units.gigabytes': '{n} GB',
  'units.seconds': '{n} s',
  'units.minutes': '{minutes} min {seconds} s',
  'units.secondsLeft': 'about {count, plural, one {# second} other {# seconds}} left',
  'units.minutesLeft': 'about {count, plural, one {# minute} other {# minutes}} left',
  'units.threads': '{device}, {count, plural, one {# thread} other {# threads}}',
  'units.pixels': '{size} px',
  /** Between parts of a line. */
  'units.comma': ', ',
} as const;
