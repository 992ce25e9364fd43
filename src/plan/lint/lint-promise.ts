// What only shows between files: a release for a service that nobody has, a change for a tenant that nobody knows, a
// tenant that nobody could tell.
import type { Change } from '../../release/changes.ts'
import type { Freeze } from '../../release/freezes.ts'
import { makePlacer } from '../../release/parse-document.ts'
import type { Release } from '../../release/release.ts'
import type { Tenant } from '../../release/tenant.ts'
import { makeFinding, type LintFinding, type LintRuleId } from './lint-finding.ts'

type Source = { readonly file: string; readonly text: string }
/** A file that reads, as a document in which paths can be looked up, and its value. */
export type Written<T> = { readonly source: Source; readonly value: T }

export type PromiseFiles = {
  readonly tenants: readonly Written<readonly Pick<Tenant, 'name' | 'contacts' | 'calendar'>[]>[]
  readonly policies: readonly Written<string | null>[]
  readonly releases: readonly Written<Pick<Release, 'services'>>[]
  readonly changes: readonly Written<Pick<Change, 'services' | 'audience'>>[]
  readonly freezes: readonly Written<readonly Freeze[]>[]
}

/** What there is in the project, whichever files are looked at; of what nothing is known, nothing is unknown. */
export type Known = {
  readonly tenants: readonly string[]
  readonly services: readonly string[]
  /** Regions that have a calendar. */
  readonly regions: readonly string[]
}

type Found = { readonly rule: LintRuleId; readonly path: readonly PropertyKey[]; readonly message: string }

export function lintPromise(files: PromiseFiles, known: Known): LintFinding[] {
  return [
    ...files.tenants.flatMap((one) => place(one, findInTenants(one.value, known))),
    ...files.policies.flatMap((one) => place(one, findInPolicy(one.value, known))),
    ...files.releases.flatMap((one) => place(one, findServices(one.value, known))),
    ...files.changes.flatMap((one) => place(one, findInChange(one.value, known))),
    ...files.freezes.flatMap((one) => place(one, findInFreezes(one.value, known))),
  ]
}

function place({ source }: Written<unknown>, found: readonly Found[]): LintFinding[] {
  const locate = makePlacer(source)
  return found.map(({ rule, path, message }) => makeFinding(rule, source.file, { ...locate(path), message }))
}

function findInTenants(tenants: PromiseFiles['tenants'][number]['value'], known: Known): Found[] {
  return tenants.flatMap(({ name, contacts, calendar }, index): Found[] => {
    const path = ['tenants', index] as const
    const message = `${name} has no contact, so nobody there can be told of a release. Name one under \`contacts\`.`
    return [
      ...(contacts.length === 0 ? [{ rule: 'contacts-given' as const, path, message }] : []),
      ...findCalendar(calendar, [...path, 'calendar'], known),
    ]
  })
}

function findInPolicy(calendar: string | null, known: Known): Found[] {
  return calendar === null ? [] : findCalendar(calendar, ['calendar'], known)
}

function findCalendar(region: string, path: readonly PropertyKey[], { regions }: Known): Found[] {
  if (regions.includes(region)) return []
  const remedy = `\`npm run calendars -- ${region}\` writes one`
  const message = `There is no calendar of ${region}, so no deadline can be counted by it; ${remedy}.`
  return [{ rule: 'calendars-there', path, message }]
}

function findServices({ services }: Pick<Release, 'services'>, known: Known): Found[] {
  return services.flatMap((service, index) => {
    if (known.services.length === 0 || known.services.includes(service)) return []
    const message = `No tenant has the service "${service}"; there are ${known.services.join(', ')}.`
    return [{ rule: 'services-known' as const, path: ['services', index], message }]
  })
}

function findInChange(change: Pick<Change, 'services' | 'audience'>, known: Known): Found[] {
  const audience = change.audience === 'all' ? [] : change.audience
  return [...findServices(change, known), ...findTenants(audience, ['audience'], known)]
}

function findInFreezes(freezes: readonly Freeze[], known: Known): Found[] {
  return freezes.flatMap(({ tenants = [] }, index) =>
    findTenants(tenants, ['freezes', index, 'tenants'], known),
  )
}

function findTenants(ids: readonly string[], path: readonly PropertyKey[], known: Known): Found[] {
  return ids.flatMap((id, index) => {
    if (known.tenants.length === 0 || known.tenants.includes(id)) return []
    const message = `There is no tenant "${id}"; there are ${known.tenants.join(', ')}.`
    return [{ rule: 'tenants-known' as const, path: [...path, index], message }]
  })
}
