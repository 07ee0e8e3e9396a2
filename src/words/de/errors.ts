import type { Area } from '../area';
import type { errors as english } from '../en/errors';

export const errors: Area<typeof english> = {
  'error.corrupt.title': 'Dieses Bild ist beschädigt',
  'error.corrupt.advice':
    'Es beginnt wie ein Bild, lässt sich aber nicht bis zum Ende lesen. Versuchen Sie, es noch einmal herunterzuladen oder zu kopieren.',
  'error.tooLarge.title': 'Dieses Bild ist zu groß',
  'error.tooLarge.adviceLimit':
    'Mehr als {count, plural, one {# Megapixel passt} other {# Megapixel passen}} nicht sicher in den Speicher. Schneiden Sie den fraglichen Teil aus, ohne ihn zu verkleinern.',
  'error.tooLarge.advice':
    'Es passt nicht sicher in den Speicher. Schneiden Sie den fraglichen Teil aus, ohne ihn zu verkleinern.',
  'error.tooSmall.title': 'Dieses Bild ist zu klein',
  'error.tooSmall.adviceLimit':
    'Eine Seite von weniger als {count, plural, one {# Pixel} other {# Pixeln}} trägt keine Spuren. Suchen Sie eine größere Kopie, am besten das Original.',
  'error.tooSmall.advice':
    'So wenige Pixel tragen keine Spuren. Suchen Sie eine größere Kopie, am besten das Original.',
  'error.emptyFile.title': 'Diese Datei ist leer',
  'error.emptyFile.advice':
    'Sie hat einen Namen, aber keinen Inhalt. Holen oder speichern Sie das Bild noch einmal und legen Sie die neue Datei ab.',
  'error.noContent.title': 'Auf diesem Bild ist nichts zu sehen',
  'error.noContent.advice': 'Es ist ganz durchsichtig. Versuchen Sie ein anderes Bild.',
  'error.modelMissing.title': 'Das Modell konnte nicht geladen werden',
  'error.modelMissing.advice':
    'Es wird einmal heruntergeladen, von der Website, von der auch diese Seite kommt. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  'error.modelTampered.title': 'Das Modell ist nicht, was es sein sollte',
  'error.modelTampered.advice':
    'Eine Datei weicht von ihrem Fingerabdruck ab und wurde nicht benutzt. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es den Betreibern dieser Website.',
  'error.quota.title': 'Für das Modell ist kein Platz',
  'error.quota.adviceNeeded':
    'Es braucht {size} Speicherplatz in diesem Browser. Schaffen Sie Platz oder verlassen Sie den privaten Modus und versuchen Sie es noch einmal.',
  'error.quota.advice':
    'Dieser Browser wollte es nicht speichern. Schaffen Sie Platz oder verlassen Sie den privaten Modus und versuchen Sie es noch einmal.',
  'error.noDevice.title': 'Dieser Browser kann das Modell nicht ausführen',
  'error.noDevice.advice':
    'Er bietet weder WebGPU noch WebAssembly in der nötigen Form. Ein aktueller Chrome, Edge, Firefox oder Safari kann es.',
  'error.deviceLost.title': 'Die Grafikkarte hat aufgegeben',
  'error.deviceLost.advice':
    'Das Bild wurde zweimal versucht. Versuchen Sie es noch einmal: Der nächste Anlauf läuft vielleicht auf dem Prozessor.',
  'error.memory.title': 'Der Arbeitsspeicher reichte nicht',
  'error.memory.advice': 'Schließen Sie andere Tabs oder Programme und versuchen Sie es noch einmal.',
  'error.timeout.title': 'Das Modell hat nicht rechtzeitig geantwortet',
  'error.timeout.advice':
    'Das Gerät ist vielleicht ausgelastet. Versuchen Sie es noch einmal, wenn es weniger zu tun hat.',
  'error.selfTest.title': 'Dieses Gerät rechnet falsch',
  'error.selfTest.advice':
    'Ein bekanntes Bild ergab nicht sein bekanntes Ergebnis; hier ist also keinem Befund zu trauen. Versuchen Sie einen anderen Browser oder ein anderes Gerät.',
  'error.cancelled.title': 'Angehalten',
  'error.cancelled.advice': 'Sie können jederzeit wieder fragen.',
  'error.internal.title': 'Im Modell ist etwas schiefgegangen',
  'error.internal.advice':
    'Es wurde neu gestartet. Versuchen Sie das Bild noch einmal; die Einzelheiten unten helfen allen, die der Sache nachgehen.',
  'error.heic.title': 'Dieser Browser kann keine HEIC-Fotos öffnen',
  'error.heic.advice':
    'Öffnen Sie das Foto in der Galerie Ihres Telefons und teilen oder exportieren Sie es als JPEG. Bedenken Sie: Dabei wird es neu komprimiert, was Spuren schwächt. Safari öffnet HEIC, wie es ist.',
  'error.tiff.title': 'TIFF-Bilder lassen sich nicht öffnen',
  'error.tiff.advice': 'Speichern Sie das Bild als PNG, dabei geht nichts verloren, und legen Sie dieses ab.',
  'error.svg.title': 'Das ist eine Zeichnung, kein Foto',
  'error.svg.advice':
    'SVG-Dateien enthalten Formen statt Pixel; nach Spuren einer Kamera oder eines Generators lässt sich darin nicht suchen.',
  'error.unreadable.title': 'Das ließ sich nicht lesen',
  'error.unreadable.advice':
    'Es wurde vielleicht verschoben oder wird von einem anderen Programm benutzt. Legen Sie es noch einmal einzeln ab.',
  'error.link.title': 'Das ist nur ein Link zu einem Bild',
  'error.link.advice':
    'Diese Seite holt nie etwas von anderswo. Speichern Sie das Bild auf diesem Gerät und legen Sie die Datei ab.',
  'error.unsupported.title': 'Das ist kein Bild, das sich öffnen lässt',
  'error.unsupported.advice':
    'JPEG, PNG, WebP, AVIF, GIF und BMP gehen. Es zählt der Inhalt der Datei, nicht ihr Name.',
};
