/**
 * What a file says of itself and what it has been through, read from its bytes alone: the second, small contract.
 *
 * Nothing here comes from pixels or from the model, and nothing of it enters a verdict. A declaration is what the
 * file's metadata claim, in a place where that claim belongs, inside a structure that is whole; `standing` says whether
 * it may be repeated to a person. That there is no declaration is evidence of nothing.
 *
 * Not owned here: words (src/ui/file-words.ts), reading (workers/provenance), when it is read (src/state/queue.ts).
 */
import { z } from 'zod';
import { formatSchema } from './contract';
import type { Result } from './errors';

/** Longest piece of a file's own text that crosses the boundary, characters: enough to recognise a prompt. */
export const QUOTE_CHARS = 400;

const quote = z.string().max(QUOTE_CHARS + 1);

/** What is claimed. `ai-possible`: the label itself says "may be" (China's label 2 and 3). */
export const CLAIMS = ['ai-generated', 'ai-edited', 'ai-possible', 'camera'] as const;
export const claimSchema = z.enum(CLAIMS);
export type Claim = z.infer<typeof claimSchema>;

/** Where a claim stands. */
export const DECLARED_IN = [
  'credentials',
  'iptc',
  'xmp',
  'exif',
  'png-text',
  'comment',
  'aigc-label',
] as const;
export const declaredInSchema = z.enum(DECLARED_IN);
export type DeclaredIn = z.infer<typeof declaredInSchema>;

/** Who stands behind it: a signature whose signer is on the bundled list, one whose signer is not, or nobody. */
export const BACKINGS = ['signed-listed', 'signed-unlisted', 'unsigned'] as const;
export const backingSchema = z.enum(BACKINGS);
export type Backing = z.infer<typeof backingSchema>;

/** Whether a claim counts, or why it does not. */
export const STANDINGS = ['counts', 'damaged', 'broken-signature', 'contradicted'] as const;
export const standingSchema = z.enum(STANDINGS);
export type Standing = z.infer<typeof standingSchema>;

export const declarationSchema = z.object({
  claim: claimSchema,
  /** Program or service that is named, e.g. "Midjourney"; null where none is. */
  by: quote.nullable(),
  declaredIn: declaredInSchema,
  /** Field as its standard calls it, e.g. `Iptc4xmpExt:DigitalSourceType`, `parameters`. */
  field: z.string(),
  /** The field's own text, shortened. */
  quote,
  backing: backingSchema,
  standing: standingSchema,
});
export type Declaration = z.infer<typeof declarationSchema>;

/** What the declarations that count come to; `contradictory`: they exclude each other and none is repeated. */
export const ORIGINS = ['ai-generated', 'ai-edited', 'ai-possible', 'contradictory'] as const;
export const originSchema = z.enum(ORIGINS);
export type Origin = z.infer<typeof originSchema>;

const actionSchema = z.object({
  /** C2PA action, e.g. `c2pa.created`. */
  action: quote,
  by: quote.nullable(),
  /** IPTC digital source type, last part of its address, e.g. `trainedAlgorithmicMedia`. */
  sourceType: quote.nullable(),
  when: quote.nullable(),
});
export type CredentialAction = z.infer<typeof actionSchema>;

const ingredientSchema = z.object({
  title: quote.nullable(),
  relationship: quote.nullable(),
  /** Credentials of its own: none, intact, or broken when it was taken over. */
  credentials: z.enum(['none', 'intact', 'broken']),
  /** Its own history declares AI. */
  ai: z.boolean(),
});
export type Ingredient = z.infer<typeof ingredientSchema>;

/** Content Credentials (C2PA). Integrity (`intact`) and trust (`listed`) are two statements, never one. */
export const credentialsSchema = z.object({
  /** The signature fits these very bytes; null where the credentials cannot be read at all. */
  intact: z.boolean().nullable(),
  /** The signer's certificate leads to the bundled list. */
  listed: z.boolean(),
  signer: quote.nullable(),
  /** From a time stamp inside the signature, ISO 8601; null without one. */
  signedAt: quote.nullable(),
  /** Program that made the credentials. */
  maker: quote.nullable(),
  title: quote.nullable(),
  actions: z.array(actionSchema).max(40),
  ingredients: z.array(ingredientSchema).max(20),
  /** Codes of the validator, e.g. `assertion.dataHash.mismatch`. */
  failures: z.array(quote).max(20),
  /** Day the bundled trust list was issued, ISO 8601. */
  listDate: z.string(),
});
export type Credentials = z.infer<typeof credentialsSchema>;

/** What EXIF says of the camera; every field as written there, unchecked. */
export const cameraSchema = z.object({
  maker: quote.nullable(),
  model: quote.nullable(),
  lens: quote.nullable(),
  takenAt: quote.nullable(),
  exposure: quote.nullable(),
});
export type Camera = z.infer<typeof cameraSchema>;

/** Degrees, north and east positive. Shown only on wish. */
export const placeSchema = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type Place = z.infer<typeof placeSchema>;

export const jpegFactsSchema = z.object({
  /** 1..100 on the scale of the IJG's encoder (libjpeg). */
  quality: z.number().int().min(1).max(100),
  /** The tables are that encoder's own; false: another encoder's, and the number is the nearest. */
  standardTables: z.boolean(),
  progressive: z.boolean(),
  /** E.g. `4:2:0`. */
  subsampling: z.string(),
  /** Whether the coefficients show an earlier, other compression; null where they were not looked at. */
  doubleCompressed: z.boolean().nullable(),
});
export type JpegFacts = z.infer<typeof jpegFactsSchema>;

/** What happened to the file on its way, as far as bytes tell; each has its words, and what it means for a verdict. */
export const FINDINGS = [
  'wrong-extension',
  'damaged',
  'appended',
  'strong-compression',
  'some-compression',
  'compressed-twice',
  'saved-by-software',
  'resized',
  'platform-size',
  'screenshot',
  'screen-size',
  'no-metadata',
  'platform-trace',
  'platform-name',
  'credentials-elsewhere',
] as const;
export const findingSchema = z.object({
  kind: z.enum(FINDINGS),
  /** What the words need: a program, a platform, an extension, a size. */
  detail: quote.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;
export type FindingKind = Finding['kind'];

export const fileReportSchema = z.object({
  format: formatSchema,
  bytes: z.number().int(),
  /** Stored size, px, before orientation; null where the header does not tell. */
  size: z.object({ width: z.number().int(), height: z.number().int() }).nullable(),
  origin: originSchema.nullable(),
  declarations: z.array(declarationSchema).max(40),
  credentials: credentialsSchema.nullable(),
  camera: cameraSchema.nullable(),
  place: placeSchema.nullable(),
  /** Programs that EXIF, XMP or a comment name, as written. */
  software: z.array(quote).max(10),
  jpeg: jpegFactsSchema.nullable(),
  findings: z.array(findingSchema),
});
export type FileReport = z.infer<typeof fileReportSchema>;

/** What the provenance worker offers. Errors: IMAGE_TOO_LARGE, NO_CONTENT, OUT_OF_MEMORY, INTERNAL. */
export interface ProvenanceApi {
  /** `name` is the file's name; it is compared with the content and looked through for platforms' patterns. */
  inspect(file: Blob, name: string): Promise<Result<FileReport>>;
}
