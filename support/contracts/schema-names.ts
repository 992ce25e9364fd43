// The names in a JSON schema, wherever they stand: below references, choices and lists.

export type Schema = Readonly<Record<string, unknown>>
export type Schemas = Readonly<Record<string, Schema>>

/** Paths to every value of a schema, lists with `[]`: `accounts.campaign[].campaignId`. */
export function listNames(written: Schema, schemas: Schemas): string[] {
  const names = new Set<string>()
  walk(written, { path: '', schemas, names, above: new Set() })
  return [...names]
}

type Walk = {
  readonly path: string
  readonly schemas: Schemas
  readonly names: Set<string>
  /** Schemas that are being read: one that holds itself is read once. */
  readonly above: ReadonlySet<Schema>
}

function walk(written: Schema, { path, schemas, names, above }: Walk): void {
  const found = resolve(written, schemas)
  if (above.has(found)) return
  const inner = { schemas, names, above: new Set([...above, found]) }
  const { items, properties } = found
  if (path !== '' && !isSchema(items) && !isSchema(properties)) names.add(path)
  for (const choice of ['anyOf', 'oneOf', 'allOf']) {
    for (const one of listOf(found[choice])) walk(one, { ...inner, path })
  }
  if (isSchema(items)) walk(items, { ...inner, path: `${path}[]` })
  if (!isSchema(properties)) return
  for (const [name, one] of Object.entries(properties)) {
    if (isSchema(one)) walk(one, { ...inner, path: path === '' ? name : `${path}.${name}` })
  }
}

function resolve(written: Schema, schemas: Schemas): Schema {
  const { $ref: reference } = written
  return typeof reference === 'string' ? (schemas[reference.split('/').at(-1) ?? ''] ?? {}) : written
}

function listOf(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : []
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
