/**
 * XMP (ISO 16684-1) as a flat list of properties. The packet must be well-formed XML with RDF inside: text that merely
 * looks like a property counts for nothing.
 */
import { SaxesParser } from 'saxes';

export interface Property {
  /** Namespace address. */
  readonly ns: string;
  readonly name: string;
  readonly value: string;
}

export const NS = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  iptcExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  tiff: 'http://ns.adobe.com/tiff/1.0/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  dc: 'http://purl.org/dc/elements/1.1/',
  terms: 'http://purl.org/dc/terms/',
  history: 'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#',
  aigc: 'http://www.tc260.org.cn/ns/AIGC/1.0/',
} as const;

/** Packets are a few kB; megabytes are brushes and presets that say nothing about origin. */
const MAX_PACKET_CHARS = 4 * 1024 * 1024;
const MAX_PROPERTIES = 5000;

/** Properties of a packet in document order, or null if it is not well-formed RDF. */
export function readXmp(packet: string): readonly Property[] | null {
  if (packet.length > MAX_PACKET_CHARS) return null;
  const properties: Property[] = [];
  /** Open elements; `value` collects text of those that hold no elements. */
  const open: { ns: string; name: string; value: string; leaf: boolean }[] = [];
  let rdf = false;
  let failed = false;
  const add = (property: Property) => {
    if (properties.length < MAX_PROPERTIES) properties.push(property);
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    failed = true;
  });
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    if (parent) parent.leaf = false;
    if (tag.uri === NS.rdf && tag.local === 'RDF') rdf = true;
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      if (!rdf) continue;
      if (uri === NS.rdf && local === 'resource') add({ ns: tag.uri, name: tag.local, value });
      else if (uri !== NS.rdf && uri !== '' && !uri.startsWith('http://www.w3.org/'))
        add({ ns: uri, name: local, value });
    }
    open.push({ ns: tag.uri, name: tag.local, value: '', leaf: true });
  });
  const onText = (text: string) => {
    const top = open.at(-1);
    if (top) top.value += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const element = open.pop();
    const value = element?.value.trim();
    if (!element?.leaf || !value || !rdf) return;
    // Items of arrays belong to the property around them.
    const owner = element.ns === NS.rdf ? open.findLast(({ ns }) => ns !== NS.rdf) : element;
    if (owner) add({ ns: owner.ns, name: owner.name, value });
  });
  try {
    // Writers pad packets with zeros as well as blanks.
    parser.write(packet.replace(/^\uFEFF/, '').replace(/\0+$/, '')).close();
  } catch {
    return null;
  }
  return failed || !rdf ? null : properties;
}
