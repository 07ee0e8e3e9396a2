/** Many pictures: folders, the run, table, filters, review, and what is kept on the device. */
export const batch = {
  'intake.chooseFolder': 'Choose a folder',
  'folder.reading': 'Reading the folder',
  'folder.none': 'No pictures were found in the folder.',
  'folder.others':
    '{count, plural, one {# file that is no picture by its name was} other {# files that are no pictures by their names were}} left out.',
  'folder.cut': 'Only the first {count, number} pictures were taken; drop the rest when these are through.',
  'folder.back':
    '{count, plural, one {# picture of an earlier visit is complete again.} other {# pictures of an earlier visit are complete again.}}',

  'run.progress': '{position, number} of {count, number} examined',
  'run.progressTime': '{position, number} of {count, number} examined, {time}',
  'run.paused': 'paused',
  'run.pausing': 'pausing after this picture',
  'run.pause': 'Pause',
  'run.resume': 'Resume',
  'run.cancel': 'Cancel the rest',
  'run.again': 'Examine {count, plural, one {the # left out} other {the # left out}}',
  /** Announced to screen readers at every tenth. `{n}`: "40%". */
  'run.announce': '{n} examined',

  'layout.legend': 'Show as',
  'layout.cards': 'Cards',
  'layout.table': 'Table',

  'tally.part': '{label}:\u00a0{value}',
  'tally.failed': 'Failed',
  'tally.declared': 'Declared as AI in some way',
  'tally.checked': 'Checked by you',

  'flag.sameFile': 'Same file',
  'flag.nearSame': 'Near-same',
  'flag.unstable': 'Answer flips',
  'flag.contradiction': 'Contradicts itself',
  'flag.damaged': 'Damaged',
  'flag.wrongExtension': 'Wrong extension',
  'flag.credentialsBroken': 'Credentials broken',
  'flag.screenshot': 'Screenshot',
  'flag.recompressed': 'Recompressed',
  'flag.platform': 'From a platform',
  'flag.note': 'Note',
  'flag.noOriginal': 'Preview only',

  /** As short as can be: a column of the table. Each is what the file declares, not what it is. */
  'originShort.aiGenerated': 'AI-generated',
  'originShort.aiEdited': 'Edited with AI',
  'originShort.aiPossible': 'Possibly AI',
  'originShort.contradictory': 'Contradicts itself',

  'standing.failed': 'Failed',
  'standing.stopped': 'Not examined',
  'standing.queued': 'Waiting',
  'standing.running': 'Looking',
  /** The model has a number but abstains. */
  'standing.setAside': 'abstained',
  'standing.score': 'Score {n}',

  'table.caption': 'Pictures, one a row',
  'table.picture': 'Picture',
  'table.name': 'Name',
  'table.verdict': 'Verdict',
  'table.origin': 'File declares',
  'table.flags': 'Flags',
  'table.checked': 'Checked',
  'table.nothing': 'No picture passes the filters.',
  'table.showAll': 'Show all',
  'table.open': 'Open {name}',
  'table.check': '{name} is checked',
  'table.group': 'Group {n}',
  'table.keys': 'Keys in the table: ↑ ↓ move, Enter opens, C checks, N notes.',

  'filter.legend': 'Filter and sort',
  'filter.text': 'Search name or note',
  'filter.sort': 'Sort by',
  'filter.descending': 'Reversed',
  'filter.shown': '{left, number} of {count, plural, one {# picture} other {# pictures}}',
  'filter.any': 'Any',
  'filter.open': 'Not examined yet',
  'filter.declared': 'AI in some way',
  'filter.undeclared': 'Nothing about AI',
  'filter.unchecked': 'Still to check',
  'filter.duplicates': 'All duplicates',
  'sort.arrival': 'Order of arrival',
  'sort.origin': 'What the file declares',
  'sort.flags': 'Number of flags',
  'sort.group': 'Duplicates together',

  'review.region': 'Review',
  'review.back': 'Back to the table',
  'review.previous': 'Previous',
  'review.next': 'Next',
  'review.position': '{position, number} of {count, number}',
  'review.note': 'Note',
  'review.keys': 'Keys: J or → next, K or ← previous, C checks, N notes, Esc back to the table.',
  'review.sameFile': 'The same file, byte for byte:',
  'review.nearSame': 'Nearly the same picture:',

  'gone.title': 'The picture itself was not kept',
  'gone.text':
    'Verdict, reasoning, note and report are here. To explain, try, magnify or ask again, give this page the same file once more; it is recognised by its content.',
  'gone.unfinished':
    'It was not examined before the page was closed. Give this page the same file once more; it is recognised by its content.',
  'gone.choose': 'Choose the file',

  'kept.title': 'Results kept on this device',
  'kept.what':
    'Verdicts, notes and small previews stay in this browser until you clear them, so that closing the page loses nothing. The pictures themselves are never kept, and nothing is sent anywhere.',
  'kept.private': 'Private: keep nothing',
  'kept.privateWhat':
    'Deletes what is kept, and keeps nothing from now on. What is on the page stays until you close it.',
  'kept.clear': 'Clear all results',
  'kept.clearWhat': 'Takes all pictures off the page and deletes everything that is kept of them.',
  'kept.cleared': 'Everything was cleared.',
  'kept.isPrivate': 'Private: results end with this tab.',
  'kept.refused':
    'This browser keeps nothing for this page, so results end with this tab. Save a report of what matters.',
  'kept.full':
    'There is no room left on this device to keep results. The newest end with this tab; save a report, or clear old ones.',
  'kept.restored':
    '{count, plural, one {# picture of earlier visits is} other {# pictures of earlier visits are}} shown.',
  'kept.unreadable':
    '{count, plural, one {# kept result could not be read and was} other {# kept results could not be read and were}} left out.',
} as const;
