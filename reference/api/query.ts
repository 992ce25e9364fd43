// Query strings as this API's clients write them: `a=1`, `status[]=A&status[]=B` (also percent-encoded), `date[from]=…`.

export type Query = Record<string, string | string[] | Record<string, string>>

export function parseQuery(text: string): Query {
  const query: Query = Object.create(null) as Query
  for (const [key, value] of new URLSearchParams(text)) {
    const [, name = key, inner] = /^([^[\]]+)\[([^[\]]*)\]$/.exec(key) ?? []
    query[name] = addValue(query[name], inner, value)
  }
  return query
}

function addValue(known: Query[string] | undefined, inner: string | undefined, value: string): Query[string] {
  if (inner) return { ...(typeof known === 'object' && !Array.isArray(known) ? known : {}), [inner]: value }
  if (Array.isArray(known)) return [...known, value]
  if (typeof known === 'string') return [known, value]
  return inner === '' ? [value] : value
}
