// The handbook promises settings and shows policies: both have to be true of the rules there are.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parsePolicy } from '../../src/gate/policy/parse-policy.ts'
import { rules } from '../../src/gate/rules/rules.ts'

const handbook = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'rules.md'), 'utf8')
const sections = new Map(
  handbook
    .split(/^### /m)
    .map((text) => [/^`([a-z-]+)`/.exec(text)?.[1] ?? '', text.split(/^## /m)[0] ?? '']),
)
const policies = [...handbook.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) =>
  text.startsWith('extends') ? text : `rules:\n${text.replaceAll(/^/gm, '  ')}`,
)

test.each(policies)('the policy in the handbook can be used: %j', (text) => {
  expect(parsePolicy({ file: 'docs/rules.md', text }, 'emergency')).toMatchObject({ ok: true })
})

test.each(rules.map(({ id, settings }) => [id, settings] as const))(
  'the section of %s has an example, and tells of every setting and its default',
  (id, settings) => {
    const section = sections.get(id) ?? ''
    expect(section).toContain(`\`\`\`yaml\n${id}:`)
    for (const [name, value] of Object.entries(readDefaults(settings))) {
      expect(section).toContain(`\`${name}`)
      const shown = showDefault(value)
      expect(section).toMatch(new RegExp(`\`${name}[^\`]*\`,? default \`?${shown}`))
    }
  },
)

/** What is more than a word is described, and what is empty is none. */
function showDefault(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.keys(value).length === 0 ? 'none' : ''
}

function readDefaults(settings: z.ZodType): object {
  return z.looseObject({}).parse(settings.parse({}))
}

test('the handbook names each preset rule that is off, and no other', () => {
  const parsed = parsePolicy({ file: 'policy.yaml', text: 'extends: results-only' }, 'scheduled')
  const off = parsed.ok ? rules.filter(({ id }) => parsed.value.rules[id].level === 'off') : []
  const table =
    handbook.split('## Results of other frameworks')[1]?.split('`results-readable` only warns')[0] ?? ''
  const named = rules.filter(({ id }) => table.includes(`\`${id}\``))
  expect(named.map(({ id }) => id)).toEqual(off.map(({ id }) => id))
})
