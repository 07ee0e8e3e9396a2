/** Ways to look into a picture: places, heat map, magnifier. */
export const picture = {
  'picture.none': 'No preview',
  'picture.heat': 'Heat map',
  'picture.magnifier': 'Magnifier',
  'picture.show': 'Show the {count, plural, one {one place} other {# places}} it looked at closely',
  'picture.hide': 'Hide the {count, plural, one {one place} other {# places}} it looked at closely',

  'heat.fewer': '{value}: fewer traces of AI',
  'heat.more': '{value}: more',
  'heat.scores': 'Scores of the places',
  'heat.place': 'Place {count, number}: {value}',
  'heat.note':
    'Each square is a place the model looked at closely, with that place’s own score (logit): above 0 it leans towards AI, below 0 away from it. The answer also weighs the whole picture and its measurements, so it can differ from the squares. What has no colour was not looked at closely; that does not make it clean. Where squares overlap, the score further from 0 lies on top.',
  'heat.explain': '“Explain” makes it look at more places.',

  'lens.role': 'magnifier',
  'lens.label':
    'Magnifier over {name}. Arrow keys move it, with Shift by one pixel; plus and minus change its enlargement; Escape puts it away.',
  'lens.smaller': 'Smaller',
  'lens.larger': 'Larger',
  'lens.where': '{zoom}×, pixel {x}, {y}',
  'lens.note':
    'The picture’s own pixels, unsmoothed. Move the pointer or a finger over the picture, or use the arrow keys.',
} as const;
