import type { Area } from '../area';
import type { units as english } from '../en/units';

export const units: Area<typeof english> = {
  'units.bytes': '{n} B',
  'units.kilobytes': '{n} kB',
  'units.megabytes': '{n} MB',
  'units.gigabytes': '{n} GB',
  'units.seconds': '{n} s',
  'units.minutes': '{minutes} min {seconds} s',
  'units.secondsLeft': 'noch etwa {count, plural, one {# Sekunde} other {# Sekunden}}',
  'units.minutesLeft': 'noch etwa {count, plural, one {# Minute} other {# Minuten}}',
  'units.threads': '{device}, {count, plural, one {# Thread} other {# Threads}}',
  'units.pixels': '{size} px',
  'units.comma': ', ',
};
