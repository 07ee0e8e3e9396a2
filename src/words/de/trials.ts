import type { Area } from '../area';
import type { trials as english } from '../en/trials';

export const trials: Area<typeof english> = {
  'trials.title': 'Hält die Antwort?',
  'trials.note':
    'Auf halbe Größe verkleinert, komprimiert, gespiegelt, an anderen Stellen angesehen: Eine brauchbare Antwort bleibt dabei dieselbe.',
  'trials.stop': 'Versuche anhalten',
  'trials.rest': 'Die übrigen versuchen',
  'trials.start': 'Auf vier Arten versuchen',
  'trials.caption': 'Sofortige Antworten, jede für sich',
  'trials.picture': 'Das Bild',
  'trials.score': 'Wert, 0 bis 1',
  'trials.answer': 'Antwort',

  'variant.halfSize': 'In halber Größe',
  'variant.jpeg70': 'Als JPEG 70 gespeichert',
  'variant.otherCrops': 'Anderswo angesehen',
  'variant.mirrored': 'Gespiegelt',
  'variant.asItIs': 'Wie es ist',
  'variant.reasoned': 'Wie es ist, mit Begründung',

  'trials.waiting': 'Wartet',
  'trials.looking': 'Wird angesehen',
  'trials.stopped': 'Nicht versucht',
  'trials.failed': 'Konnte nicht versucht werden',
  'trials.tooSmall': '{band}: zu klein',
  'trials.setAside': '{band}: gilt nicht',

  'trials.flips':
    'Die Antwort kippt: „{likely}“ in manchen Formen des Bildes und in anderen nicht. Eine Antwort, die an so wenig hängt, gilt nicht.',
  'trials.progress': 'Versuch {position, number} von {count, number}: {way}.',
  'trials.way.halfSize': 'in halber Größe',
  'trials.way.jpeg70': 'als JPEG 70 gespeichert',
  'trials.way.otherCrops': 'anderswo angesehen',
  'trials.way.mirrored': 'gespiegelt',
  'trials.turn': 'Wartet, bis es an der Reihe ist.',
  'trials.open':
    '{left, plural, one {# von {count, number} Versuchen ist} other {# von {count, number} Versuchen sind}} ohne Antwort.',
  'trials.unjudged': 'Keines der veränderten Bilder ließ sich beurteilen.',
  'trials.steady': 'Die Antwort war in jeder Form dieselbe, die sich beurteilen ließ.',
  'trials.moves':
    'Die Antwort schwankt zwischen „{cant}“ und „{none}“ und kommt in keiner Form zu „{likely}“.',
  'trials.halfTooSmall': 'In halber Größe: {why}',
  'trials.samePlaces': 'Das Bild hat keinen Platz für andere Stellen; es wurden dieselben angesehen.',
};
