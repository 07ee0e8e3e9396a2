/** Everything a file's unsigned metadata claim about its origin, field by field. Pure. */
import { type Declaration, type DeclaredIn, QUOTE_CHARS } from '../../src/contract';
import type { Container } from './containers';
import type { Exif, Iptc } from './exif';
import {
  aigcMark,
  comfyMark,
  creditMark,
  descriptionMark,
  type Mark,
  parametersMark,
  softwareMark,
  sourceType,
  textMark,
} from './generators';
import { NS, type Property } from './xmp';

/** What the declarations are read from. */
export interface Statements {
  readonly container: Container;
  readonly exif: Exif | null;
  readonly iptc: Iptc | null;
  readonly xmp: readonly Property[];
}

/** A file's own text, fit to be shown: one line, no control characters, shortened. */
export function quoted(text: string): string {
  const line = text
    // Bounded before the search: fields may hold megabytes.
    .slice(0, QUOTE_CHARS * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim();
  if (line.length <= QUOTE_CHARS) return line;
  // The cut may halve a character outside the basic plane.
  return `${line.slice(0, QUOTE_CHARS).replace(/\p{Cs}/u, '')}…`;
}

function declaration(mark: Mark, declaredIn: DeclaredIn, field: string, value: string): Declaration {
  return {
    claim: mark.claim,
    by: mark.by === null ? null : quoted(mark.by),
    declaredIn,
    field,
    quote: quoted(value),
    backing: 'unsigned',
    standing: 'counts',
  };
}

type Rule = readonly [ns: string, name: string, field: string, read: (value: string) => Mark | null];

const typeMark = (value: string): Mark | null => {
  const claim = sourceType(value)?.claim;
  return claim ? { claim, by: null } : null;
};

const XMP_RULES: readonly Rule[] = [
  [NS.iptcExt, 'DigitalSourceType', 'Iptc4xmpExt:DigitalSourceType', typeMark],
  [NS.iptcExt, 'DigitalSourcefileType', 'Iptc4xmpExt:DigitalSourcefileType', typeMark],
  [NS.photoshop, 'Credit', 'photoshop:Credit', creditMark],
  [NS.xmp, 'CreatorTool', 'xmp:CreatorTool', softwareMark],
  [NS.tiff, 'Software', 'tiff:Software', softwareMark],
  [NS.dc, 'description', 'dc:description', descriptionMark],
  [NS.exif, 'UserComment', 'exif:UserComment', (value) => parametersMark(value) ?? aigcMark(value)],
];

/** IPTC 2025.1: the program or model "used to generate this image". */
const AI_SYSTEM = 'AISystemUsed';

function ofXmp(properties: readonly Property[]): Declaration[] {
  const system = properties.find(({ ns, name }) => ns === NS.iptcExt && name === AI_SYSTEM)?.value ?? null;
  const found = properties.flatMap(({ ns, name, value }) => {
    // Writers end the namespace with and without its slash.
    if (`${ns.replace(/\/$/, '')}/` === NS.aigc && name === 'AIGC') {
      const mark = aigcMark(value);
      return mark ? [declaration(mark, 'aigc-label', 'TC260:AIGC', value)] : [];
    }
    const rule = XMP_RULES.find(([ruleNs, ruleName]) => ruleNs === ns && ruleName === name);
    const mark = rule?.[3](value);
    if (!rule || !mark) return [];
    const iptc = ns === NS.iptcExt;
    const by = iptc && mark.claim !== 'camera' ? system : mark.by;
    return [declaration({ ...mark, by }, iptc ? 'iptc' : 'xmp', rule[2], value)];
  });
  // Beside a source type it names who; alone it is the statement.
  const typed = found.some(({ declaredIn }) => declaredIn === 'iptc');
  if (system === null || typed) return found;
  const mark: Mark = { claim: 'ai-generated', by: softwareMark(system)?.by ?? system };
  return [...found, declaration(mark, 'iptc', `Iptc4xmpExt:${AI_SYSTEM}`, system)];
}

/** ComfyUI puts its graphs into EXIF fields as "workflow:{…}" and "prompt:{…}". */
function comfyField(value: string | null): Mark | null {
  const match = value && /^(?:prompt|workflow):\s*(\{[\s\S]*)$/i.exec(value);
  return match?.[1] ? comfyMark(match[1]) : null;
}

function ofExif(exif: Exif): Declaration[] {
  const found: [Mark | null, DeclaredIn, string, string | null][] = [
    [exif.software ? softwareMark(exif.software) : null, 'exif', 'Software', exif.software],
    [exif.make ? (comfyField(exif.make) ?? softwareMark(exif.make)) : null, 'exif', 'Make', exif.make],
    [comfyField(exif.model), 'exif', 'Model', exif.model],
    [
      exif.description ? (descriptionMark(exif.description) ?? comfyField(exif.description)) : null,
      'exif',
      'ImageDescription',
      exif.description,
    ],
  ];
  const { comment } = exif;
  if (comment !== null) {
    const aigc = aigcMark(comment);
    found.push([aigc, 'aigc-label', 'UserComment', comment]);
    if (!aigc) found.push([parametersMark(comment) ?? comfyMark(comment), 'exif', 'UserComment', comment]);
  }
  if (exif.takenByCamera)
    found.push([{ claim: 'camera', by: null }, 'exif', 'Make, Model', `${exif.make} ${exif.model}`]);
  return found.flatMap(([mark, where, field, value]) =>
    mark ? [declaration(mark, where, field, value ?? '')] : [],
  );
}

function ofIptc(iptc: Iptc): Declaration[] {
  const credit = iptc.credit ? creditMark(iptc.credit) : null;
  const program = iptc.program ? softwareMark(iptc.program) : null;
  return [
    ...(credit ? [declaration(credit, 'iptc', 'Credit', iptc.credit ?? '')] : []),
    ...(program ? [declaration(program, 'iptc', 'Originating Program', iptc.program ?? '')] : []),
  ];
}

/** GIF and JPEG comments: only whole texts that a generator writes, no mere mention. */
function ofComment(comment: string): Declaration[] {
  const aigc = aigcMark(comment);
  if (aigc) return [declaration(aigc, 'aigc-label', 'comment', comment)];
  const mark = parametersMark(comment) ?? comfyMark(comment) ?? descriptionMark(comment);
  return mark ? [declaration(mark, 'comment', 'comment', comment)] : [];
}

/** All unsigned claims in the file, each once, in the order people would look. */
export function declarationsOf({ container, exif, iptc, xmp }: Statements): Declaration[] {
  const texts = container.texts.flatMap(({ keyword, text }) => {
    const mark = textMark(keyword, text);
    if (!mark) return [];
    return [declaration(mark, keyword === 'AIGC' ? 'aigc-label' : 'png-text', keyword, text)];
  });
  const all = [
    ...ofXmp(xmp),
    ...(iptc ? ofIptc(iptc) : []),
    ...texts,
    ...(exif ? ofExif(exif) : []),
    ...container.comments.flatMap(ofComment),
  ];
  const once = new Map(all.map((one) => [`${one.claim} ${one.field} ${one.quote}`, one]));
  return [...once.values()];
}
