// Two bills of materials → the parts that differ, and the services that stand on them. CycloneDX 1.4 and later,
// https://cyclonedx.org/docs/1.6/json/
import { z } from 'zod'
import type { ChangedComponent } from '../release/promised.ts'

const hashes = z.array(z.looseObject({ alg: z.string(), content: z.string() })).default([])
const named = z.looseObject({
  'bom-ref': z.string().optional(),
  group: z.string().default(''),
  name: z.string(),
  version: z.string().default(''),
})
const part = named.extend({
  purl: z.string().default(''),
  hashes,
  /** Parts within it, and parts within those. */
  get components(): z.ZodDefault<z.ZodArray<typeof part>> {
    return z.array(part).default([])
  },
})

/** What is read of a CycloneDX document. */
export const billSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(part).default([]),
  services: z.array(named).default([]),
  dependencies: z
    .array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) }))
    .default([]),
})

export type Bill = z.output<typeof billSchema>
type Part = Bill['components'][number]
type Bills = { readonly before: Bill; readonly after: Bill }

/** Components that were added, taken out or are other ones now, sorted by name; `known` are the services there are. */
export function compareComponents(bills: Bills, known: readonly string[]): ChangedComponent[] {
  const [before, after] = [listParts(bills.before), listParts(bills.after)]
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  const changed = names.filter((name) => describe(before.get(name)) !== describe(after.get(name)))
  return changed.map((name) => {
    const found = [bills.before, bills.after].flatMap((bill) => findServices(bill, name, known))
    return { name, services: found.length === 0 ? null : [...new Set(found)].toSorted() }
  })
}

/** The same part in two versions has one name; two versions side by side are both of it. */
function listParts({ components }: Pick<Bill, 'components'>): Map<string, Part[]> {
  return Map.groupBy(components.flatMap(unfold), nameOf)
}

/** The part and all that is within it. */
function unfold(one: Part): Part[] {
  return [one, ...one.components.flatMap(unfold)]
}

function nameOf({ group, name }: Pick<Part, 'group' | 'name'>): string {
  return group === '' ? name : `${group}/${name}`
}

function describe(parts: readonly Part[] = []): string {
  const texts = parts.map(({ version, purl, hashes: digests }) =>
    JSON.stringify([version, purl, digests.map(({ alg, content }) => `${alg} ${content}`).toSorted()]),
  )
  return texts.toSorted().join('\n')
}

/** Services that depend on the part, directly or through others; the part itself may be one. */
function findServices(bill: Bill, name: string, known: readonly string[]): string[] {
  const all = [...bill.components.flatMap(unfold), ...bill.services]
  const wanted = new Set(all.filter((one) => nameOf(one) === name).map(refOf))
  const dependencies = [...bill.dependencies, ...bill.components.flatMap(unfold).map(dependOnParts)]
  // A set that is added to while it is walked is walked to its new end.
  for (const ref of wanted) addDependants(dependencies, ref, wanted)
  return all.filter((one) => wanted.has(refOf(one)) && known.includes(one.name)).map((one) => one.name)
}

/** Whatever holds a part stands on it. */
function dependOnParts(one: Part): Bill['dependencies'][number] {
  return { ref: refOf(one), dependsOn: one.components.map(refOf) }
}

function addDependants(dependencies: Bill['dependencies'], wanted: string, to: Set<string>): void {
  for (const { ref, dependsOn } of dependencies) if (dependsOn.includes(wanted)) to.add(ref)
}

function refOf(one: Pick<Part, 'bom-ref' | 'group' | 'name'>): string {
  return one['bom-ref'] ?? nameOf(one)
}
