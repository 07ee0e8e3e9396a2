/**
 * Content Credentials: what the validator's answer says about the picture, in the contract's terms. Pure.
 *
 * The active manifest speaks of the file as it is; its parent ingredient of what it was before; components are parts of
 * it. The active signature covers that history, and with it what its signer found when taking an ingredient over: one
 * whose own credentials were broken then is not believed, one whose signer was unknown then stays a stranger's word.
 */
import type { Claim, CredentialAction, Credentials, Declaration, Ingredient } from '../../src/contract';
import { quoted } from './declarations';
import { generatorName, sourceType } from './generators';
import {
  actionsOf,
  agentName,
  type Manifest,
  type ManifestAction,
  type ManifestIngredient,
  type ManifestStore,
} from './manifest-store';

/** Histories longer than this are cut: each step is a manifest, and a forged store may lead in circles. */
const MAX_DEPTH = 12;
const MAX_ACTIONS = 40;
const MAX_INGREDIENTS = 20;
const MAX_FAILURES = 20;

const q = (text: string | null | undefined) => (text ? quoted(text) : null);

/** Actions that bring the whole picture into being; all others change one that is there. */
const CREATES: ReadonlySet<string> = new Set(['c2pa.created']);

interface Said {
  readonly claim: Claim;
  readonly by: string | null;
  readonly field: string;
  readonly quote: string;
  /** Every signature above it, and its own, leads to a list. */
  readonly listed: boolean;
}

/** A failure that speaks of the signer's standing, not of the bytes. */
const OF_TRUST: ReadonlySet<string> = new Set(['signingCredential.untrusted', 'timeStamp.untrusted']);
const TRUSTED = 'signingCredential.trusted';

function ofAction(one: ManifestAction): Omit<Said, 'listed'> | null {
  const type = one.digitalSourceType ? sourceType(one.digitalSourceType) : null;
  const by = agentName(one);
  const creates = CREATES.has(one.action);
  const field = `${one.action} digitalSourceType`;
  if (type?.claim) {
    // A generator's material in a later step is an edit, whatever the material itself is called.
    const claim = type.claim === 'ai-generated' && !creates ? 'ai-edited' : type.claim;
    if (claim === 'camera' && !creates) return null;
    return { claim, by, field, quote: type.term };
  }
  // Early credentials of some services name the generator and no source type.
  if (!type && by && generatorName(by))
    return {
      claim: creates ? 'ai-generated' : 'ai-edited',
      by,
      field: `${one.action} softwareAgent`,
      quote: by,
    };
  return null;
}

/** Everything the history under `label` says, the newest first. */
function history(
  store: ManifestStore,
  label: string,
  listed: boolean,
  seen: ReadonlySet<string> = new Set(),
): Said[] {
  const manifest = store.manifests[label];
  if (!manifest || seen.size > MAX_DEPTH || seen.has(label)) return [];
  const path = new Set([...seen, label]);
  const own = actionsOf(manifest).flatMap((one): Said[] => {
    const said = ofAction(one);
    return said ? [{ ...said, listed }] : [];
  });
  const older = manifest.ingredients.flatMap((ingredient) => {
    const state = stateOf(ingredient);
    if (state === 'none' || state === 'broken') return [];
    const below = history(store, ingredient.active_manifest ?? '', listed && isListed(ingredient), path);
    if (ingredient.relationship === 'parentOf') return below;
    // A part made by a generator makes the whole a composite; a part taken by a camera says nothing of the rest.
    return below.flatMap((said): Said[] =>
      said.claim === 'camera' || ingredient.relationship !== 'componentOf'
        ? []
        : [{ ...said, claim: 'ai-edited' }],
    );
  });
  return [...own, ...older];
}

/** Codes of one kind that the signer found when taking the ingredient over. */
const found = (one: ManifestIngredient, kind: 'success' | 'failure') => [
  ...(one.validation_results?.activeManifest?.[kind] ?? []),
  ...(one.validation_status ?? []).filter(({ success }) => (success === true) === (kind === 'success')),
];

