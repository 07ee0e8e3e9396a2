/** The closed vocabulary of verdicts, why one may be wrong, and what it rests on. No band is ever stated as a fact. */
export const verdict = {
  'band.likelyAi': 'Likely AI-generated',
  'band.cantTell': 'Can’t tell',
  'band.noTraces': 'No AI traces found',

  'caveat.likelyAi': 'A strong hint, not proof. Heavy editing or filters can look the same.',
  'caveat.cantTell': 'The traces point neither way clearly enough to say more.',
  'caveat.cantTellRare':
    'Rare for real photos, but some kinds of them reach it more often: not enough to say more.',
  'caveat.noTraces':
    'Not finding traces does not prove that a camera took it. New generators and re-saving hide them.',

  'abstain.blank': 'The picture is blank or nearly so: there is nothing in it to judge.',
  'abstain.noise': 'The picture is little more than noise: there is nothing in it to judge.',
  'abstain.tooSmall': 'The picture is too small to carry traces that can be relied on.',
  'abstain.contradiction': 'The model argued one way and answered the other, so its answer is set aside.',
  'abstain.cropsDisagree': 'Different parts of the picture point in opposite directions.',
  'abstain.unstable':
    'The answer flips when the same picture is changed a little, as the tries below show; so it is set aside.',

  'kind.art':
    'It looks like a drawing or painting. The model learned from photographs, and style is no sign of AI.',
  'kind.render':
    'It looks like a computer rendering. The model learned from photographs, and style is no sign of AI.',
  'kind.page':
    'It looks like a screenshot or scan. The model learned from photographs and may miss what such a page shows.',

  'share.few': 'Fewer than 1 in 100 real photos score this high.',
  'share.some': 'Of 100 real photos, {count, plural, one {# scores} other {# score}} this high or higher.',
  'share.all': 'Practically all real photos score this high or higher.',

  'effort.first': 'First verdict after {time}',
  'effort.thought': 'Thought for {count, plural, one {# token} other {# tokens}}, {time}',
  'effort.thoughtOn': 'Thought for {count, plural, one {# token} other {# tokens}}, {time} on {device}',
  'effort.atOnce': 'Answered at once, {time}',
  'effort.atOnceOn': 'Answered at once, {time} on {device}',
  'effort.andFirst': '{effort}; first verdict after {time}',

  'outcome.waitModel': 'Waiting for the model',
  'outcome.waitTurn': 'Waiting for its turn',
  'outcome.retried': 'The model stopped; trying once more',
  'outcome.looking': 'Looking',
  'outcome.none': 'No verdict',
  'outcome.stoppedWith': 'Stopped; this was the verdict at first sight',
  'outcome.stopped': 'Stopped',
  'outcome.failed': 'Failed',
} as const;
