/** The validator's answer (c2pa-rs `Reader::json`), as far as it is used; everything else is left out. */
import { z } from 'zod';

const agent = z.union([
  z.string(),
  z.object({ name: z.string().optional(), version: z.union([z.string(), z.number()]).optional() }),
]);

const action = z.object({
  action: z.string(),
  softwareAgent: agent.optional(),
  digitalSourceType: z.string().optional(),
  when: z.string().optional(),
  description: z.string().optional(),
});

const status = z.object({ code: z.string(), success: z.boolean().nullish() });

const codes = z.array(z.object({ code: z.string() })).default([]);
const outcome = z.object({ success: codes, failure: codes });

const ingredient = z.object({
  title: z.string().nullish(),
  relationship: z.string().nullish(),
  active_manifest: z.string().nullish(),
  validation_status: z.array(status).nullish(),
  validation_results: z.object({ activeManifest: outcome.nullish() }).nullish(),
});

const manifest = z.object({
  title: z.string().nullish(),
  claim_generator: z.string().nullish(),
  claim_generator_info: z.array(z.object({ name: z.string().optional() })).nullish(),
  assertions: z.array(z.object({ label: z.string(), data: z.unknown() })).default([]),
  ingredients: z.array(ingredient).default([]),
  signature_info: z
    .object({
      issuer: z.string().nullish(),
      common_name: z.string().nullish(),
      time: z.string().nullish(),
    })
    .nullish(),
});

export const manifestStoreSchema = z.object({
  active_manifest: z.string().nullish(),
  manifests: z.record(z.string(), manifest),
  validation_state: z.enum(['Invalid', 'Valid', 'Trusted']).nullish(),
  validation_status: z.array(status).nullish(),
  validation_results: z.object({ activeManifest: outcome.nullish() }).nullish(),
});

export type ManifestStore = z.infer<typeof manifestStoreSchema>;
export type Manifest = z.infer<typeof manifest>;
export type ManifestIngredient = z.infer<typeof ingredient>;
export type ManifestAction = z.infer<typeof action>;

const actions = z.object({ actions: z.array(z.unknown()) });

/** Actions of a manifest, in their order; those that are built otherwise are left out. */
export function actionsOf({ assertions }: Manifest): ManifestAction[] {
  return assertions
    .filter(({ label }) => /^c2pa\.actions(\.v2)?(__\d+)?$/.test(label))
    .flatMap(({ data }) => actions.safeParse(data).data?.actions ?? [])
    .flatMap((one) => action.safeParse(one).data ?? []);
}

/** Name of the program that did something. */
export function agentName({ softwareAgent }: ManifestAction): string | null {
  if (softwareAgent === undefined) return null;
  return (typeof softwareAgent === 'string' ? softwareAgent : softwareAgent.name) || null;
}
