/** What screen readers hear, and nobody sees: whole sentences, each said once. */
export const spoken = {
  'said.of': '{name}: {what}',
  'said.verdict': '{band}. {why}',
  'said.declared': 'The file itself says: {title}. {what}',
  'said.failed': '{title}. {what}',
  'said.stays': 'The reasoning is done; the answer stays as it was.',
  'said.stopped': 'Stopped.',
  'said.added': '{count, plural, one {# picture} other {# pictures}} added.',
  'said.cleared': 'All pictures removed.',
  'said.all': 'All {count, plural, one {# picture} other {# pictures}} are examined: {what}.',
  'said.band': '{n} {band}',
  'said.without': '{n} without an answer',
  'said.reasoning': 'Reasoning about {name}:',
  'said.model.downloading': 'Downloading the model, {size}.',
  'said.model.half': 'Half of the model is downloaded.',
  'said.model.ready': 'The model is ready.',
  'said.model.stopped': 'The model stopped; it starts again.',
} as const;
