/**
 * The guide, and what to do now with an answer; written for a newsroom. Services of others are named, never linked.
 * `{count}`, `{real}`, `{generated}` come from the manifest and the model card; 0 of 100 stands for fewer than 1.
 */
export const guide = {
  'guide.open': 'Guide',
  'guide.title': 'How to work with an answer',
  'guide.close': 'Close',
  'guide.back': 'Back',
  'guide.next': 'Next',
  'guide.done': 'Done',
  'guide.at': 'Step {position, number} of {count, number}',
  'guide.steps': 'Steps of the guide',
  'guide.stepNamed': '{n}: {title}',
  'guide.invitation':
    'New here? A few short steps: what the answers mean, why they may be wrong, what to do next.',
  'guide.start': 'Start the guide',
  'guide.later': 'Not now',

  'guide.lead.title': 'One lead, not a judge',
  'guide.lead.what':
    'Give this page a picture, and it looks for the statistical traces that image generators leave in the pixels. The picture stays on this device; nothing is sent.',
  'guide.lead.pixels':
    'It judges pixels alone. Who made the picture, when and where, and whether the caption is true, it cannot know: a camera photo with a false caption misleads as well.',
  'guide.lead.declared':
    'Above the answer stands what the file itself declares, if it declares anything. It is kept apart, because it can be forged or removed.',

  'guide.answers.title': 'What the three answers mean',
  'guide.answers.share':
    'Below each answer stands how many real photos of 100 score as high. That line is worth more than the words.',
  'guide.answers.likely':
    'The pixels look more like a generator’s work than those of nearly all real photos. A strong hint, never proof.',
  'guide.answers.likelyTest':
    'In the test {real, plural, =0 {fewer than 1} one {about #} other {about #}} of 100 real pictures got it all the same.',
  'guide.answers.cant':
    'The traces point neither way, or the answer was set aside for a reason that the card names. Go on by other means.',
  'guide.answers.none':
    'Nothing was found that speaks for a generator. That proves nothing about the origin.',
  'guide.answers.noneTest':
    'In the test {generated, plural, =0 {fewer than 1} one {about #} other {about #}} of 100 AI pictures got this answer.',

  'guide.wrong.title': 'Why it may be wrong',
  'guide.wrong.test':
    'Tried on {count, plural, one {# picture} other {# pictures}} that it had never seen, the model called {generated, plural, =0 {fewer than 1} one {about #} other {about #}} of 100 AI pictures “{likely}”, and {real, plural, =0 {fewer than 1} one {about #} other {about #}} of 100 real ones.',
  'guide.wrong.heldOut':
    'Of {count, plural, one {# real picture} other {# real pictures}} kept back from training, {real, plural, =0 {fewer than 1} one {about #} other {about #}} of 100 were called “{likely}”.',
  'guide.wrong.copies': 'Forwarded copies',
  'guide.wrong.copiesText':
    'Messengers and social networks shrink and compress pictures anew, and most traces go with that.',
  'guide.wrong.editing': 'Editing',
  'guide.wrong.editingText':
    'Filters, retouching, enlarging and the night modes of phones leave traces of their own, which can look like a generator’s.',
  'guide.wrong.newer': 'New generators',
  'guide.wrong.newerText': 'It knows those it learned from. What came later may pass unseen.',
  'guide.wrong.kinds': 'Other kinds of pictures',
  'guide.wrong.kindsText':
    'It learned from photographs. Drawings, renderings, screenshots and scans are outside of that.',
  'guide.wrong.parts': 'Changed parts',
  'guide.wrong.partsText':
    'It looks at a few places closely. The heat map shows which; an altered part elsewhere can be missed.',

  'guide.todo.title': 'What to do next',
  'guide.todo.text': 'As with any picture that matters, whatever the answer was:',
  'guide.todo.original': 'Look for the original',
  'guide.todo.originalText':
    'Who published it first? Ask for the file as it left the camera, not a forwarded copy, and examine that.',
  'guide.todo.search': 'Search for earlier copies',
  'guide.todo.searchText':
    'Reverse image search, as in Google Lens, TinEye, Bing or Yandex, finds older and larger ones. It sends the picture to that company: not with confidential material.',
  'guide.todo.source': 'Ask the source',
  'guide.todo.sourceText':
    'Who took it, with what, from where? Are there pictures from just before and after?',
  'guide.todo.place': 'Check place and time',
  'guide.todo.placeText':
    'Compare buildings, signs, shadows and weather with maps, street views and weather records.',
  'guide.todo.look': 'Look closely',
  'guide.todo.lookText':
    'Hands, lettering, reflections, patterns that repeat: use the magnifier. Oddities are questions, not proof.',
  'guide.todo.second': 'Have a second person look',
  'guide.todo.secondText': 'Save the report with your note. Accuse nobody on the strength of this page.',

  'guide.page.title': 'Around the page',
  'guide.page.key': 'F1',
  'guide.page.keyText': 'Opens this guide at any time; Escape closes it.',
  'guide.page.paste': 'Paste',
  'guide.page.pasteText': 'A copied picture can be pasted anywhere on the page.',
  'guide.page.explain': 'Explain',
  'guide.page.explainText': 'The model looks at more places and says what it goes by.',
  'guide.page.tries': 'Try it four ways',
  'guide.page.triesText':
    'Shrunk, compressed, mirrored, looked at elsewhere: an answer that flips is set aside.',
  'guide.page.print': 'Print',
  'guide.page.printText': 'The pictures with all that was found about them, folds opened, nothing to press.',
  'guide.page.offline': 'Without a connection',
  'guide.page.offlineText': 'Once loaded, everything here works with the network unplugged.',

  'now.title': 'What now?',
  'now.more': 'The guide has more',
  'now.likely.ask':
    'Neither publish nor accuse on this alone. Ask whoever posted it for the original file, and examine that.',
  'now.likely.try': 'Try the answer four ways: one that flips is worth nothing.',
  'now.cant.none': 'Take it for what it is: no answer. A larger or earlier copy may give one.',
  'now.cant.goOn': 'Go on as with any other picture: source, earlier copies, place and time.',
  'now.none.bill':
    'Do not take it for a clean bill: traces get lost on the way, and new generators leave others.',
  'now.none.ask': 'Ask who took it, where and when; whether the caption is true cannot be seen in pixels.',
  'now.search': 'Search for earlier and larger copies by reverse image search, and check place and time.',
  'now.little.none': 'There is too little in these pixels for any answer.',
  'now.little.larger': 'Look for a larger copy, best the original file, and examine that.',
} as const;
