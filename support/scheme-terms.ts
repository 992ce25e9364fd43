// The terms of a points scheme as people say them, and what the API wants to be told. A scheme of which nothing is said
// lets points be spent from 100 in steps of 100.

type Terms = Readonly<Record<string, (value: string) => object>>

const terms: Terms = {
  'a purchase earns': (value) => ({ rates: { earn: parseRate(value) } }),
  'one purchase earns at most': (value) => ({ earnTransactionLimit: parseCount(value) }),
  'least to spend': (value) => spend({ minimum: parseCount(value) }),
  'most to spend': (value) => spend({ maximum: parseCount(value) }),
  'spent in steps of': (value) => spend({ step: parseCount(value) }),
  'points are worth': (value) => ({ rates: { redemption: parseWorth(value) } }),
  'points last': (value) => ({ services: { expiryPoints: { enabled: true, months: parseCount(value) } } }),
  'what is earned waits': (value) => ({ pendingPoints: { enabled: true, days: parseCount(value) } }),
  'a till reserves points for': (value) => ({ timeoutOverride: parseCount(value) }),
  'below nothing': (value) =>
    choose(value, { allowed: { negativeBalance: true }, 'filled up': { autoTopUp: true } }),
  'switched off': (value) => ({ services: { [value]: { enabled: false } } }),
  status: (value) => ({ status: value.toUpperCase() }),
}

const usual = spend({ enabled: true, minimum: 100, step: 100, maximum: 99_999 })

/** Rows of a term and its value → rules for the API. */
export function parseSchemeTerms(rows: readonly (readonly string[])[]): object {
  return rows.reduce((rules: object, [term = '', value = '']) => merge(rules, parseTerm(term, value)), usual)
}

function parseTerm(term: string, value: string): object {
  const parse = terms[term]
  if (!parse)
    throw new Error(`"${term}" is no term of a points scheme; there are ${Object.keys(terms).join(', ')}.`)
  return parse(value)
}

function spend(rule: object): object {
  return { services: { spend: rule } }
}

/** `100 points`, `3 months`, `5 minutes` → the number. */
function parseCount(text: string): number {
  const [count] = /^\d+/.exec(text) ?? []
  if (count === undefined) throw new Error(`"${text}" does not begin with a number.`)
  return Number(count)
}

/** `1 point for every 2.00` → what the API calls a rate. */
function parseRate(text: string): { points: number; per: number } {
  const [, points, per] = /^(\d+) points? for every (\d+\.\d\d)$/.exec(text) ?? []
  if (points === undefined || per === undefined)
    throw new Error(`"${text}" is no rate, as "1 point for every 2.00" is.`)
  return { points: Number(points), per: parseMoney(per) }
}

/** `0.50 for 100` → 100 points pay 50 of the smallest unit. */
function parseWorth(text: string): { points: number; value: number } {
  const [, value, points] = /^(\d+\.\d\d) for (\d+)$/.exec(text) ?? []
  if (points === undefined || value === undefined)
    throw new Error(`"${text}" is no worth, as "0.50 for 100" is.`)
  return { points: Number(points), value: parseMoney(value) }
}

function parseMoney(text: string): number {
  return Number(text.replace('.', ''))
}

function choose(value: string, choices: Readonly<Record<string, object>>): object {
  const chosen = choices[value]
  if (!chosen) throw new Error(`"${value}" is none of ${Object.keys(choices).join(', ')}.`)
  return chosen
}

/** Objects within objects are put together; anything else of the second takes the first's place. */
function merge(first: object, second: object): object {
  const merged = Object.entries(second).map(([key, value]) => {
    const known: unknown = Reflect.get(first, key)
    return [key, isObject(known) && isObject(value) ? merge(known, value) : value]
  })
  return { ...first, ...(Object.fromEntries(merged) as object) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
