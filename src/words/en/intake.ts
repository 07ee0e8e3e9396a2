/** Where pictures come in, and how they are asked about. */
export const intake = {
  'intake.title': 'Was this picture made by AI?',
  'intake.titleNext': 'Examine another picture',
  'intake.lead':
    'Give this page a picture. It is examined on this device for the traces that image generators leave behind; the picture never leaves the device.',
  'intake.hint': 'Drop pictures or a folder anywhere on this page, or paste one.',
  'intake.choose': 'Choose pictures',

  'ask.how': 'How should it answer?',
  'ask.question': 'Question',
  'ask.suggested': 'Suggested questions',
  'ask.suggestions': 'Suggestions',
  'ask.forAnswer': 'For an answer',
  'ask.forReasons': 'For reasons',
  /** Stands under the question where the page is not in English; empty in English. */
  'ask.english': '',
  'ask.again': 'Ask again, another way',
  'ask.submit': 'Ask',

  'mode.auto.name': 'Let the model decide',
  'mode.auto.what': 'It reasons only where it finds that worth while.',
  'mode.answer.name': 'Answer at once',
  'mode.answer.what': 'A verdict without reasoning; quickest.',
  'mode.explain.name': 'Explain',
  'mode.explain.what': 'It looks at more places and says what it goes by; takes longer.',
} as const;
