// Secrets and addresses stand as `${NAME}` in files that people commit; their values come from the environment only.
import type { Parsed, Problem } from './problem.ts'

type Values = Readonly<Record<string, string | undefined>>

export type Resolved<T> = {
  readonly value: T
  /** Every value that was put in, to be kept out of all output where it is secret. */
  readonly used: Readonly<Record<string, string>>
}

/** Replaces every `${NAME}` in all strings of a value; names without a value are problems, all of them at once. */
export function resolveReferences<T>(value: T, values: Values, file: string): Parsed<Resolved<T>> {
  const problems: Problem[] = []
  const used: Record<string, string> = {}
  const replace = (text: string, path: string): string =>
    text.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) => {
      const found = Object.hasOwn(values, name) ? values[name] : undefined
      if (found === undefined || found === '') problems.push(missing({ name, path, file }))
      else used[name] = found
      return found ?? ''
    })
  const resolved = mapStrings(value, '', replace) as T
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { value: resolved, used } }
}

function mapStrings(value: unknown, path: string, replace: (text: string, path: string) => string): unknown {
  if (typeof value === 'string') return replace(value, path)
  if (Array.isArray(value)) return value.map((item, index) => mapStrings(item, `${path}[${index}]`, replace))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([key, item]) => [key, mapStrings(item, path === '' ? key : `${path}.${key}`, replace)]),
  )
}

function missing({ name, path, file }: { name: string; path: string; file: string }): Problem {
  return {
    file,
    path,
    expected: `a value for ${name} in the environment`,
    received: 'nothing',
    remedy: `Set ${name} before the run.`,
  }
}
