import type { Area } from '../area';
import type { batch as english } from '../en/batch';

export const batch: Area<typeof english> = {
  'intake.chooseFolder': 'Ordner auswählen',
  'folder.reading': 'Der Ordner wird gelesen',
  'folder.none': 'In dem Ordner wurden keine Bilder gefunden.',
  'folder.others':
    '{count, plural, one {# Datei, die dem Namen nach kein Bild ist, wurde} other {# Dateien, die dem Namen nach keine Bilder sind, wurden}} ausgelassen.',
  'folder.cut':
    'Nur die ersten {count, number} Bilder wurden genommen; legen Sie die übrigen ab, wenn diese fertig sind.',
  'folder.back':
    '{count, plural, one {# Bild eines früheren Besuchs ist wieder vollständig.} other {# Bilder eines früheren Besuchs sind wieder vollständig.}}',

  'run.progress': '{position, number} von {count, number} untersucht',
  'run.progressTime': '{position, number} von {count, number} untersucht, {time}',
  'run.paused': 'angehalten',
  'run.pausing': 'hält nach diesem Bild an',
  'run.pause': 'Pause',
  'run.resume': 'Fortsetzen',
  'run.cancel': 'Den Rest abbrechen',
  'run.again': '{count, plural, one {Das # ausgelassene} other {Die # ausgelassenen}} untersuchen',
  'run.announce': '{n} untersucht',

  'layout.legend': 'Zeigen als',
  'layout.cards': 'Karten',
  'layout.table': 'Tabelle',

  'tally.part': '{label}:\u00a0{value}',
  'tally.failed': 'Fehlgeschlagen',
  'tally.declared': 'Irgendwie als KI deklariert',
  'tally.checked': 'Von Ihnen geprüft',

  'flag.sameFile': 'Gleiche Datei',
  'flag.nearSame': 'Fast gleich',
  'flag.unstable': 'Antwort kippt',
  'flag.contradiction': 'Widerspricht sich',
  'flag.damaged': 'Beschädigt',
  'flag.wrongExtension': 'Endung passt nicht',
  'flag.credentialsBroken': 'Credentials gebrochen',
  'flag.screenshot': 'Screenshot',
  'flag.recompressed': 'Neu komprimiert',
  'flag.platform': 'Von einer Plattform',
  'flag.note': 'Notiz',
  'flag.noOriginal': 'Nur Vorschau',

  'originShort.aiGenerated': 'KI-generiert',
  'originShort.aiEdited': 'Mit KI bearbeitet',
  'originShort.aiPossible': 'Möglicherweise KI',
  'originShort.contradictory': 'Widerspricht sich',

  'standing.failed': 'Fehlgeschlagen',
  'standing.stopped': 'Nicht untersucht',
  'standing.queued': 'Wartet',
  'standing.running': 'Wird angesehen',
  'standing.setAside': 'enthalten',
  'standing.score': 'Wert {n}',

  'table.caption': 'Bilder, je eines pro Zeile',
  'table.picture': 'Bild',
  'table.name': 'Name',
  'table.verdict': 'Befund',
  'table.origin': 'Datei erklärt',
  'table.flags': 'Merkmale',
  'table.checked': 'Geprüft',
  'table.nothing': 'Kein Bild passt zu den Filtern.',
  'table.showAll': 'Alle zeigen',
  'table.open': '{name} öffnen',
  'table.check': '{name} ist geprüft',
  'table.group': 'Gruppe {n}',
  'table.keys': 'Tasten in der Tabelle: ↑ ↓ bewegen, Eingabe öffnet, C prüft ab, N notiert.',

  'filter.legend': 'Filtern und sortieren',
  'filter.text': 'Name oder Notiz suchen',
  'filter.sort': 'Sortieren nach',
  'filter.descending': 'Umgekehrt',
  'filter.shown': '{left, number} von {count, plural, one {# Bild} other {# Bildern}}',
  'filter.any': 'Beliebig',
  'filter.open': 'Noch nicht untersucht',
  'filter.declared': 'Irgendwie KI',
  'filter.undeclared': 'Nichts über KI',
  'filter.unchecked': 'Noch zu prüfen',
  'filter.duplicates': 'Alle Doppel',
  'sort.arrival': 'Eingang',
  'sort.origin': 'Was die Datei erklärt',
  'sort.flags': 'Zahl der Merkmale',
  'sort.group': 'Doppel beisammen',

  'review.region': 'Durchsicht',
  'review.back': 'Zurück zur Tabelle',
  'review.previous': 'Voriges',
  'review.next': 'Nächstes',
  'review.position': '{position, number} von {count, number}',
  'review.note': 'Notiz',
  'review.keys':
    'Tasten: J oder → nächstes, K oder ← voriges, C prüft ab, N notiert, Esc zurück zur Tabelle.',
  'review.sameFile': 'Dieselbe Datei, Byte für Byte:',
  'review.nearSame': 'Fast dasselbe Bild:',

  'gone.title': 'Das Bild selbst wurde nicht aufbewahrt',
  'gone.text':
    'Befund, Begründung, Notiz und Bericht sind hier. Zum Erklären, Versuchen, Vergrößern oder Neufragen geben Sie dieser Seite dieselbe Datei noch einmal; sie wird am Inhalt erkannt.',
  'gone.unfinished':
    'Es war noch nicht untersucht, als die Seite geschlossen wurde. Geben Sie dieser Seite dieselbe Datei noch einmal; sie wird am Inhalt erkannt.',
  'gone.choose': 'Datei auswählen',

  'kept.title': 'Auf diesem Gerät aufbewahrte Ergebnisse',
  'kept.what':
    'Befunde, Notizen und kleine Vorschauen bleiben in diesem Browser, bis Sie sie löschen; so geht beim Schließen der Seite nichts verloren. Die Bilder selbst werden nie aufbewahrt, und nichts wird irgendwohin gesendet.',
  'kept.private': 'Privat: nichts aufbewahren',
  'kept.privateWhat':
    'Löscht, was aufbewahrt ist, und bewahrt von nun an nichts auf. Was auf der Seite steht, bleibt, bis Sie sie schließen.',
  'kept.clear': 'Alle Ergebnisse löschen',
  'kept.clearWhat': 'Nimmt alle Bilder von der Seite und löscht alles, was von ihnen aufbewahrt ist.',
  'kept.cleared': 'Alles wurde gelöscht.',
  'kept.isPrivate': 'Privat: Ergebnisse enden mit diesem Tab.',
  'kept.refused':
    'Dieser Browser bewahrt für diese Seite nichts auf; Ergebnisse enden mit diesem Tab. Speichern Sie einen Bericht über das, was wichtig ist.',
  'kept.full':
    'Auf diesem Gerät ist kein Platz mehr für Ergebnisse. Die neuesten enden mit diesem Tab; speichern Sie einen Bericht oder löschen Sie alte.',
  'kept.restored':
    '{count, plural, one {# Bild früherer Besuche wird} other {# Bilder früherer Besuche werden}} gezeigt.',
  'kept.unreadable':
    '{count, plural, one {# aufbewahrtes Ergebnis ließ sich nicht lesen und wurde} other {# aufbewahrte Ergebnisse ließen sich nicht lesen und wurden}} ausgelassen.',
};
