// Editors complete and check what people write by the published schemas: these have to agree with the gate, and each
// file has to name its own.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parsePolicy } from '../src/gate/policy/parse-policy.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
const compile = (name: string) => ajv.compile(JSON.parse(read(`docs/schemas/${name}.schema.json`)) as object)
const isPolicy = compile('policy')

describe('the schema of the policy says what the gate says', () => {
  test.each([
    ['extends: release', true],
    ['rules: { flake-budget: { max: 2, maxBySeverity: { blocker: 0 } } }', true],
    ['rules: { no-failures: { level: warn, scope: { tags: "@smoke" } } }', true],
    [
      'customRules: [{ module: ./rules/no-friday.ts }]\nrules: { no-friday: { level: warn, days: [5] } }',
      true,
    ],
    ['kinds: { emergency: { suite: "@smoke", rules: { no-failures: { level: warn } } } }', true],
    ['rules: { no-failure: { level: warn } }', false],
    ['kinds: { patch: { rules: { no-failure: {} } } }', false],
    ['kinds: { hotfix: {} }', false],
    ['rules: { flake-budget: { maximum: 2 } }', false],
    ['rules: { no-failures: { level: maybe } }', false],
    ['rules: { plan-complete: { scope: { tags: "@smoke" } } }', false],
    ['extends: everything', false],
    ['rule: {}', false],
  ])('%s', (text, isRight) => {
    expect(isPolicy(parse(text))).toBe(isRight)
    expect(parsePolicy({ file: 'policy.yaml', text }, 'scheduled').ok).toBe(isRight)
  })
})

const files = [
  ...globSync('policy/{*,targets/*,calendars/*}.yaml', { cwd: root }),
  ...globSync('releases/*/{release,example}.yaml', { cwd: root }),
]

test.each(files)('%s names its schema, and keeps to it', (file) => {
  const text = read(file)
  const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text.split('\n')[0] ?? '') ?? []
  const schema = join(dirname(file), path)
  expect(schema).toMatch(/^docs\/schemas\/.*\.schema\.json$/)
  expect(existsSync(join(root, schema))).toBe(true)
  expect(compile(schema.split('/').at(-1)?.replace('.schema.json', '') ?? '')(parse(text))).toBe(true)
})

test('the editor knows each of them also without that line', () => {
  const settings = JSON.parse(read('.vscode/settings.json')) as {
    'yaml.schemas': Record<string, string | string[]>
  }
  const mapped = Object.entries(settings['yaml.schemas']).flatMap(([schema, patterns]) => {
    expect(existsSync(join(root, schema)), schema).toBe(true)
    const all = [patterns].flat()
    const exclude = all.filter((one) => one.startsWith('!')).map((one) => one.slice(1))
    return all
      .filter((one) => !one.startsWith('!'))
      .flatMap((pattern) => globSync(pattern, { cwd: root, exclude }))
  })
  expect(mapped.toSorted()).toEqual(files.toSorted())
})
