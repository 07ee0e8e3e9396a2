/** `<fake-hr1-check>` in pages of others (src/lib). */
export const embed = {
  'embed.region': 'AI traces in this picture',
  'embed.drop': 'Drop a picture here',
  'embed.choose': 'Choose a picture',
  'embed.another': 'Check another picture',
  'embed.picture': 'The picture that is checked',
  'embed.reasoningNote': 'Written by the model; it can be wrong about what it names.',
  'embed.download': 'Download of the model',
  'embed.privacy': 'Examined on this device. The picture is sent nowhere.',
  'embed.fetching': 'Fetching the picture …',
  'embed.downloading': 'Downloading the model, once: {loaded} of {total}',
  'embed.startingModel': 'Starting the model …',
  'embed.checkingModel': 'Looking for the model …',
  'embed.looking': 'Examining the picture …',
  'embed.thinking': 'Reasoning …',
  'embed.thought': 'Reasoned about.',
  'embed.atOnce': 'Answered at once.',
  'embed.oneThread':
    'Slower than it could be: this page is not isolated from other origins, so the model has one thread only.',
  'embed.unreachable.title': 'The picture could not be fetched',
  'embed.unreachable.advice':
    'Its address may be wrong, or the site it lies on does not let this page read it.',
} as const;
