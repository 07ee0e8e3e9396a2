import type { Area } from '../area';
import type { spoken as english } from '../en/spoken';

export const spoken: Area<typeof english> = {
  'said.of': '{name}: {what}',
  'said.verdict': '{band}. {why}',
  'said.declared': 'El propio archivo dice: {title}. {what}',
  'said.failed': '{title}. {what}',
  'said.stays': 'El razonamiento ha terminado; la respuesta sigue siendo la misma.',
  'said.stopped': 'Detenido.',
  'said.added': '{count, plural, one {Se añadió # imagen} other {Se añadieron # imágenes}}.',
  'said.cleared': 'Se quitaron todas las imágenes.',
  'said.all': '{count, plural, one {Se examinó # imagen} other {Se examinaron las # imágenes}}: {what}.',
  'said.band': '{n} {band}',
  'said.without': '{n} sin respuesta',
  'said.reasoning': 'Razonamiento sobre {name}:',
  'said.model.downloading': 'Descargando el modelo, {size}.',
  'said.model.half': 'Se ha descargado la mitad del modelo.',
  'said.model.ready': 'El modelo está listo.',
  'said.model.stopped': 'El modelo se detuvo; se reinicia.',
};
