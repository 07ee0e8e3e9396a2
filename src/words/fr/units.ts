import type { Area } from '../area';
import type { units as english } from '../en/units';

export const units: Area<typeof english> = {
  'units.bytes': '{n} o',
  'units.kilobytes': '{n} ko',
  'units.megabytes': '{n} Mo',
  'units.gigabytes': '{n} Go',
  'units.seconds': '{n} s',
  'units.minutes': '{minutes} min {seconds} s',
  'units.secondsLeft': 'encore {count, plural, one {# seconde} other {# secondes}} environ',
  'units.minutesLeft': 'encore {count, plural, one {# minute} other {# minutes}} environ',
  'units.threads': '{device}, {count, plural, one {# fil d’exécution} other {# fils d’exécution}}',
  'units.pixels': '{size} px',
  'units.comma': ', ',
};
