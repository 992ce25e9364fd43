// An exchange is kept for whoever reads a failure; what must stay secret in it is covered where it stands, by the name
// of its header or field, before anything is attached. Known secret values are covered once more by the run itself.

export type RedactionRules = {
  /** Names of headers, whatever their case. */
  readonly headers: readonly string[]
  /** `$.a.b`, `$.list[*].b`, or `$..b` for a field of that name anywhere. */
  readonly jsonPaths: readonly string[]
}

export type Redactor = {
  headers(headers: Readonly<Record<string, string>>): Record<string, string>
  /** A body in whatever form: JSON and form fields are looked into, other text stays as it is. */
  body(text: string): string
  url(url: URL): string
}

export const covered = '[redacted]'

const alwaysHeaders = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key']
const alwaysPaths = ['$..password', '$..secret', '$..access_token', '$..refresh_token', '$..client_secret']

/** Covers what the rules name, and what is secret everywhere. */
export function makeRedactor(rules: RedactionRules): Redactor {
  const headers = new Set([...alwaysHeaders, ...rules.headers].map((name) => name.toLowerCase()))
  const paths = [...alwaysPaths, ...rules.jsonPaths].map(parsePath)
  const fields = new Set(paths.flatMap((path) => path.at(-1)?.toLowerCase() ?? []))
  return {
    headers: (all) => coverEntries(all, (name) => headers.has(name.toLowerCase())),
    body: (text) => coverJson(text, paths) ?? coverForm(text, fields),
    url(url) {
      const shown = new URL(url)
      if (shown.password !== '') shown.password = covered
      const query = coverForm(url.search.slice(1), fields)
      return `${shown.origin}${shown.pathname}${query === '' ? '' : `?${query}`}`
    },
  }
}

/** `$.a[*].b` → a, *, b; `$..b` → **, b. */
function parsePath(path: string): string[] {
  const steps = path.replace(/^\$/, '').replaceAll('[*]', '.*').replaceAll('..', '.**.')
  return steps.split('.').filter(Boolean)
}

function coverEntries(
  entries: Readonly<Record<string, string>>,
  isSecret: (name: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [name, isSecret(name) ? covered : value]),
  )
}

function coverJson(text: string, paths: readonly string[][]): string | null {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    return JSON.stringify(paths.reduce(coverPath, JSON.parse(text) as unknown), null, 2)
  } catch (error) {
    // A body that only looks like JSON is shown as the text it is.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function coverPath(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value === null ? null : covered
  if (typeof value !== 'object' || value === null) return value
  if (step === '**') return coverAnywhere(value, rest)
  const isHere = (key: string) => step === '*' || key.toLowerCase() === step.toLowerCase()
  return mapFields(value, (inner, key) => (isHere(key) ? coverPath(inner, rest) : inner))
}

function coverAnywhere(value: object, rest: readonly string[]): unknown {
  const below = mapFields(value, (inner) =>
    typeof inner === 'object' && inner !== null ? coverAnywhere(inner, rest) : inner,
  )
  return coverPath(below, rest)
}

function mapFields(value: object, change: (inner: unknown, key: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown, index) => change(inner, String(index)))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, key)]))
}

/** `name=value&…` as forms and query strings write it. */
function coverForm(text: string, fields: ReadonlySet<string>): string {
  if (!/^[^=&\s]+=/.test(text)) return text
  return text
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1)
      return fields.has(decode(name).toLowerCase()) ? `${name}=${covered}` : pair
    })
    .join('&')
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    // A name with a broken escape is no name anybody could have listed.
    return name
  }
}
