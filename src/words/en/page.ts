/** Frame of the page: title, masthead, offers, colophon. */
export const page = {
  'page.title': 'Fake-HR1 nano: traces of AI in a picture',
  'page.description':
    'Looks for traces of AI generation in a picture, on this device. No picture ever leaves it.',
  'page.skip': 'Skip to the results',
  'page.results': 'Results',
  'page.drop': 'Drop to examine',
  'page.newer':
    'A newer version of this page is ready. Changing over takes the pictures off this page; results that are kept come back.',
  'page.changeOver': 'Change over',
  'page.pictures': '{count, plural, one {# picture} other {# pictures}}',
  'page.picturesLeft': '{count, plural, one {# picture} other {# pictures}}, {left, number} still to go',
  'page.removeAll': 'Remove all',
  'page.language': 'Language',
  'page.languageFailed': 'This language could not be loaded. Check the connection and try again.',

  'footer.can.title': 'What it can do',
  'footer.can.text':
    'It looks for statistical traces that image generators leave in the pixels, and says how often photos that are known to be real look the same.',
  'footer.cannot.title': 'What it cannot do',
  'footer.cannot.text':
    'It cannot prove that a picture is genuine or generated. It is a small model: it misses new generators, errs on heavily edited photos, and knows nothing of who made a picture or why. Treat it as one lead among several.',
  'footer.where.title': 'Where your pictures go',
  'footer.where.text':
    'Nowhere. They are examined in this tab and never kept; results and small previews stay in this browser until you clear them. The browser itself is told to forbid this page any connection but to its own site. Once loaded, it works with the network unplugged.',
} as const;
