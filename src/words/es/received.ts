import type { Area } from '../area';
import type { received as english } from '../en/received';

export const received: Area<typeof english> = {
  'received.title': 'Lo que se recibió',
  'received.type': 'Tipo',
  'received.size': 'Tamaño',
  'received.nothing': 'No se notó nada que hubiera desgastado los rastros.',

  'wrongExtension.what': 'Se llama {detail}, pero es {format}',
  'wrongExtension.means': 'Cuenta el contenido. Se renombró o convirtió por el camino.',
  'damaged.what': 'El archivo está dañado: {detail}',
  'damaged.means': 'Lo que dice de sí mismo no cuenta.',
  'damaged.cutOff': 'falta una parte',
  'damaged.checkSum': 'una suma de comprobación no coincide',
  'damaged.noPicture': 'no hay datos de imagen',
  'damaged.structure': 'su estructura está rota',
  'appended.what': '{detail} siguen al final de la imagen',
  'appended.means': 'No son parte de ella y no se leyeron.',
  'strongCompression.what': 'Muy comprimida, calidad JPEG de unos {detail}',
  'strongCompression.means':
    'Con tanta compresión, los rastros de generadores han desaparecido en su mayoría. «{none}» significa poco.',
  'someCompression.what': 'Comprimida, calidad JPEG de unos {detail}',
  'someCompression.means':
    'Los rastros finos están debilitados. Que falte un rastro dice menos que en un original.',
  'compressedTwice.what': 'Comprimida antes, más que ahora',
  'compressedTwice.means':
    'Parece mejor guardada de lo que está: los rastros ya se desgastaron la primera vez.',
  'savedBySoftware.what': 'Guardada por {detail}',
  'savedBySoftware.means':
    'No está como la dejó una cámara o un generador; la edición puede ocultar rastros o parecerse a ellos.',
  'savedBySoftware.retouching': 'una aplicación de retoque',
  'savedBySoftware.viewer': 'un visor de fotos',
  'savedBySoftware.gd': 'GD, la biblioteca de imágenes de muchos sitios web',
  'resized.what': 'Sus datos de cámara hablan de {detail} píxeles',
  'resized.means':
    'Desde entonces se escaló o recortó. Escalar difumina los rastros en que se basan los veredictos.',
  'platformSize.what': 'Su lado largo mide {detail} píxeles, un tamaño al que escalan los servicios',
  'platformSize.means': 'Probablemente es una copia más pequeña. Busque el original: lleva más rastros.',
  'screenshot.what': 'Una captura de pantalla, según {detail}',
  'screenshot.means':
    'El veredicto trata de la imagen de la pantalla. Los rastros de lo que se mostraba rara vez sobreviven.',
  'screenshot.metadata': 'sus metadatos',
  'screenshot.name': 'su nombre',
  'screenSize.what': 'Exactamente del tamaño de una pantalla ({detail})',
  'screenSize.means':
    'Puede ser una captura de pantalla, donde los rastros de lo que se mostraba rara vez sobreviven.',
  'noMetadata.what': 'Sin metadato alguno',
  'noMetadata.means': 'Habitual en imágenes de la web. No demuestra nada.',
  'platformTrace.what': 'Lleva una marca de {detail}',
  'platformTrace.means': 'Pasó por ese servicio, que escala y comprime: los rastros están desgastados.',
  'platform.facebook': 'Facebook o Instagram',
  'platformName.what': 'Se llama como {detail} llama a las imágenes',
  'platformName.means':
    'Esos servicios comprimen mucho y quitan los metadatos. Aunque un nombre se cambia con facilidad.',
  'credentialsElsewhere.what': 'Sus Content Credentials están en un servidor',
  'credentialsElsewhere.means': 'Esta página nunca trae nada de otro sitio, así que no se miraron.',

  'jpeg.quality': 'calidad {detail}',
  'jpeg.qualityAbout': 'calidad de unos {detail}, tablas propias del codificador',
  'jpeg.colour': 'color {detail}',
  'jpeg.grey': 'gris',
  'jpeg.progressive': 'progresivo',
  'jpeg.baseline': 'secuencial',
};
