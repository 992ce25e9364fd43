// `{{name}}` in the text of a request stands for a value that was remembered. Two braces, so that it never meets the
// `<name>` of an outline.

/** The value of a name; throws where there is none. */
export type FindValue = (name: string) => unknown

const placeholder = /\{\{\s*([^{}]+?)\s*\}\}/g

/** The text with every name in it filled in; `render` says how a value is written there. */
export function fillText(
  text: string,
  find: FindValue,
  render: (value: unknown) => string = showValue,
): string {
  return text.replaceAll(placeholder, (_all, name: string) => render(find(name)))
}

/** A path: what is filled in stays one part of it. What it begins with is a path of its own. */
export function fillPath(text: string, find: FindValue): string {
  const [, first, rest = text] = /^(\{\{[^{}]+\}\})?(.*)$/s.exec(text) ?? []
  const start = first === undefined ? '' : fillText(first, find)
  return `${start}${fillText(rest, find, (value) => encodeURIComponent(showValue(value)))}`
}

/** An expected value: text that is nothing but a name is the value itself, a number as a number. */
export function fillValue(value: unknown, find: FindValue): unknown {
  if (typeof value === 'string') {
    const [, only] = /^\{\{\s*([^{}]+?)\s*\}\}$/.exec(value) ?? []
    return only === undefined ? fillText(value, find) : find(only)
  }
  if (Array.isArray(value)) return value.map((inner) => fillValue(inner, find))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fillValue(inner, find)]))
}

/** As it is written within a text. */
export function showValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
