import type { Area } from '../area';
import type { embed as english } from '../en/embed';

export const embed: Area<typeof english> = {
  'embed.region': 'Rastros de IA en esta imagen',
  'embed.drop': 'Suelte una imagen aquí',
  'embed.choose': 'Elegir una imagen',
  'embed.another': 'Comprobar otra imagen',
  'embed.picture': 'La imagen que se comprueba',
  'embed.reasoningNote': 'Escrito por el modelo; puede equivocarse en lo que nombra.',
  'embed.download': 'Descarga del modelo',
  'embed.privacy': 'Examinada en este dispositivo. La imagen no se envía a ninguna parte.',
  'embed.fetching': 'Obteniendo la imagen …',
  'embed.downloading': 'Descargando el modelo, una sola vez: {loaded} de {total}',
  'embed.startingModel': 'Iniciando el modelo …',
  'embed.checkingModel': 'Buscando el modelo …',
  'embed.looking': 'Examinando la imagen …',
  'embed.thinking': 'Razonando …',
  'embed.thought': 'Respondido tras razonar.',
  'embed.atOnce': 'Respondido al instante.',
  'embed.oneThread':
    'Más lento de lo posible: esta página no está aislada de otros orígenes, así que el modelo solo tiene un hilo.',
  'embed.unreachable.title': 'No se pudo obtener la imagen',
  'embed.unreachable.advice':
    'Puede que su dirección sea errónea, o que el sitio donde está no permita que esta página la lea.',
};
