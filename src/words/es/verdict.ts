import type { Area } from '../area';
import type { verdict as english } from '../en/verdict';

export const verdict: Area<typeof english> = {
  'band.likelyAi': 'Probablemente generada por IA',
  'band.cantTell': 'No se puede determinar',
  'band.noTraces': 'No se hallaron rastros de IA',

  'caveat.likelyAi':
    'Un indicio fuerte, no una prueba. Una edición intensa o los filtros pueden tener el mismo aspecto.',
  'caveat.cantTell': 'Los rastros no apuntan a ningún lado con la claridad suficiente para decir más.',
  'caveat.cantTellRare':
    'Poco habitual en fotos reales, pero algunos tipos lo alcanzan más a menudo: no basta para decir más.',
  'caveat.noTraces':
    'No hallar rastros no demuestra que la tomara una cámara. Los generadores nuevos y volver a guardar la imagen los ocultan.',

  'abstain.blank': 'La imagen está vacía o casi: no hay nada que juzgar en ella.',
  'abstain.noise': 'La imagen es poco más que ruido: no hay nada que juzgar en ella.',
  'abstain.tooSmall': 'La imagen es demasiado pequeña para llevar rastros fiables.',
  'abstain.contradiction':
    'El modelo argumentó en un sentido y respondió en el otro; por eso se descarta su respuesta.',
  'abstain.cropsDisagree': 'Distintas partes de la imagen apuntan en direcciones opuestas.',
  'abstain.unstable':
    'La respuesta cambia cuando se modifica un poco la misma imagen, como muestran las pruebas de abajo; por eso se descarta.',

  'kind.art':
    'Parece un dibujo o una pintura. El modelo aprendió de fotografías, y el estilo no es señal de IA.',
  'kind.render':
    'Parece una imagen hecha por ordenador. El modelo aprendió de fotografías, y el estilo no es señal de IA.',
  'kind.page':
    'Parece una captura de pantalla o un escaneo. El modelo aprendió de fotografías y puede pasar por alto lo que muestra una página así.',

  'share.few': 'Menos de 1 de cada 100 fotos reales alcanza una puntuación tan alta.',
  'share.some':
    'De 100 fotos reales, {count, plural, one {# alcanza} other {# alcanzan}} esta puntuación o una más alta.',
  'share.all': 'Prácticamente todas las fotos reales alcanzan esta puntuación o una más alta.',

  'effort.first': 'Primer veredicto tras {time}',
  'effort.thought': 'Pensó durante {count, plural, one {# token} other {# tokens}}, {time}',
  'effort.thoughtOn': 'Pensó durante {count, plural, one {# token} other {# tokens}}, {time} en {device}',
  'effort.atOnce': 'Respondió enseguida, {time}',
  'effort.atOnceOn': 'Respondió enseguida, {time} en {device}',
  'effort.andFirst': '{effort}; primer veredicto tras {time}',

  'outcome.waitModel': 'Esperando al modelo',
  'outcome.waitTurn': 'Esperando su turno',
  'outcome.retried': 'El modelo se detuvo; se intenta otra vez',
  'outcome.looking': 'Mirando',
  'outcome.none': 'Sin veredicto',
  'outcome.stoppedWith': 'Detenido; este era el veredicto a primera vista',
  'outcome.stopped': 'Detenido',
  'outcome.failed': 'Falló',
};
