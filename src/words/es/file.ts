import type { Area } from '../area';
import type { file as english } from '../en/file';

export const file: Area<typeof english> = {
  'origin.aiGenerated': 'Declarada como generada por IA',
  'origin.aiEdited': 'Declarada como editada con IA',
  'origin.aiPossible': 'Declarada como posiblemente generada por IA',
  'origin.contradictory': 'El archivo se contradice',

  'claim.aiGenerated': 'Hecha por un generador de IA',
  'claim.aiEdited': 'Editada con IA, o con partes hechas por IA',
  'claim.aiPossible': 'Etiquetada como posiblemente hecha por IA',
  'claim.camera': 'Tomada con una cámara',

  'declaredIn.credentials': 'Content Credentials',
  'declaredIn.iptc': 'metadatos IPTC',
  'declaredIn.xmp': 'metadatos XMP',
  'declaredIn.exif': 'metadatos EXIF',
  'declaredIn.pngText': 'entrada de texto PNG',
  'declaredIn.comment': 'comentario en el archivo',
  'declaredIn.aigcLabel': 'etiqueta AIGC que exige la ley china',

  'standing.damaged': 'No cuenta: el archivo está dañado.',
  'standing.brokenSignature': 'No cuenta: la firma no corresponde al archivo.',
  'standing.contradicted': 'No cuenta: el archivo afirma también lo contrario.',

  'backing.signer': 'su firmante',
  'backing.listed':
    'Firmado por {signer}, cuyo certificado lleva a la lista de confianza C2PA, y sin cambios desde entonces. Una declaración no puede ser más segura.',
  'backing.unlisted':
    'La firma corresponde a estos bytes, pero nadie en la lista de confianza C2PA responde por {signer}. Cualquiera puede firmar así.',
  'backing.unsigned': 'No está firmado. Cualquiera puede quitar o falsificar metadatos.',

  'file.registered': 'el productor registrado como {by}',
  'file.dayTime': '{day}, {time}',
  'file.kicker': 'Lo que dice el propio archivo',
  'file.apart': 'El veredicto de abajo trata solo de los píxeles; esto no entró en él.',
  'file.bothClaims':
    'Sus metadatos nombran tanto una cámara como un generador de IA, y no pueden haberla hecho ambos.',
  'file.neitherTaken':
    'Aquí no se adopta ninguna de las dos afirmaciones. Los detalles de abajo muestran ambas.',
  'file.accordingTo': 'Según el archivo: {places}.',
  'file.byAccordingTo': 'Por {by}, según el archivo: {places}.',

  'integrity.unreadable': 'No se pueden leer, así que nada de lo que contienen cuenta.',
  'integrity.intact': 'Firma intacta: estos son los bytes que se firmaron.',
  'integrity.broken':
    'Rota: estos no son los bytes que se firmaron, así que nada de lo que contienen cuenta.',
  'integrity.unconfirmed': 'No se pueden confirmar, así que nada de lo que contienen cuenta.',
  'signer.unknown': 'Desconocido',
  'signer.listed': '{signer}, en la lista de confianza C2PA del {day}',
  'signer.unlisted':
    '{signer}, no figura en la lista de confianza C2PA del {day}, que es la que trae esta página',

  'file.says': 'Lo que el archivo dice de sí mismo',
  'file.nothing': 'nada',
  'file.silent':
    'Ni Content Credentials, ni cámara, ni programa. Es habitual, porque la mayoría de los servicios quitan esos datos, y no demuestra nada.',
  'file.reading': 'Leyendo lo que el archivo dice de sí mismo',
  'file.unread': 'No se pudo leer lo que el archivo dice de sí mismo ({code}).',
  'file.camera': 'Cámara',
  'file.program': 'Programa',
  'file.lens': 'Objetivo',
  'file.taken': 'Tomada el',
  'file.exposure': 'Exposición',
  'file.programs': 'Programas',
  'file.place': 'Lugar',
  'file.hasPlace': 'Contiene una ubicación',
  'file.showPlace': 'Mostrarla',
  'file.asWritten':
    'Tal como está escrito en el archivo. Esos datos se conservan, se pierden o se falsifican con facilidad.',
  'file.declared': 'Origen declarado',
  'file.claimBy': '{claim}: {by}',
  'file.in': '{place}: {field}',
  'file.credentials': 'Content Credentials',
  'file.signedBy': 'Firmado por',
  'file.signedOn': 'Firmado el',
  'file.writtenBy': 'Escrito por',
  'file.validator': 'Validador',
  'file.notCounted': 'Lo que afirman, sin que cuente:',
};
