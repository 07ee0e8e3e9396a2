import type { Area } from '../area';
import type { report as english } from '../en/report';

export const report: Area<typeof english> = {
  'report.html': 'Seite zum Drucken (HTML)',
  'report.json': 'Daten (JSON)',
  'report.csv': 'Tabelle (CSV)',
  'report.fold': 'Bericht',
  'report.note': 'Ihre Notiz',
  'report.all': 'Bericht über alle Bilder',
  'report.settled': '{left, number} von {count, number} sind untersucht; die übrigen würden fehlen.',
  'report.making': 'Der Bericht wird erstellt',
  'report.saved': 'Gespeichert als {name}',
  'report.failed':
    'Der Bericht konnte nicht erstellt werden. Wurde die Datei verschoben oder geändert? ({detail})',
  'report.withoutPixels': 'Ohne Pixel',
  'report.withoutPixelsWhat':
    '{count, plural, one {Lässt das Bild weg.} other {Lässt die Bilder weg.}} Stellen und Zahlen bleiben.',

  'report.title': 'Bericht über {name}',
  'report.titleMany': 'Bericht über {count, plural, one {# Bild} other {# Bilder}}',
  'report.kicker': 'Fake-HR1 für den Browser',
  'report.written':
    'Geschrieben am {time} auf dem Gerät, auf dem {count, plural, one {das Bild} other {die Bilder}} untersucht {count, plural, one {wurde} other {wurden}}. Ein Befund ist ein Hinweis, kein Beweis: Er sagt, welche Spuren ein kleines Modell gefunden hat und wie oft nachweislich echte Fotos genauso aussehen.',
  'report.built': 'Seite gebaut aus {build} · Berichtsversion {version}.',
  'report.reproduce': 'Mit dem JSON-Bericht und dem Bild berechnet dieser Befehl jede Zahl neu:',
  'report.reviewer': 'Notiz der prüfenden Person',
  'report.file': 'Datei',
  'report.name': 'Name',
  'report.sha256': 'SHA-256',
  'report.size': 'Größe',
  'report.bytes': '{count, plural, one {# Byte} other {# Bytes}}',
  'report.content': 'Inhalt',
  'report.error': 'Die Untersuchung endete mit einem Fehler:',
  'report.firstSight': 'Befund auf den ersten Blick.',
  'report.firstSightStopped': 'Befund auf den ersten Blick; die Untersuchung wurde angehalten.',
  'report.where': 'Wo hingesehen wurde',
  'report.map':
    'Die nummerierten Stellen wurden genau angesehen. Jede Zahl ist der Logit dieser Stelle: Über null (orange) neigt er zu KI, unter null (blau) davon weg.',
  'report.mapWithout': 'Das Bild selbst wurde in diesem Bericht weggelassen.',
  'report.mapLabel': 'Stellen, die das Modell genau angesehen hat, mit ihren Logits',
  'report.mapLabelWithout':
    'Stellen, die das Modell genau angesehen hat, mit ihren Logits; das Bild selbst ist weggelassen',
  'report.reasoningNote':
    'Vom Modell geschrieben, auf Englisch. Es kann sich darin irren, was Messungen bedeuten und was das Bild zeigt. Zahlen in Klammern sind Stellen auf der Karte.',

  'report.unread': 'Wurde nicht gelesen oder ließ sich nicht lesen.',
  'report.noOrigin': 'keine, was nichts belegt',
  'report.claim': '{claim}. {trust} „{quote}“',
  'report.claimBy': '{claim}: {by}. {trust} „{quote}“',
  'report.placeLeftOut': 'Die Datei enthält einen Ort; er ist in diesem Bericht weggelassen.',
  'report.metadataNote':
    'Metadaten bleiben leicht erhalten, gehen leicht verloren und sind leicht gefälscht. Nichts davon ging in den Befund ein.',
  'report.signedAt': 'Signiert am',
  'report.history': 'Verlauf',

  'report.band': 'Stufe',
  'report.atFirst': 'Auf den ersten Blick',
  'report.final': 'Endgültig',
  'report.answers': 'Die beiden Antworten',
  'report.mode': 'Modus',
  'report.tokenLimit': 'Höchstzahl der Tokens',
  'report.modeSet': '{value} (Modus war gewählt)',
  'report.firstAfter': 'Erster Befund nach',
  'report.finalAfter': 'Endgültiger Befund nach',
  'report.raw': 'Rohausgabe: {name}',
  'report.numbers': 'Zahlen',
  'report.madeWith': 'Erstellt mit',
  'report.weights': 'Gewichte, SHA-256 über die Prüfsummen der Dateien',
  'report.preprocessing': 'Version der Vorverarbeitung',
  'report.likelyFrom': '„{likely}“ ab einem kalibrierten Logit von',
  'report.likelyOutside': 'Dasselbe für alles, was kein Foto ist',
  'report.noneBelow': '„{none}“ unter',
  'report.calibration': 'Der kalibrierte Logit ergibt sich aus',
  'report.formula': '{a} · (Sprache + {beta} · Detektor) + {b}',
  'report.thinks': 'Denkt nach ab einem Wunsch von',
  'report.ranOn': 'Lief auf',
  'report.made': 'Befund vom',
};
