import type { Area } from '../area';
import type { picture as english } from '../en/picture';

export const picture: Area<typeof english> = {
  'picture.none': 'Sin vista previa',
  'picture.heat': 'Mapa de calor',
  'picture.magnifier': 'Lupa',
  'picture.show': 'Mostrar {count, plural, one {el lugar} other {los # lugares}} que miró de cerca',
  'picture.hide': 'Ocultar {count, plural, one {el lugar} other {los # lugares}} que miró de cerca',

  'heat.fewer': '{value}: menos rastros de IA',
  'heat.more': '{value}: más',
  'heat.scores': 'Puntuaciones de los lugares',
  'heat.place': 'Lugar {count, number}: {value}',
  'heat.note':
    'Cada cuadrado es un lugar que el modelo miró de cerca, con la puntuación propia de ese lugar (logit): por encima de 0 se inclina hacia la IA, por debajo se aleja de ella. La respuesta también sopesa la imagen entera y sus mediciones, así que puede diferir de los cuadrados. Lo que no tiene color no se miró de cerca; eso no significa que esté limpio. Donde los cuadrados se solapan, queda encima la puntuación más alejada de 0.',
  'heat.explain': '«Explicar» hace que mire más lugares.',

  'lens.role': 'lupa',
  'lens.label':
    'Lupa sobre {name}. Las flechas la mueven, con Mayús píxel a píxel; más y menos cambian el aumento; Escape la quita.',
  'lens.smaller': 'Reducir',
  'lens.larger': 'Ampliar',
  'lens.where': '{zoom}×, píxel {x}, {y}',
  'lens.note':
    'Los píxeles propios de la imagen, sin suavizar. Mueva el puntero o un dedo sobre la imagen, o use las flechas.',
};
