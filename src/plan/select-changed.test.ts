import { expect, test } from 'vitest'
import { parseFeature } from './parse-feature.ts'
import { makePhraseBook } from './phrases/phrase-book.ts'
import type { Case } from './plan.ts'
import { selectChanged } from './select-changed.ts'

function feature(uri: string, ...steps: string[]) {
  const parsed = parseFeature({ uri, text: `Feature: F\n  Scenario: S\n${steps.join('\n')}\n` })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const features = [
  feature('features/wallet.feature', '    Given a wallet'),
  feature('features/money.feature', '    Given it costs 5.00'),
  feature('features/lost.feature', '    Given what was a phrase once'),
  feature('features/both.feature', '    Given a wallet', '    Given it costs 5.00'),
]

// Only what is looked at.
const cases = features.map(({ uri }) => ({ id: uri, uri, line: 2 }) as Case)

const step = { flags: null, keyword: 'Given', line: 1 } as const
const book = makePhraseBook({
  steps: [
    { ...step, pattern: 'a wallet', uri: 'steps/wallet.steps.ts' },
    { ...step, pattern: 'nobody says it', uri: 'steps/mixed.steps.ts' },
    { ...step, pattern: 'it costs {money}', uri: 'steps/money.steps.ts' },
  ],
  parameters: [
    {
      name: 'money',
      regexps: [String.raw`\d+\.\d\d`],
      useForSnippets: true,
      preferForRegexpMatch: false,
      uri: 'support/types.ts',
      line: 1,
    },
  ],
  unusable: [],
})

const imports = new Map([
  ['steps/wallet.steps.ts', ['support/tasks/wallets.ts']],
  ['steps/money.steps.ts', []],
  ['support/tasks/wallets.ts', ['support/contract.ts']],
  ['support/contract.ts', []],
  ['support/types.ts', []],
  ['support/hooks.ts', ['support/attach.ts']],
  ['support/attach.ts', []],
  ['steps/mixed.steps.ts', ['support/clock.ts']],
  ['support/clock.ts', []],
])
const forAll = new Set(['steps/mixed.steps.ts', 'policy/tenants.yaml'])

test.each([
  ['a feature', ['features/money.feature'], ['features/money.feature']],
  [
    'a step',
    ['steps/money.steps.ts'],
    ['features/both.feature', 'features/lost.feature', 'features/money.feature'],
  ],
  [
    'what a step stands on',
    ['support/contract.ts'],
    ['features/both.feature', 'features/lost.feature', 'features/wallet.feature'],
  ],
  [
    'a type of parameter',
    ['support/types.ts'],
    ['features/both.feature', 'features/lost.feature', 'features/money.feature'],
  ],
  ['a hook', ['support/hooks.ts'], features.map(({ uri }) => uri).toSorted()],
  ['what a hook stands on', ['support/attach.ts'], features.map(({ uri }) => uri).toSorted()],
  ['a hook among steps', ['steps/mixed.steps.ts'], features.map(({ uri }) => uri).toSorted()],
  ['what that one stands on', ['support/clock.ts'], features.map(({ uri }) => uri).toSorted()],
  ['the tenants', ['policy/tenants.yaml'], features.map(({ uri }) => uri).toSorted()],
  ['something else', ['README.md'], []],
])('a change of %s concerns what uses it', (_, files, expected) => {
  const chosen = selectChanged({ files, imports, forAll }, { cases, features, book })
  expect([...chosen].toSorted()).toEqual(expected)
})