const isListed = (one: ManifestIngredient) => found(one, 'success').some(({ code }) => code === TRUSTED);

function stateOf(one: ManifestIngredient): Ingredient['credentials'] {
  if (!one.active_manifest) return 'none';
  return found(one, 'failure').every(({ code }) => OF_TRUST.has(code)) ? 'intact' : 'broken';
}

function ingredientOf(store: ManifestStore, one: ManifestIngredient): Ingredient {
  const state = stateOf(one);
  const below = state === 'intact' ? history(store, one.active_manifest ?? '', false) : [];
  return {
    title: q(one.title),
    relationship: q(one.relationship),
    credentials: state,
    ai: below.some(({ claim }) => claim !== 'camera'),
  };
}

function actionFacts(one: ManifestAction): CredentialAction {
  return {
    action: quoted(one.action),
    by: q(agentName(one)),
    sourceType: q(
      one.digitalSourceType && (sourceType(one.digitalSourceType)?.term ?? one.digitalSourceType),
    ),
    when: q(one.when),
  };
}

function makerOf(manifest: Manifest): string | null {
  return q(manifest.claim_generator_info?.[0]?.name ?? manifest.claim_generator?.split(/[/ ]/)[0]);
}

export interface ReadCredentials {
  readonly credentials: Credentials;
  readonly declarations: readonly Declaration[];
}

/** `listDate`: day the trust list was issued. */
export function credentialsOf(store: ManifestStore, listDate: string): ReadCredentials {
  const label = store.active_manifest ?? '';
  const manifest = store.manifests[label];
  if (!manifest) return unreadable(listDate, 'no active manifest');
  const failures = [
    ...(store.validation_results?.activeManifest?.failure ?? []),
    ...(store.validation_status ?? []).filter(({ success }) => success === false),
  ].map(({ code }) => code);
  const breaking = [...new Set(failures)].filter((code) => !OF_TRUST.has(code));
  const intact =
    store.validation_state !== 'Invalid' && store.validation_state != null && breaking.length === 0;
  const listed = intact && store.validation_state === 'Trusted';
  const said = history(store, label, listed);
  const once = new Map(said.map((one) => [`${one.claim} ${one.by} ${one.field} ${one.quote}`, one]));
  return {
    credentials: {
      intact,
      listed,
      signer: q(manifest.signature_info?.issuer ?? manifest.signature_info?.common_name),
      signedAt: q(manifest.signature_info?.time),
      maker: makerOf(manifest),
      title: q(manifest.title),
      actions: actionsOf(manifest).slice(0, MAX_ACTIONS).map(actionFacts),
      ingredients: manifest.ingredients.slice(0, MAX_INGREDIENTS).map((one) => ingredientOf(store, one)),
      failures: [...new Set(failures)].slice(0, MAX_FAILURES).map(quoted),
      listDate,
    },
    declarations: [...once.values()].slice(0, MAX_ACTIONS / 2).map((one) => ({
      claim: one.claim,
      by:
        q(one.by && (generatorName(one.by) ?? one.by)) ?? (one.claim === 'camera' ? null : makerOf(manifest)),
      declaredIn: 'credentials',
      field: one.field,
      quote: quoted(one.quote),
      backing: one.listed ? 'signed-listed' : 'signed-unlisted',
      standing: intact ? 'counts' : 'broken-signature',
    })),
  };
}

/** Credentials that are there and cannot be read. */
export function unreadable(listDate: string, why: string): ReadCredentials {
  return {
    credentials: {
      intact: null,
      listed: false,
      signer: null,
      signedAt: null,
      maker: null,
      title: null,
      actions: [],
      ingredients: [],
      failures: [quoted(why)],
      listDate,
    },
    declarations: [],
  };
}
