// The plan is made before anything runs, from features, tenants and target alone, so that what did not run
// can be told from what was never meant to.
import { createHash } from 'node:crypto'
import { compareTexts } from '../release/by-text.ts'
import type { Parsed } from '../release/problem.ts'
import type { Target } from '../release/target.ts'
import type { Tenant } from '../release/tenant.ts'
import { makeCaseId } from './case-id.ts'
import { parseCaseTags, type CaseTags } from './parse-case-tags.ts'
import { listScenarios, type Feature, type FeaturePickle } from './parse-feature.ts'
import type { Case, Exclusion, Plan } from './plan.ts'
import { findSelectionProblems, makeSelector, type Selector } from './select-cases.ts'

export type PlanInput = {
  readonly runId: string
  readonly target: Target
  readonly tenants: readonly Tenant[]
  readonly features: readonly Feature[]
  readonly selection: Plan['selection']
  /** Ids of the only cases to run, where `selection.only` says why; null for all. */
  readonly chosen?: ReadonlySet<string> | null
}

type Placed = { feature: Feature; entry: FeaturePickle; tags: CaseTags }
type Sorted = { cases: Case[]; excluded: Exclusion[]; seen: Map<string, Case> }

/** Features × tenants → every case that will run and every one that will not, each with its reason. */
export function makePlan(input: PlanInput): Parsed<Plan> {
  const problems = findSelectionProblems(input.selection, input)
  if (problems.length > 0) return { ok: false, problems }
  const features = input.features.toSorted((a, b) => compareTexts(a.uri, b.uri))
  const isSelected = makeSelector(input.selection, input.chosen ?? null)
  const sorted: Sorted = { cases: [], excluded: [], seen: new Map() }
  for (const feature of features) {
    sorted.excluded.push(...findRowless(feature))
    for (const entry of feature.pickles) {
      sortPickle({ feature, entry, tags: parseCaseTags(entry.tags) }, { input, isSelected, sorted })
    }
  }
  return { ok: true, value: assemble({ ...input, features }, sorted) }
}

function assemble(input: PlanInput, { cases, excluded }: Sorted): Plan {
  return {
    schema: 'airlock.plan/1',
    runId: input.runId,
    target: input.target.name,
    tenants: input.tenants.map(({ id, name, services }) => ({ id, name, services })),
    selection: input.selection,
    inventory: makeInventory(input.features),
    cases,
    excluded,
  }
}

function makeInventory(features: readonly Feature[]): Plan['inventory'] {
  const files = features.map(({ uri, name, sha256, pickles }) => ({
    uri,
    name,
    sha256,
    pickles: pickles.length,
  }))
  const lines = files.map(({ uri, sha256 }) => `${sha256}  ${uri}\n`).join('')
  return {
    features: files,
    pickles: files.reduce((sum, { pickles }) => sum + pickles, 0),
    sha256: createHash('sha256').update(lines).digest('hex'),
  }
}

/** Examples that have lost all their rows make no pickle, and would be missed by nobody. */
function findRowless({ uri, document }: Feature): Exclusion[] {
  return listScenarios(document).flatMap(({ scenario: { name, examples } }) =>
    examples
      .filter(({ tableBody }) => tableBody.length === 0)
      .map(({ location, keyword }) => {
        const detail = `no row below ${keyword}`
        return { uri, line: location.line, scenario: name, tenant: null, reason: 'rows', detail }
      }),
  )
}

type Sorting = { input: PlanInput; isSelected: Selector; sorted: Sorted }

function sortPickle(placed: Placed, { input, isSelected, sorted }: Sorting): void {
  const missing = placed.tags.needs.filter((need) => !input.target.offers.includes(need))
  if (missing.length > 0) {
    sorted.excluded.push(exclude(placed, { tenant: null, reason: 'needs', detail: missing.join(', ') }))
    return
  }
  const chosen = placed.tags.oneTenant ? chooseTenant(placed, input) : null
  for (const tenant of input.tenants) {
    const found = makeCase(placed, tenant)
    const reason = reasonAgainst(placed, tenant, chosen) ?? reasonAgainstCase(found, sorted.seen)
    if (reason) sorted.excluded.push(exclude(placed, { tenant: tenant.id, ...reason }))
    else if (isSelected(found, placed)) sorted.cases.push(found)
    else
      sorted.excluded.push(
        exclude(placed, { tenant: tenant.id, reason: 'selection', detail: 'not selected' }),
      )
    sorted.seen.set(found.id, sorted.seen.get(found.id) ?? found)
  }
}

/**
 * Where one tenant is enough, each gets its share: of those it can run for, the one with the smallest case id. So a
 * scenario stays with its tenant whatever else changes, and another tenant takes only its share of them.
 */
function chooseTenant(placed: Placed, { tenants, selection, chosen }: PlanInput): Tenant | null {
  const able = tenants
    .filter((tenant) => reasonAgainst(placed, tenant, null) === null)
    .map((tenant) => ({ tenant, caseId: makeCase(placed, tenant).id }))
    .toSorted((a, b) => compareTexts(a.caseId, b.caseId))
  const asked = able.filter(({ tenant }) => selection.tenants?.includes(tenant.id) ?? true)
  // What failed for a tenant is run again for that one.
  const meant = asked.find(({ caseId }) => chosen?.has(caseId) === true)
  return (meant ?? asked[0] ?? able[0])?.tenant ?? null
}

/** Of two pickles with one identity the second is left out here, and the gate blocks because of it: run, one would hide the other. */
function reasonAgainstCase(
  found: Case,
  seen: ReadonlyMap<string, Case>,
): Pick<Exclusion, 'reason' | 'detail'> | null {
  const first = seen.get(found.id)
  return first ? { reason: 'duplicate', detail: `the same as line ${first.line}` } : null
}

function reasonAgainst(
  { tags }: Placed,
  tenant: Tenant,
  chosen: Tenant | null,
): Pick<Exclusion, 'reason' | 'detail'> | null {
  if (tags.tenants && !tags.tenants.includes(tenant.id))
    return { reason: 'tenants', detail: tags.tenants.join(', ') }
  const lacking = tags.services.filter((service) => !tenant.services.includes(service))
  if (lacking.length > 0) return { reason: 'service', detail: lacking.join(', ') }
  if (chosen !== null && tenant.id !== chosen.id) return { reason: 'tenants', detail: 'one tenant is enough' }
  return null
}

function exclude(
  { feature, entry }: Placed,
  why: Pick<Exclusion, 'tenant' | 'reason' | 'detail'>,
): Exclusion {
  return { uri: feature.uri, line: entry.line, scenario: entry.pickle.name, ...why }
}

function makeCase({ feature, entry, tags }: Placed, tenant: Tenant): Case {
  const identity = {
    uri: feature.uri,
    rule: entry.rule,
    scenario: entry.pickle.name,
    example: entry.example.map(({ value }) => value),
  }
  return {
    id: makeCaseId(identity, tenant.id),
    uri: feature.uri,
    line: entry.line,
    feature: feature.name,
    rule: entry.rule,
    scenario: entry.pickle.name,
    example: [...entry.example],
    tenant: tenant.id,
    tags: [...entry.tags],
    severity: tags.severity,
    capability: capabilityOf(feature.uri),
    required: true,
    locks: [...tags.locks],
  }
}

/** `features/wallets/merge.feature` → `wallets`; `features/smoke.feature` → `smoke`. */
function capabilityOf(uri: string): string {
  const parts = uri.split('/')
  const folder = parts.length > 2 ? parts.at(-2) : undefined
  return folder ?? (parts.at(-1) ?? uri).replace(/\.feature(\.md)?$/, '')
}
