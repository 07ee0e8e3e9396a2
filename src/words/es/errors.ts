import type { Area } from '../area';
import type { errors as english } from '../en/errors';

export const errors: Area<typeof english> = {
  'error.corrupt.title': 'Esta imagen está dañada',
  'error.corrupt.advice':
    'Empieza como una imagen pero no se puede decodificar hasta el final. Intente descargarla o copiarla de nuevo.',
  'error.tooLarge.title': 'Esta imagen es demasiado grande',
  'error.tooLarge.adviceLimit':
    'Más de {count, plural, one {# megapíxel no cabe} other {# megapíxeles no caben}} con seguridad en la memoria. Recorte la parte en cuestión, sin reducirla.',
  'error.tooLarge.advice':
    'No cabe con seguridad en la memoria. Recorte la parte en cuestión, sin reducirla.',
  'error.tooSmall.title': 'Esta imagen es demasiado pequeña',
  'error.tooSmall.adviceLimit':
    'Un lado de menos de {count, plural, one {# píxel} other {# píxeles}} no lleva rastros. Busque una copia más grande, a ser posible el original.',
  'error.tooSmall.advice':
    'Tan pocos píxeles no llevan rastros. Busque una copia más grande, a ser posible el original.',
  'error.emptyFile.title': 'Este archivo está vacío',
  'error.emptyFile.advice':
    'Tiene nombre pero no contenido. Obtenga o guarde la imagen de nuevo y suelte el archivo nuevo.',
  'error.noContent.title': 'No hay nada que ver en esta imagen',
  'error.noContent.advice': 'Es del todo transparente. Pruebe con otra imagen.',
  'error.modelMissing.title': 'No se pudo obtener el modelo',
  'error.modelMissing.advice':
    'Se descarga una sola vez, del sitio del que viene esta página. Compruebe la conexión e inténtelo de nuevo.',
  'error.modelTampered.title': 'El modelo no es el que debería ser',
  'error.modelTampered.advice':
    'Un archivo difiere de su huella y no se usó. Inténtelo de nuevo; si persiste, avise a quien lleva este sitio.',
  'error.quota.title': 'No hay espacio para el modelo',
  'error.quota.adviceNeeded':
    'Necesita {size} del almacenamiento de este navegador. Libere espacio o salga de la navegación privada e inténtelo de nuevo.',
  'error.quota.advice':
    'Este navegador se negó a guardarlo. Libere espacio o salga de la navegación privada e inténtelo de nuevo.',
  'error.noDevice.title': 'Este navegador no puede ejecutar el modelo',
  'error.noDevice.advice':
    'No ofrece ni WebGPU ni WebAssembly como hace falta. Sirve un Chrome, Edge, Firefox o Safari actual.',
  'error.deviceLost.title': 'La tarjeta gráfica falló',
  'error.deviceLost.advice':
    'La imagen se intentó dos veces. Inténtelo otra vez: el próximo intento puede hacerse en el procesador.',
  'error.memory.title': 'No hubo memoria suficiente',
  'error.memory.advice': 'Cierre otras pestañas o programas e inténtelo de nuevo.',
  'error.timeout.title': 'El modelo no respondió a tiempo',
  'error.timeout.advice':
    'Puede que el dispositivo esté ocupado. Inténtelo de nuevo cuando tenga menos que hacer.',
  'error.selfTest.title': 'Este dispositivo calcula mal',
  'error.selfTest.advice':
    'Una imagen conocida no dio su resultado conocido, así que aquí no se puede confiar en ningún veredicto. Pruebe con otro navegador o dispositivo.',
  'error.cancelled.title': 'Detenido',
  'error.cancelled.advice': 'Puede volver a preguntar cuando quiera.',
  'error.internal.title': 'Algo falló en el modelo',
  'error.internal.advice':
    'Se reinició. Pruebe la imagen de nuevo; los detalles de abajo ayudan a quien lo investigue.',
  'error.heic.title': 'Este navegador no puede abrir fotos HEIC',
  'error.heic.advice':
    'Abra la foto en la galería de su teléfono y compártala o expórtela como JPEG. Tenga en cuenta que eso la comprime de nuevo, lo que debilita los rastros. Safari abre HEIC tal cual.',
  'error.tiff.title': 'Las imágenes TIFF no se pueden abrir',
  'error.tiff.advice': 'Guarde la imagen como PNG, que no pierde nada, y suelte esa.',
  'error.svg.title': 'Esto es un dibujo, no una foto',
  'error.svg.advice':
    'Los archivos SVG contienen formas en vez de píxeles; no hay rastros de cámara ni de generador que buscar.',
  'error.unreadable.title': 'No se ha podido leer',
  'error.unreadable.advice':
    'Puede que se haya movido o que lo esté usando otro programa. Suéltelo otra vez por separado.',
  'error.link.title': 'Esto es solo un enlace a una imagen',
  'error.link.advice':
    'Esta página nunca trae nada de otro sitio. Guarde la imagen en este dispositivo y suelte el archivo.',
  'error.unsupported.title': 'Esto no es una imagen que se pueda abrir',
  'error.unsupported.advice':
    'Sirven JPEG, PNG, WebP, AVIF, GIF y BMP. Cuenta el contenido del archivo, no su nombre.',
};
