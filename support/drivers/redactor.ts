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
  /** Any text: an address, a body, or neither of them. */
  text(text: string): string
  isSecretHeader(name: string): boolean
  isSecretField(name: string): boolean
}

export const covered = '[redacted]'

const alwaysHeaders = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key']
const alwaysPaths = ['$..password', '$..secret', '$..access_token', '$..refresh_token', '$..client_secret']

/** Covers what the rules name, and what is secret everywhere. */
export function makeRedactor(rules: RedactionRules): Redactor {
  const headers = new Set([...alwaysHeaders, ...rules.headers].map((name) => name.toLowerCase()))
  const paths = [...alwaysPaths, ...rules.jsonPaths].map(parsePath)
  const fields = new Set(paths.flatMap((path) => path.at(-1)?.toLowerCase() ?? []))
  const isSecretHeader = (name: string) => headers.has(name.toLowerCase())
  const coverText = makeTextCover([...headers, ...fields])
  const body = (text: string) => coverJson(text, paths) ?? coverText(coverForm(text, fields))
  const url = (address: URL) => coverUrl(address, fields)
  return {
    headers: (all) => coverEntries(all, isSecretHeader),
    body,
    url,
    text: (text) => (/^https?:\/\//.test(text) && URL.canParse(text) ? url(new URL(text)) : body(text)),
    isSecretHeader,
    isSecretField: (name) => fields.has(name.toLowerCase()),
  }
}

/** Within any text: `name=value` of an address, `"name": "value"` of a script, and the input of that name on a page. */
function makeTextCover(names: readonly string[]): (text: string) => string {
  const any = names.map((name) => name.replaceAll(/[^\w-]/g, String.raw`\$&`)).join('|')
  const inAddress = new RegExp(`([?&](?:${any})=)[^&\\s"'<>#]+`, 'gi')
  const inScript = new RegExp(`(["']?(?:${any})["']?\\s*[:=]\\s*)(["'])(?:(?!\\2).)+\\2`, 'gi')
  const inPage = new RegExp(
    `(<input\\b[^>]*\\bname=["']?(?:${any})\\b[^>]*\\bvalue=)(["'])(?:(?!\\2).)*\\2`,
    'gi',
  )
  return (text) =>
    text
      .replace(inAddress, `$1${covered}`)
      .replace(inPage, `$1$2${covered}$2`)
      .replace(inScript, `$1$2${covered}$2`)
}

function coverUrl(address: URL, fields: ReadonlySet<string>): string {
  const shown = new URL(address)
  const user = shown.username === '' ? '' : `${shown.username}:${covered}@`
  const query = coverForm(shown.search.slice(1), fields)
  return `${shown.protocol}//${user}${shown.host}${shown.pathname}${query === '' ? '' : `?${query}`}${shown.hash}`
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
