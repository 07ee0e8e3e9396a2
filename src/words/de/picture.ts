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
    'Jedes Quadrat ist eine Stelle, die das Modell genau angesehen hat, mit dem eigenen Wert dieser Stelle (Logit): über 0 spricht er eher für KI, unter 0 eher dagegen. In die Antwort gehen auch das ganze Bild und seine Messwerte ein, sie kann daher von den Quadraten abweichen. Was keine Farbe hat, wurde nicht genau angesehen; unauffällig ist es deshalb nicht. Wo sich Quadrate überlappen, liegt der Wert oben, der weiter von 0 entfernt ist.',
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
