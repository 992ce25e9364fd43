// Everything that clients were promised, from the files beside the policy and those of the release. The gate judges it
// and the notices are made of it: both read it here.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Input } from '../evidence/evidence.ts'
import { parseFreezes } from '../release/freezes.ts'
import { emptyLedger } from '../release/ledger.ts'
import { parseYaml } from '../release/parse-document.ts'
import { placeBeside } from '../release/place-beside.ts'
import type { Problem } from '../release/problem.ts'
import type { ChangedComponent, Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import { tenantsFileSchema, type Tenant } from '../release/tenant.ts'
import { readCalendars } from './read-calendars.ts'
import { readChecked, readOptional, type Checked } from './read-checked.ts'
import { readComponents } from './read-components.ts'
import { readLedger } from './read-ledger.ts'
import { readProvider } from './read-provider.ts'
import { readReleaseChanges } from './read-release-changes.ts'

export type ReadPromised = {
  /** Null where nobody wrote down who the clients are, or where a file has problems. */
  readonly promised: Promised | null
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
}

type Place = {
  readonly cwd: string
  /** The policy file, relative to it. */
  readonly policy: string
  /** Folder of the release, relative to it; null where there is none. */
  readonly release: string | null
  /** Bills of materials that the release names. */
  readonly sbom?: Release['sbom']
}

type Found = Omit<ReadPromised, 'promised'>
type Part<T> = Found & { readonly value: T }

/** Reads all of it, so that all mistakes are told of together. */
export function readPromised(place: Place): ReadPromised {
  const isKept = existsSync(resolve(place.cwd, placeBeside(place.policy, 'tenants.yaml')))
  if (!isKept) return { promised: null, inputs: [], problems: [] }
  const home = readHome(place)
  const own = readOfRelease(place, home.value.tenants)
  const problems = [...home.problems, ...own.problems]
  return {
    promised: problems.length > 0 ? null : { ...home.value, ...own.value },
    inputs: [...home.inputs, ...own.inputs],
    problems,
  }
}

/** What lies beside the policy, whatever is released. */
function readHome({
  cwd,
  policy,
}: Place): Part<Pick<Promised, 'provider' | 'tenants' | 'calendars' | 'freezes'>> {
  const tenants = readChecked({ cwd, file: placeBeside(policy, 'tenants.yaml') }, (source) =>
    parseYaml(source, tenantsFileSchema),
  )
  const home = readProvider({ cwd, policy })
  const provider = home.value ?? { zone: 'UTC', calendar: null }
  const clients = (tenants.value?.tenants ?? []).map(dropSecrets)
  const regions = [provider.calendar, ...clients.map((one) => one.calendar)].filter((one) => one !== null)
  const calendars = readCalendars({ cwd, folder: placeBeside(policy, 'calendars') }, regions)
  const freezes = readFreezes({ cwd, policy }, provider.zone)
  return {
    value: {
      provider,
      tenants: clients,
      calendars: calendars.value ?? {},
      freezes: freezes.value ?? [],
    },
    ...join([tenants, home, calendars, freezes]),
  }
}

/** What lies in the folder of the release. */
function readOfRelease(
  place: Place,
  tenants: readonly PromisedTenant[],
): Part<Pick<Promised, 'changes' | 'components' | 'ledger'>> {
  const { cwd, release, sbom } = place
  const ids = tenants.map(({ id }) => id)
  const changes = readReleaseChanges({ cwd, release }, ids)
  const components = readParts(place, tenants)
  const sent = release === null ? { ledger: emptyLedger, inputs: [] } : readLedger({ cwd, folder: release })
  return {
    value: {
      changes: changes.value ?? [],
      ...(sbom && { components: components.value ?? [] }),
      ledger: sent.ledger,
    },
    ...join([changes, components, { inputs: sent.inputs, problems: [] }]),
  }
}

function join(parts: readonly Found[]): Found {
  return {
    inputs: parts.flatMap(({ inputs }) => inputs),
    problems: parts.flatMap(({ problems }) => problems),
  }
}

/** Names what may be known of a tenant, so that a new secret of the file stays out by itself. */
function dropSecrets(tenant: Tenant): PromisedTenant {
  const { id, name, zone, calendar, services, contacts, tradingHours, language } = tenant
  return {
    id,
    name,
    zone,
    calendar,
    services,
    contacts,
    ...(tradingHours === undefined ? {} : { tradingHours }),
    ...(language === undefined ? {} : { language }),
  }
}

function readFreezes({ cwd, policy }: Pick<Place, 'cwd' | 'policy'>, zone: string) {
  const file = placeBeside(policy, 'freezes.yaml')
  return readOptional({ cwd, file }, (source) => parseFreezes(source, zone), [])
}

function readParts(
  { cwd, release, sbom }: Pick<Place, 'cwd' | 'release' | 'sbom'>,
  clients: readonly PromisedTenant[],
): Checked<readonly ChangedComponent[]> {
  if (!sbom || release === null) return { value: [], inputs: [], problems: [] }
  return readComponents(sbom, { cwd, release, known: clients.flatMap(({ services }) => services) })
}
