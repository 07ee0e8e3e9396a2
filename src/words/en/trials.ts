/** The same picture tried several ways. `{likely}`, `{cant}`, `{none}`, `{band}` are the closed words of the bands. */
export const trials = {
  'trials.title': 'Does the answer hold?',
  'trials.note':
    'Shrunk to half, compressed, mirrored, looked at in other places: an answer that is worth something stays the same.',
  'trials.stop': 'Stop trying',
  'trials.rest': 'Try the rest',
  'trials.start': 'Try it four ways',
  'trials.caption': 'Answers at once, each for itself',
  'trials.picture': 'The picture',
  'trials.score': 'Score, 0 to 1',
  'trials.answer': 'Answer',

  'variant.halfSize': 'At half the size',
  'variant.jpeg70': 'Saved as JPEG 70',
  'variant.otherCrops': 'Looked at elsewhere',
  'variant.mirrored': 'Mirrored',
  'variant.asItIs': 'As it is',
  'variant.reasoned': 'As it is, with reasoning',

  'trials.waiting': 'Waiting',
  'trials.looking': 'Looking',
  'trials.stopped': 'Not tried',
  'trials.failed': 'Could not be tried',
  'trials.tooSmall': '{band}: too small',
  'trials.setAside': '{band}: set aside',

  'trials.flips':
    'The answer flips: “{likely}” in some forms of the picture and not in others. An answer that hangs on so little is set aside.',
  'trials.progress': 'Trying {position, number} of {count, number}: {way}.',
  'trials.way.halfSize': 'at half the size',
  'trials.way.jpeg70': 'saved as JPEG 70',
  'trials.way.otherCrops': 'looked at elsewhere',
  'trials.way.mirrored': 'mirrored',
  'trials.turn': 'Waiting for its turn.',
  'trials.open': '{left, number} of {count, plural, one {# try has} other {# tries have}} no answer.',
  'trials.unjudged': 'None of the changed pictures could be judged.',
  'trials.steady': 'The answer was the same in every form that could be judged.',
  'trials.moves': 'The answer moves between “{cant}” and “{none}”, and reaches “{likely}” in no form.',
  'trials.halfTooSmall': 'At half the size: {why}',
  'trials.samePlaces': 'The picture has no room for other places, so the same ones were looked at.',
} as const;
