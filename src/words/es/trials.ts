import type { Area } from '../area';
import type { trials as english } from '../en/trials';

export const trials: Area<typeof english> = {
  'trials.title': '¿Se sostiene la respuesta?',
  'trials.note':
    'Reducida a la mitad, comprimida, en espejo, mirada en otros lugares: una respuesta que valga algo sigue siendo la misma.',
  'trials.stop': 'Detener las pruebas',
  'trials.rest': 'Probar el resto',
  'trials.start': 'Probar de cuatro maneras',
  'trials.caption': 'Respuestas inmediatas, cada una por sí sola',
  'trials.picture': 'La imagen',
  'trials.score': 'Puntuación, de 0 a 1',
  'trials.answer': 'Respuesta',

  'variant.halfSize': 'A la mitad de tamaño',
  'variant.jpeg70': 'Guardada como JPEG 70',
  'variant.otherCrops': 'Mirada en otro sitio',
  'variant.mirrored': 'En espejo',
  'variant.asItIs': 'Tal como está',
  'variant.reasoned': 'Tal como está, con razonamiento',

  'trials.waiting': 'Esperando',
  'trials.looking': 'Mirando',
  'trials.stopped': 'No se probó',
  'trials.failed': 'No se pudo probar',
  'trials.tooSmall': '{band}: demasiado pequeña',
  'trials.setAside': '{band}: descartada',

  'trials.flips':
    'La respuesta cambia: «{likely}» en algunas formas de la imagen y no en otras. Una respuesta que depende de tan poco se descarta.',
  'trials.progress': 'Prueba {position, number} de {count, number}: {way}.',
  'trials.way.halfSize': 'a la mitad de tamaño',
  'trials.way.jpeg70': 'guardada como JPEG 70',
  'trials.way.otherCrops': 'mirada en otro sitio',
  'trials.way.mirrored': 'en espejo',
  'trials.turn': 'Esperando su turno.',
  'trials.open':
    '{left, plural, one {# de {count, number} pruebas no tiene} other {# de {count, number} pruebas no tienen}} respuesta.',
  'trials.unjudged': 'No se pudo juzgar ninguna de las imágenes modificadas.',
  'trials.steady': 'La respuesta fue la misma en todas las formas que se pudieron juzgar.',
  'trials.moves': 'La respuesta varía entre «{cant}» y «{none}», y en ninguna forma llega a «{likely}».',
  'trials.halfTooSmall': 'A la mitad de tamaño: {why}',
  'trials.samePlaces': 'La imagen no tiene espacio para otros lugares, así que se miraron los mismos.',
};
