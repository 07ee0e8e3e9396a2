import type { Area } from '../area';
import type { guide as english } from '../en/guide';

export const guide: Area<typeof english> = {
  'guide.open': 'Guía',
  'guide.title': 'Cómo trabajar con una respuesta',
  'guide.close': 'Cerrar',
  'guide.back': 'Atrás',
  'guide.next': 'Siguiente',
  'guide.done': 'Listo',
  'guide.at': 'Paso {position, number} de {count, number}',
  'guide.steps': 'Pasos de la guía',
  'guide.stepNamed': '{n}: {title}',
  'guide.invitation':
    '¿Primera vez aquí? Unos pasos breves: qué significan las respuestas, por qué pueden equivocarse, qué hacer después.',
  'guide.start': 'Empezar la guía',
  'guide.later': 'Ahora no',

  'guide.lead.title': 'Una pista, no un juez',
  'guide.lead.what':
    'Dé una imagen a esta página y buscará los rastros estadísticos que los generadores de imágenes dejan en los píxeles. La imagen queda en este dispositivo; nada se envía.',
  'guide.lead.pixels':
    'Juzga solo los píxeles. Quién hizo la imagen, cuándo y dónde, y si el pie de foto es correcto, no puede saberlo: una foto de cámara con un pie engañoso confunde igual.',
  'guide.lead.declared':
    'Encima de la respuesta está lo que el propio archivo declara, si declara algo. Se mantiene aparte, porque se puede falsificar o quitar.',

  'guide.answers.title': 'Qué significan las tres respuestas',
  'guide.answers.share':
    'Debajo de cada respuesta dice cuántas fotos reales de cada 100 alcanzan una puntuación tan alta. Esa línea vale más que las palabras.',
  'guide.answers.likely':
    'Los píxeles se parecen más al trabajo de un generador que los de casi todas las fotos reales. Un indicio fuerte, nunca una prueba.',
  'guide.answers.likelyTest':
    'En el ensayo, {real, plural, =0 {menos de 1} one {alrededor de #} other {alrededor de #}} de cada 100 imágenes reales la recibió de todos modos.',
  'guide.answers.cant':
    'Los rastros no apuntan a ningún lado, o la respuesta se descartó por una razón que la ficha nombra. Siga por otros medios.',
  'guide.answers.none':
    'No se halló nada que hable a favor de un generador. Eso no demuestra nada sobre el origen.',
  'guide.answers.noneTest':
    'En el ensayo, {generated, plural, =0 {menos de 1} one {alrededor de #} other {alrededor de #}} de cada 100 imágenes de IA recibió esta respuesta.',

  'guide.wrong.title': 'Por qué puede equivocarse',
  'guide.wrong.test':
    'Probado con {count, plural, one {# imagen que} other {# imágenes que}} nunca había visto, el modelo llamó «{likely}» a {generated, plural, =0 {menos de 1} one {alrededor de #} other {alrededor de #}} de cada 100 imágenes de IA y a {real, plural, =0 {menos de 1} one {alrededor de #} other {alrededor de #}} de cada 100 reales.',
  'guide.wrong.heldOut':
    'De {count, plural, one {# imagen real apartada} other {# imágenes reales apartadas}} del entrenamiento, {real, plural, =0 {menos de 1} one {alrededor de #} other {alrededor de #}} de cada 100 se calificó como «{likely}».',
  'guide.wrong.copies': 'Copias reenviadas',
  'guide.wrong.copiesText':
    'Las aplicaciones de mensajería y las redes sociales reducen y recomprimen las imágenes, y con ello se va la mayoría de los rastros.',
  'guide.wrong.editing': 'Edición',
  'guide.wrong.editingText':
    'Los filtros, el retoque, la ampliación y los modos nocturnos de los teléfonos dejan rastros propios, que pueden parecerse a los de un generador.',
  'guide.wrong.newer': 'Generadores nuevos',
  'guide.wrong.newerText':
    'Conoce aquellos de los que aprendió. Lo que vino después puede pasar inadvertido.',
  'guide.wrong.kinds': 'Otras clases de imágenes',
  'guide.wrong.kindsText':
    'Aprendió de fotografías. Los dibujos, las imágenes por ordenador, las capturas y los escaneos quedan fuera de eso.',
  'guide.wrong.parts': 'Partes cambiadas',
  'guide.wrong.partsText':
    'Mira de cerca unos pocos lugares. El mapa de calor muestra cuáles; una parte alterada en otro sitio puede escapársele.',

  'guide.todo.title': 'Qué hacer después',
  'guide.todo.text': 'Como con toda imagen que importe, fuera cual fuera la respuesta:',
  'guide.todo.original': 'Busque el original',
  'guide.todo.originalText':
    '¿Quién la publicó primero? Pida el archivo tal como salió de la cámara, no una copia reenviada, y examine ese.',
  'guide.todo.search': 'Busque copias anteriores',
  'guide.todo.searchText':
    'La búsqueda inversa de imágenes, como en Google Lens, TinEye, Bing o Yandex, encuentra otras más antiguas y más grandes. Envía la imagen a esa empresa: no con material confidencial.',
  'guide.todo.source': 'Pregunte a la fuente',
  'guide.todo.sourceText':
    '¿Quién la tomó, con qué, desde dónde? ¿Hay imágenes de justo antes y justo después?',
  'guide.todo.place': 'Compruebe lugar y hora',
  'guide.todo.placeText':
    'Compare edificios, letreros, sombras y tiempo atmosférico con mapas, vistas de calle y registros meteorológicos.',
  'guide.todo.look': 'Mire de cerca',
  'guide.todo.lookText':
    'Manos, letras, reflejos, motivos que se repiten: use la lupa. Las rarezas son preguntas, no pruebas.',
  'guide.todo.second': 'Haga mirar a una segunda persona',
  'guide.todo.secondText': 'Guarde el informe con su nota. No acuse a nadie basándose solo en esta página.',

  'guide.page.title': 'En torno a la página',
  'guide.page.key': 'F1',
  'guide.page.keyText': 'Abre esta guía en cualquier momento; Escape la cierra.',
  'guide.page.paste': 'Pegar',
  'guide.page.pasteText': 'Una imagen copiada se puede pegar en cualquier parte de la página.',
  'guide.page.explain': 'Explicar',
  'guide.page.explainText': 'El modelo mira más lugares y dice en qué se basa.',
  'guide.page.tries': 'Probar de cuatro maneras',
  'guide.page.triesText':
    'Reducida, comprimida, en espejo, mirada en otro sitio: una respuesta que cambia se descarta.',
  'guide.page.print': 'Imprimir',
  'guide.page.printText':
    'Las imágenes con todo lo que se halló sobre ellas, todo desplegado, nada que pulsar.',
  'guide.page.offline': 'Sin conexión',
  'guide.page.offlineText': 'Una vez cargado, todo aquí funciona sin red.',

  'now.title': '¿Y ahora?',
  'now.more': 'La guía dice más',
  'now.likely.ask':
    'No publique ni acuse solo por esto. Pida el archivo original a quien la publicó y examine ese.',
  'now.likely.try': 'Pruebe la respuesta de cuatro maneras: una que cambia no vale nada.',
  'now.cant.none': 'Tómelo como lo que es: ninguna respuesta. Una copia más grande o anterior puede dar una.',
  'now.cant.goOn': 'Siga como con cualquier otra imagen: fuente, copias anteriores, lugar y hora.',
  'now.none.bill':
    'No lo tome por una absolución: los rastros se pierden por el camino, y los generadores nuevos dejan otros.',
  'now.none.ask':
    'Pregunte quién la tomó, dónde y cuándo; si el pie de foto es correcto no se ve en los píxeles.',
  'now.search':
    'Busque copias anteriores y más grandes con la búsqueda inversa de imágenes, y compruebe lugar y hora.',
  'now.little.none': 'Hay demasiado poco en estos píxeles para cualquier respuesta.',
  'now.little.larger': 'Busque una copia más grande, a ser posible el archivo original, y examine esa.',
};
