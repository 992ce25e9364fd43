// Labels say where a test belongs, and in Airlock's runs whose case it is. A label may stand twice.
import { readList, type Fields, type Flaws } from './fields.ts'
import type { NamedValue } from './read-result.ts'

export type Labels = {
  readonly first: (name: string) => string | null
  readonly all: (name: string) => string[]
}

const noWords: string[] = []

/** The labels of a result, with those that Allure 3 reads out of tags. A label without a name or value says nothing. */
export function readLabels(fields: Fields, flaws: Flaws): readonly NamedValue[] {
  const labels: NamedValue[] = []
  for (const label of readList(fields, 'labels', flaws)) {
    const { value } = label
    if (isLabel(label)) labels.push(parseTagLabel(label))
    else if (value !== undefined && value !== null && typeof value !== 'string')
      flaws.add('labels[].value', value)
  }
  return labels
}

function isLabel(label: Fields): label is NamedValue {
  return typeof label['name'] === 'string' && typeof label['value'] === 'string'
}

/** `@allure.id:12` and `@allure.label.NAME:value` are labels that travel as tags. */
function parseTagLabel(label: NamedValue): NamedValue {
  if (label.name !== 'tag' || !label.value.startsWith('@allure.')) return label
  const [, id, name, text] = /^@allure\.(?:(id)|label\.([^:=]+))[:=](.*)$/.exec(label.value) ?? []
  if (text === undefined) return label
  return { name: id === undefined ? (name ?? label.name) : 'ALLURE_ID', value: text }
}

/** Looks labels up by name. */
export function groupLabels(labels: readonly NamedValue[]): Labels {
  return {
    first: (name) => labels.find((label) => label.name === name)?.value ?? null,
    all(name) {
      const values = labels.filter((label) => label.name === name)
      return values.length === 0 ? noWords : values.map(({ value }) => value)
    },
  }
}
