import type { Area } from '../area';
import type { picture as english } from '../en/picture';

export const picture: Area<typeof english> = {
  'picture.none': 'Keine Vorschau',
  'picture.heat': 'Wärmekarte',
  'picture.magnifier': 'Lupe',
  'picture.show':
    '{count, plural, one {Die genau angesehene Stelle} other {Die # genau angesehenen Stellen}} zeigen',
  'picture.hide':
    '{count, plural, one {Die genau angesehene Stelle} other {Die # genau angesehenen Stellen}} verbergen',

  'heat.fewer': '{value}: weniger KI-Spuren',
  'heat.more': '{value}: mehr',
  'heat.scores': 'Werte der Stellen',
  'heat.place': 'Stelle {count, number}: {value}',
  'heat.note':
    'Jedes Quadrat ist eine Stelle, die das Modell genau angesehen hat, mit dem eigenen Wert dieser Stelle (Logit). Anderswo hat es nicht hingesehen: Was keine Farbe hat, ist nicht unauffällig, nur nicht angesehen. Wo sich Quadrate überlappen, liegt der Wert oben, der weiter von 0 entfernt ist.',
  'heat.explain': 'Mit „Erklären“ sieht es sich mehr Stellen an.',

  'lens.role': 'Lupe',
  'lens.label':
    'Lupe über {name}. Pfeiltasten bewegen sie, mit Umschalttaste um ein Pixel; Plus und Minus ändern die Vergrößerung; Escape legt sie weg.',
  'lens.smaller': 'Kleiner',
  'lens.larger': 'Größer',
  'lens.where': '{zoom}×, Pixel {x}, {y}',
  'lens.note':
    'Die Pixel des Bildes selbst, ungeglättet. Bewegen Sie den Zeiger oder einen Finger über das Bild oder benutzen Sie die Pfeiltasten.',
};
