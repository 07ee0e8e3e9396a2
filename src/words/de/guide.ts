import type { Area } from '../area';
import type { guide as english } from '../en/guide';

export const guide: Area<typeof english> = {
  'guide.open': 'Anleitung',
  'guide.title': 'Wie man mit einer Antwort arbeitet',
  'guide.close': 'Schließen',
  'guide.back': 'Zurück',
  'guide.next': 'Weiter',
  'guide.done': 'Fertig',
  'guide.at': 'Schritt {position, number} von {count, number}',
  'guide.steps': 'Schritte der Anleitung',
  'guide.stepNamed': '{n}: {title}',
  'guide.invitation':
    'Neu hier? Wenige kurze Schritte: was die Antworten bedeuten, warum sie danebenliegen können, was als Nächstes zu tun ist.',
  'guide.start': 'Anleitung beginnen',
  'guide.later': 'Jetzt nicht',

  'guide.lead.title': 'Ein Hinweis, kein Richter',
  'guide.lead.what':
    'Geben Sie dieser Seite ein Bild, und sie sucht nach den statistischen Spuren, die Bildgeneratoren in den Pixeln hinterlassen. Das Bild bleibt auf diesem Gerät; nichts wird gesendet.',
  'guide.lead.pixels':
    'Sie beurteilt allein Pixel. Wer das Bild gemacht hat, wann und wo, und ob die Bildunterschrift stimmt, kann sie nicht wissen: Ein Kamerafoto mit irreführender Unterschrift täuscht genauso.',
  'guide.lead.declared':
    'Über der Antwort steht, was die Datei selbst erklärt, falls sie etwas erklärt. Das bleibt getrennt, denn es lässt sich fälschen oder entfernen.',

  'guide.answers.title': 'Was die drei Antworten bedeuten',
  'guide.answers.share':
    'Unter jeder Antwort steht, wie viele von 100 echten Fotos einen so hohen Wert erreichen. Diese Zeile ist mehr wert als die Worte.',
  'guide.answers.likely':
    'Die Pixel ähneln der Arbeit eines Generators mehr als die fast aller echten Fotos. Ein starker Hinweis, nie ein Beweis.',
  'guide.answers.likelyTest':
    'Im Test {real, plural, =0 {bekam weniger als 1} one {bekam etwa #} other {bekamen etwa #}} von 100 echten Bildern sie trotzdem.',
  'guide.answers.cant':
    'Die Spuren weisen in keine Richtung, oder die Antwort gilt aus einem Grund nicht, den die Karte nennt. Gehen Sie auf anderen Wegen weiter.',
  'guide.answers.none':
    'Nichts wurde gefunden, was für einen Generator spricht. Über die Herkunft beweist das nichts.',
  'guide.answers.noneTest':
    'Im Test {generated, plural, =0 {bekam weniger als 1} one {bekam etwa #} other {bekamen etwa #}} von 100 KI-Bildern diese Antwort.',

  'guide.wrong.title': 'Warum es danebenliegen kann',
  'guide.wrong.test':
    'Erprobt an {count, plural, one {# Bild, das} other {# Bildern, die}} es nie gesehen hatte, nannte das Modell {generated, plural, =0 {weniger als 1} one {etwa #} other {etwa #}} von 100 KI-Bildern „{likely}“ und {real, plural, =0 {weniger als 1} one {etwa #} other {etwa #}} von 100 echten.',
  'guide.wrong.heldOut':
    'Von {count, plural, one {# echten Bild} other {# echten Bildern}}, die beim Training zurückgehalten wurden, {real, plural, =0 {wurde weniger als 1} one {wurde etwa #} other {wurden etwa #}} von 100 „{likely}“ genannt.',
  'guide.wrong.copies': 'Weitergeleitete Kopien',
  'guide.wrong.copiesText':
    'Messenger und soziale Netzwerke verkleinern Bilder und komprimieren sie neu; damit verschwinden die meisten Spuren.',
  'guide.wrong.editing': 'Bearbeitung',
  'guide.wrong.editingText':
    'Filter, Retusche, Vergrößern und die Nachtmodi von Telefonen hinterlassen eigene Spuren, die denen eines Generators ähneln können.',
  'guide.wrong.newer': 'Neue Generatoren',
  'guide.wrong.newerText':
    'Es kennt die, von denen es gelernt hat. Was später kam, kann unbemerkt durchgehen.',
  'guide.wrong.kinds': 'Andere Arten von Bildern',
  'guide.wrong.kindsText':
    'Es hat an Fotos gelernt. Zeichnungen, Computergrafiken, Screenshots und Scans liegen außerhalb davon.',
  'guide.wrong.parts': 'Veränderte Teile',
  'guide.wrong.partsText':
    'Es sieht wenige Stellen genau an. Die Wärmekarte zeigt, welche; ein veränderter Teil anderswo kann übersehen werden.',

  'guide.todo.title': 'Was als Nächstes zu tun ist',
  'guide.todo.text': 'Wie bei jedem Bild, auf das es ankommt, gleich wie die Antwort lautete:',
  'guide.todo.original': 'Suchen Sie das Original',
  'guide.todo.originalText':
    'Wer hat es zuerst veröffentlicht? Bitten Sie um die Datei, wie sie aus der Kamera kam, nicht um eine weitergeleitete Kopie, und untersuchen Sie diese.',
  'guide.todo.search': 'Suchen Sie frühere Kopien',
  'guide.todo.searchText':
    'Die umgekehrte Bildersuche, etwa mit Google Lens, TinEye, Bing oder Yandex, findet ältere und größere. Sie sendet das Bild an diese Firma: nicht mit vertraulichem Material.',
  'guide.todo.source': 'Fragen Sie die Quelle',
  'guide.todo.sourceText':
    'Wer hat es aufgenommen, womit, von wo aus? Gibt es Bilder von kurz davor und kurz danach?',
  'guide.todo.place': 'Prüfen Sie Ort und Zeit',
  'guide.todo.placeText':
    'Vergleichen Sie Gebäude, Schilder, Schatten und Wetter mit Karten, Straßenansichten und Wetteraufzeichnungen.',
  'guide.todo.look': 'Sehen Sie genau hin',
  'guide.todo.lookText':
    'Hände, Schrift, Spiegelungen, Muster, die sich wiederholen: Nehmen Sie die Lupe. Auffälligkeiten sind Fragen, keine Beweise.',
  'guide.todo.second': 'Lassen Sie eine zweite Person hinsehen',
  'guide.todo.secondText':
    'Speichern Sie den Bericht mit Ihrer Notiz. Beschuldigen Sie niemanden allein aufgrund dieser Seite.',

  'guide.page.title': 'Rund um die Seite',
  'guide.page.key': 'F1',
  'guide.page.keyText': 'Öffnet diese Anleitung jederzeit; Escape schließt sie.',
  'guide.page.paste': 'Einfügen',
  'guide.page.pasteText': 'Ein kopiertes Bild lässt sich überall auf der Seite einfügen.',
  'guide.page.explain': 'Erklären',
  'guide.page.explainText': 'Das Modell sieht sich mehr Stellen an und sagt, wonach es geht.',
  'guide.page.tries': 'Auf vier Arten versuchen',
  'guide.page.triesText':
    'Verkleinert, komprimiert, gespiegelt, anderswo angesehen: Eine Antwort, die kippt, gilt nicht.',
  'guide.page.print': 'Drucken',
  'guide.page.printText':
    'Die Bilder mit allem, was über sie gefunden wurde, alles aufgeklappt, nichts zu drücken.',
  'guide.page.offline': 'Ohne Verbindung',
  'guide.page.offlineText': 'Einmal geladen, funktioniert hier alles auch ohne Netz.',

  'now.title': 'Was nun?',
  'now.more': 'Mehr in der Anleitung',
  'now.likely.ask':
    'Veröffentlichen und beschuldigen Sie nicht allein daraufhin. Bitten Sie, wer es verbreitet hat, um die Originaldatei und untersuchen Sie diese.',
  'now.likely.try': 'Versuchen Sie die Antwort auf vier Arten: Eine, die kippt, ist nichts wert.',
  'now.cant.none':
    'Nehmen Sie es als das, was es ist: keine Antwort. Eine größere oder frühere Kopie gibt vielleicht eine.',
  'now.cant.goOn': 'Gehen Sie weiter vor wie bei jedem anderen Bild: Quelle, frühere Kopien, Ort und Zeit.',
  'now.none.bill':
    'Nehmen Sie es nicht als Freispruch: Spuren gehen unterwegs verloren, und neue Generatoren hinterlassen andere.',
  'now.none.ask':
    'Fragen Sie, wer es aufgenommen hat, wo und wann; ob die Bildunterschrift stimmt, ist in Pixeln nicht zu sehen.',
  'now.search':
    'Suchen Sie mit der umgekehrten Bildersuche frühere und größere Kopien und prüfen Sie Ort und Zeit.',
  'now.little.none': 'In diesen Pixeln steckt zu wenig für irgendeine Antwort.',
  'now.little.larger':
    'Suchen Sie eine größere Kopie, am besten die Originaldatei, und untersuchen Sie diese.',
};
