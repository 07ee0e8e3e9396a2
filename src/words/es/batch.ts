import type { Area } from '../area';
import type { batch as english } from '../en/batch';

export const batch: Area<typeof english> = {
  'intake.chooseFolder': 'Elegir una carpeta',
  'folder.reading': 'Leyendo la carpeta',
  'folder.none': 'No se encontraron imágenes en la carpeta.',
  'folder.others':
    '{count, plural, one {Se omitió # archivo que, por su nombre, no es una imagen.} other {Se omitieron # archivos que, por su nombre, no son imágenes.}}',
  'folder.cut':
    'Solo se tomaron las primeras {count, number} imágenes; suelte el resto cuando estas terminen.',
  'folder.back':
    '{count, plural, one {# imagen de una visita anterior vuelve a estar completa.} other {# imágenes de una visita anterior vuelven a estar completas.}}',

  'run.progress': '{position, number} de {count, number} examinadas',
  'run.progressTime': '{position, number} de {count, number} examinadas, {time}',
  'run.paused': 'en pausa',
  'run.pausing': 'pausa después de esta imagen',
  'run.pause': 'Pausar',
  'run.resume': 'Reanudar',
  'run.cancel': 'Cancelar el resto',
  'run.again': 'Examinar {count, plural, one {la imagen omitida (#)} other {las # omitidas}}',
  'run.announce': '{n} examinadas',

  'layout.legend': 'Mostrar como',
  'layout.cards': 'Fichas',
  'layout.table': 'Tabla',

  'tally.part': '{label}:\u00a0{value}',
  'tally.failed': 'Fallidas',
  'tally.declared': 'Declaradas como IA de algún modo',
  'tally.checked': 'Revisadas por usted',

  'flag.sameFile': 'Mismo archivo',
  'flag.nearSame': 'Casi igual',
  'flag.unstable': 'La respuesta cambia',
  'flag.contradiction': 'Se contradice',
  'flag.damaged': 'Dañado',
  'flag.wrongExtension': 'Extensión equivocada',
  'flag.credentialsBroken': 'Credentials rotas',
  'flag.screenshot': 'Captura de pantalla',
  'flag.recompressed': 'Recomprimida',
  'flag.platform': 'De una plataforma',
  'flag.note': 'Nota',
  'flag.noOriginal': 'Solo vista previa',

  'originShort.aiGenerated': 'Generada por IA',
  'originShort.aiEdited': 'Editada con IA',
  'originShort.aiPossible': 'Posiblemente IA',
  'originShort.contradictory': 'Se contradice',

  'standing.failed': 'Falló',
  'standing.stopped': 'Sin examinar',
  'standing.queued': 'Esperando',
  'standing.running': 'Mirando',
  'standing.setAside': 'se abstuvo',
  'standing.score': 'Puntuación {n}',

  'table.caption': 'Imágenes, una por fila',
  'table.picture': 'Imagen',
  'table.name': 'Nombre',
  'table.verdict': 'Veredicto',
  'table.origin': 'El archivo declara',
  'table.flags': 'Avisos',
  'table.checked': 'Revisada',
  'table.nothing': 'Ninguna imagen pasa los filtros.',
  'table.showAll': 'Mostrar todas',
  'table.open': 'Abrir {name}',
  'table.check': '{name} está revisada',
  'table.group': 'Grupo {n}',
  'table.keys': 'Teclas en la tabla: ↑ ↓ mover, Intro abre, C revisa, N anota.',

  'filter.legend': 'Filtrar y ordenar',
  'filter.text': 'Buscar nombre o nota',
  'filter.sort': 'Ordenar por',
  'filter.descending': 'Al revés',
  'filter.shown': '{left, number} de {count, plural, one {# imagen} other {# imágenes}}',
  'filter.any': 'Cualquiera',
  'filter.open': 'Aún sin examinar',
  'filter.declared': 'IA de algún modo',
  'filter.undeclared': 'Nada sobre IA',
  'filter.unchecked': 'Por revisar',
  'filter.duplicates': 'Todos los duplicados',
  'sort.arrival': 'Orden de llegada',
  'sort.origin': 'Lo que declara el archivo',
  'sort.flags': 'Número de avisos',
  'sort.group': 'Duplicados juntos',

  'review.region': 'Revisión',
  'review.back': 'Volver a la tabla',
  'review.previous': 'Anterior',
  'review.next': 'Siguiente',
  'review.position': '{position, number} de {count, number}',
  'review.note': 'Nota',
  'review.keys': 'Teclas: J o → siguiente, K o ← anterior, C revisa, N anota, Esc vuelve a la tabla.',
  'review.sameFile': 'El mismo archivo, byte por byte:',
  'review.nearSame': 'Casi la misma imagen:',

  'gone.title': 'La propia imagen no se conservó',
  'gone.text':
    'El veredicto, el razonamiento, la nota y el informe están aquí. Para explicar, probar, ampliar o volver a preguntar, dé a esta página el mismo archivo otra vez; se reconoce por su contenido.',
  'gone.unfinished':
    'No se había examinado cuando se cerró la página. Dé a esta página el mismo archivo otra vez; se reconoce por su contenido.',
  'gone.choose': 'Elegir el archivo',

  'kept.title': 'Resultados conservados en este dispositivo',
  'kept.what':
    'Los veredictos, las notas y pequeñas vistas previas quedan en este navegador hasta que usted los borre, de modo que al cerrar la página no se pierde nada. Las propias imágenes nunca se conservan, y nada se envía a ninguna parte.',
  'kept.private': 'Privado: no conservar nada',
  'kept.privateWhat':
    'Elimina lo que se conserva y desde ahora no conserva nada. Lo que está en la página queda hasta que la cierre.',
  'kept.clear': 'Borrar todos los resultados',
  'kept.clearWhat': 'Quita todas las imágenes de la página y elimina todo lo que se conserva de ellas.',
  'kept.cleared': 'Se borró todo.',
  'kept.isPrivate': 'Privado: los resultados terminan con esta pestaña.',
  'kept.refused':
    'Este navegador no conserva nada para esta página, así que los resultados terminan con esta pestaña. Guarde un informe de lo que importe.',
  'kept.full':
    'No queda espacio en este dispositivo para conservar resultados. Los más recientes terminan con esta pestaña; guarde un informe o borre los antiguos.',
  'kept.restored':
    '{count, plural, one {Se muestra # imagen} other {Se muestran # imágenes}} de visitas anteriores.',
  'kept.unreadable':
    '{count, plural, one {# resultado conservado no se pudo leer y se omitió.} other {# resultados conservados no se pudieron leer y se omitieron.}}',
};
