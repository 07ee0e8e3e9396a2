import type { Area } from '../area';
import type { intake as english } from '../en/intake';

export const intake: Area<typeof english> = {
  'intake.title': '¿Esta imagen se hizo con IA?',
  'intake.titleNext': 'Examinar otra imagen',
  'intake.lead':
    'Dele una imagen a esta página. Se examina en este dispositivo, en busca de los rastros que dejan los generadores de imágenes; la imagen nunca sale de él.',
  'intake.hint': 'Suelte imágenes o una carpeta en cualquier parte de esta página o pegue una imagen.',
  'intake.choose': 'Elegir imágenes',

  'ask.how': '¿Cómo debe responder?',
  'ask.question': 'Pregunta',
  'ask.suggested': 'Preguntas sugeridas',
  'ask.suggestions': 'Sugerencias',
  'ask.forAnswer': 'Para una respuesta',
  'ask.forReasons': 'Para obtener razones',
  'ask.english': 'El modelo solo entiende inglés; por eso las sugerencias están en inglés.',
  'ask.again': 'Preguntar de nuevo, de otra manera',
  'ask.submit': 'Preguntar',

  'mode.auto.name': 'Que decida el modelo',
  'mode.auto.what': 'Razona solo cuando le parece que vale la pena.',
  'mode.answer.name': 'Responder enseguida',
  'mode.answer.what': 'Un veredicto sin razonamiento; lo más rápido.',
  'mode.explain.name': 'Explicar',
  'mode.explain.what': 'Mira más lugares y dice en qué se basa; tarda más.',
};
