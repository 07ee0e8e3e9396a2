import type { Area } from '../area';
import type { page as english } from '../en/page';

export const page: Area<typeof english> = {
  'page.title': 'Fake-HR1 nano: KI-Spuren in einem Bild',
  'page.description':
    'Sucht auf diesem Gerät in einem Bild nach Spuren von KI-Erzeugung. Kein Bild verlässt es je.',
  'page.skip': 'Zu den Ergebnissen springen',
  'page.results': 'Ergebnisse',
  'page.drop': 'Zum Untersuchen loslassen',
  'page.newer':
    'Eine neuere Fassung dieser Seite ist bereit. Beim Wechsel verschwinden die Bilder von der Seite; aufbewahrte Ergebnisse kommen wieder.',
  'page.changeOver': 'Wechseln',
  'page.pictures': '{count, plural, one {# Bild} other {# Bilder}}',
  'page.picturesLeft':
    '{count, plural, one {# Bild} other {# Bilder}}, {left, plural, one {# steht} other {# stehen}} noch aus',
  'page.removeAll': 'Alle entfernen',
  'page.language': 'Sprache',
  'page.languageFailed':
    'Diese Sprache konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',

  'footer.can.title': 'Was es kann',
  'footer.can.text':
    'Es sucht nach statistischen Spuren, die Bildgeneratoren in den Pixeln hinterlassen, und sagt, wie oft nachweislich echte Fotos genauso aussehen.',
  'footer.cannot.title': 'Was es nicht kann',
  'footer.cannot.text':
    'Es kann nicht beweisen, dass ein Bild echt oder künstlich erzeugt ist. Es ist ein kleines Modell: Es übersieht neue Generatoren, irrt bei stark bearbeiteten Fotos und weiß nichts darüber, wer ein Bild gemacht hat und warum. Nehmen Sie es als einen Hinweis unter mehreren.',
  'footer.where.title': 'Wohin Ihre Bilder gehen',
  'footer.where.text':
    'Nirgendwohin. Sie werden in diesem Tab untersucht und nie aufbewahrt; Ergebnisse und kleine Vorschauen bleiben in diesem Browser, bis Sie sie löschen. Der Browser selbst ist angewiesen, dieser Seite jede Verbindung außer zu ihrer eigenen Website zu verbieten. Einmal geladen, funktioniert sie auch ohne Netz.',
};
