// Each rule is shown a feature that has the mistake and one that has not.
import { describe, expect, it } from 'vitest'
import { sampleDefinitions } from '../../../test/sample-definitions.ts'
import { makePhraseBook } from '../phrases/phrase-book.ts'
import { lintFeatures } from './lint-features.ts'
import type { LintContext } from './lint-rule.ts'

const context: LintContext = {
  tenants: ['maple', 'cedar'],
  services: ['wallet', 'pos'],
  needs: ['clock'],
  freeTags: ['summer'],
  book: makePhraseBook(sampleDefinitions),
}

function lint(text: string, uri = 'features/a/f.feature', own: Partial<LintContext> = {}) {
  return lintFeatures([{ uri, text }], { ...context, ...own }).findings
}

const found = (text: string, uri?: string) =>
  lint(text, uri).map(({ rule, line, column }) => `${rule} ${line}:${column}`)

const steps = `    When Anna redeems the coupon
    Then Anna has 3 points
`
const feature = (scenarios: string): string => `Feature: F\n\n${scenarios}`
const good = feature(`  Scenario: one\n${steps}`)

/** What is wrong → text, and the findings it must have. */
const mistakes: Record<string, [text: string, ...findings: string[]]> = {
  'an unknown tag': [feature(`  @smok\n  Scenario: one\n${steps}`), 'tags-known 3:3'],
  'an unknown tag with a value': [`@team:blue\n${good}`, 'tags-known 1:1'],
  'a value that a tag does not take': [`@smoke:yes\n${good}`, 'tags-known 1:1'],
  'no value where a tag needs one': [`@service\n${good}`, 'tags-known 1:1'],
  'an empty value where any would do': [`@lock:\n${good}`, 'tags-known 1:1'],
  'an empty value where only some do': [`@service:\n${good}`, 'tags-known 1:1'],
  'an empty value of a tag that takes none': [`@smoke:\n${good}`, 'tags-known 1:1'],
  'the tag that a run sets itself': [`@tenant:maple\n${good}`, 'tags-known 1:1'],
  'an unknown tenant': [`@tenants:maple,oak\n${good}`, 'tenants-known 1:1'],
  'an unknown service': [`@service:walet\n${good}`, 'services-known 1:1'],
  'something no target offers': [`@needs:time\n${good}`, 'needs-known 1:1'],
  'an unknown severity': [`@severity:high\n${good}`, 'severity-known 1:1'],
  'a tag on a rule': [`Feature: F\n  @smok\n  Rule: R\n    Scenario: one\n  ${steps}`, 'tags-known 2:3'],
  'a tag on examples': [
    feature(
      `  Scenario Outline: <n> of them\n    When Anna redeems the coupon\n    Then Anna has <n> points\n    @oops\n    Examples:\n      | n |\n      | 1 |\n`,
    ),
    'tags-known 6:5',
  ],
  'a tag left over from work': [`@only\n${good}`, 'no-focus 1:1'],
  'another one, in capitals': [`@WIP\n${good}`, 'no-focus 1:1', 'tags-known 1:1'],
  'two values where one counts': [`@severity:minor @severity:critical\n${good}`, 'tags-visible 1:1'],
  'a tag twice': [`@smoke @smoke\n${good}`, 'tags-visible 1:1'],
  'a tag in a comment': [`Feature: F\n\n  # @smoke\n  Scenario: one\n${steps}`, 'tags-visible 3:1'],
  'two scenarios of one name': [
    feature(`  Scenario: one\n${steps}\n  Scenario: one\n${steps}`),
    'names-unique 7:3',
  ],
  'two rows alike': [
    feature(
      `  Scenario Outline: one\n    When Anna redeems the coupon\n    Then Anna has <n> points\n\n    Examples:\n      | n |\n      | 1 |\n      | 1 |\n`,
    ),
    'names-unique 10:7',
  ],
  'a row that makes the name of another scenario': [
    feature(
      `  Scenario: 3 points\n${steps}\n  Scenario Outline: <n> points\n    When Anna redeems the coupon\n    Then Anna has <n> points\n\n    Examples:\n      | n |\n      | 3 |\n`,
    ),
    'names-unique 13:7',
  ],
  'a misspelt Scenario': [feature(`  Scenaro: one\n\n  Scenario: two\n${steps}`), 'keywords-spelt 3:3'],
  'a misspelt Scenario Outline': [
    feature(`  Senario Outline: one\n\n  Scenario: two\n${steps}`),
    'keywords-spelt 3:3',
  ],
  'misspelt Examples': [
    feature(
      `  Scenario Outline: one\n    When Anna redeems the coupon\n    Then Anna has <n> points\n\n    Exmples:\n      | n |\n      | 1 |\n`,
    ),
    'keywords-spelt 7:5',
  ],
  'a keyword in small letters': [
    feature(`  scenario: one\n\n  Scenario: two\n${steps}`),
    'keywords-spelt 3:3',
  ],
  'a space before the colon': [
    feature(`  Scenario : one\n\n  Scenario: two\n${steps}`),
    'keywords-spelt 3:3',
  ],
  'no colon at all': [feature(`  Scenario One more\n\n  Scenario: two\n${steps}`), 'keywords-spelt 3:3'],
  'a misspelt step keyword at the beginning': [
    feature(`  Scenario: one\n    Givn Anna is a customer\n${steps}`),
    'keywords-spelt 4:5',
  ],
  'a misspelt step keyword further down': [
    feature(`  Scenario: one\n${steps}    Adn Anna has 3 points\n`),
    'keywords-spelt 6:5',
  ],
  'a misspelt keyword in another language': [
    `# language: de\nFunktionalität: F\n\n  Szenaro: eins\n\n  Szenario: zwei\n    Wenn Anna redeems the coupon\n    Dann Anna has 3 points\n`,
    'keywords-spelt 4:3',
  ],
  'an English keyword in another language': [
    `# language: de\nFunktionalität: F\n\n  Scenario: eins\n\n  Szenario: zwei\n    Wenn Anna redeems the coupon\n    Dann Anna has 3 points\n`,
    'keywords-spelt 4:3',
  ],
  'no steps': [feature('  Scenario: one\n'), 'scenarios-have-steps 3:3'],
  'no scenario': ['Feature: F\n', 'features-have-scenarios 1:1'],
  'no feature': ['# Nothing yet.\n', 'features-have-scenarios 1:1'],
  'a variable that no column fills': [
    feature(
      `  Scenario Outline: one\n    When Anna redeems the coupon\n    Then Anna has <m> points\n\n    Examples:\n      | n |\n      | 1 |\n`,
    ),
    'outlines-expanded 5:5',
    'steps-defined 5:5',
    'outlines-expanded 8:9',
  ],
  'a variable without examples': [
    feature(`  Scenario: one\n    Given a campaign "<name>"\n${steps}`),
    'outlines-expanded 4:5',
  ],
  'a variable in a table': [
    feature(`  Scenario: one\n    Given a campaign "Week"\n      | <word> |\n${steps}`),
    'outlines-expanded 5:9',
  ],
  'examples without a row': [
    feature(
      `  Scenario Outline: one\n    When Anna redeems the coupon\n    Then Anna has <n> points\n\n    Examples:\n      | n |\n`,
    ),
    'outlines-expanded 7:5',
  ],
  'two Whens': [
    feature(
      `  Scenario: one\n    When Anna redeems the coupon\n    When the campaigns are listed\n    Then Anna has 3 points\n`,
    ),
    'one-when 5:5',
  ],
  'a When after a Then': [
    feature(`  Scenario: one\n${steps}    When the campaigns are listed\n    Then Anna has 3 points\n`),
    'one-when 6:5',
  ],
  'a When in a background': [
    `Feature: F\n\n  Background:\n    When the campaigns are listed\n\n  Scenario: one\n${steps}`,
    'one-when 4:5',
  ],
  'no Then': [feature('  Scenario: one\n    When Anna redeems the coupon\n'), 'then-present 3:3'],
  'no Then in another language': [
    '# language: de\nFunktionalität: F\n\n  Szenario: eins\n    Wenn Anna redeems the coupon\n',
    'then-present 4:3',
  ],
  'a Then before the When': [
    feature(`  Scenario: one\n    Then Anna has 3 points\n${steps}`),
    'then-after-when 4:5',
  ],
  'a Given after the When': [
    feature(
      `  Scenario: one\n    When Anna redeems the coupon\n    Given a campaign "Week"\n    Then Anna has 3 points\n`,
    ),
    'given-first 5:5',
  ],
  'a Given after the Then': [
    feature(`  Scenario: one\n${steps}    Given a campaign "Week"\n`),
    'given-first 6:5',
  ],
  'a feature without a name': [good.replace('Feature: F', 'Feature:'), 'names-present 1:1'],
  'a scenario without a name': [feature(`  Scenario:\n${steps}`), 'names-present 3:3'],
  'a web address': [
    feature(`  Scenario: one\n    Given a campaign "https://shop.example/x"\n${steps}`),
    'business-words 4:5',
  ],
  'a method of HTTP in a name': [feature(`  Scenario: a POST is refused\n${steps}`), 'business-words 3:3'],
  'a path': [feature(`  Scenario: one\n    Given a campaign "/wallet/12"\n${steps}`), 'business-words 4:5'],
  'a status code': [feature(`  Scenario: it gets status 404\n${steps}`), 'business-words 3:3'],
  'a selector': [feature(`  Scenario: one\n    Given a campaign "#submit"\n${steps}`), 'business-words 4:5'],
  'a selector in a table': [
    feature(`  Scenario: one\n    Given a campaign "Week"\n      | "button[type=submit]" |\n${steps}`),
    'business-words 5:9',
  ],
  'a step nobody defined': [
    feature(`  Scenario: one\n    Given Anna is custmer\n${steps}`),
    'steps-defined 4:5',
  ],
  'a line Gherkin cannot read': [
    feature(`  Scenario: one\n${steps}  Something else\n`),
    'gherkin-readable 6:3',
  ],
  'rows of unequal length': [
    feature(`  Scenario: one\n    Given a campaign "Week"\n      | a |\n      | b | c |\n${steps}`),
    'gherkin-readable 6:7',
  ],
  'many lines': [`${good}${'\n  # more\n'.repeat(80)}`, 'feature-short 1:1'],
  'many scenarios': [
    feature(Array.from({ length: 16 }, (_, n) => `  Scenario: number ${n}\n${steps}`).join('\n')),
    'feature-short 1:1',
  ],
}

describe('lint finds', () => {
  it.each(Object.entries(mistakes))('%s', (_what, [text, ...findings]) => {
    expect(found(text)).toEqual(findings)
  })
})

/** What looks like a mistake and is none. */
const fine: Record<string, string> = {
  'a plain scenario': good,
  'every tag there is': `@service:wallet @tenants:maple,cedar @one-tenant @needs:clock @lock:* @severity:minor @epic:E @story:S\n@owner:me @layer:api @issue:1 @tms:2 @link:x @smoke @slow @affected @contract @summer\n${good}`,
  'one severity for the feature and another for a scenario': `@severity:minor\n${feature(`  @severity:critical\n  Scenario: one\n${steps}`)}`,
  'several links': `@issue:1 @issue:2\n${good}`,
  'one name in two rules': `Feature: F\n  Rule: A\n    Scenario: one\n${steps}\n  Rule: B\n    Scenario: one\n${steps}`,
  'rows that share their name': feature(
    `  Scenario Outline: one\n    When Anna redeems the coupon\n    Then Anna has <n> points\n\n    Examples:\n      | n |\n      | 1 |\n      | 2 |\n`,
  ),
  'prose that begins like a step or names a part': `Feature: F\n  Given that many ask, this is written down. Note: it is short.\n  When in doubt, ask. They do.\n  Scenario is what we call one.\n\n  Scenario: one\n${steps}`,
  'an And after a When': feature(
    `  Scenario: one\n    When Anna redeems the coupon\n    And the campaigns are listed\n    Then Anna has 3 points\n`,
  ),
  'no When': feature('  Scenario: one\n    Given Anna is a customer\n    Then Anna has 3 points\n'),
  'steps of no kind': feature('  Scenario: one\n    * Anna is a customer\n    * Anna has 3 points\n'),
  'markup that is to be shown as text': feature(
    `  Scenario: one\n    Given a campaign "<b>Week</b>"\n${steps}`,
  ),
  'numbers and signs that are no interface': feature(
    `  Scenario: 404 of 500 and/or # 3\n    Given a campaign "Anna.Smith@shop.example"\n    And a campaign "2.0"\n${steps}`,
  ),
  'words of the interface where it is the subject': feature(
    `  @contract\n  Scenario: a POST to /wallet gets status 201\n${steps}`,
  ),
  'a feature in another language':
    '# language: de\nFunktionalität: F\n\n  Grundlage:\n    Angenommen Anna is a customer\n\n  Szenario: eins\n    Wenn Anna redeems the coupon\n    Dann Anna has 3 points\n    Und Anna is a customer\n',
  'a remark that is no tag': `Feature: F\n\n  # @smoke is for a few only.\n  Scenario: one\n${steps}`,
}

describe('lint leaves alone', () => {
  it.each(Object.entries(fine))('%s', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  it('words of the interface in a folder of its own', () => {
    const text = feature(`  Scenario: a POST to /wallet\n${steps}`)
    expect(found(text, 'features/contract/f.feature')).toEqual([])
    expect(found(text, 'features/contracting/f.feature')).toEqual(['business-words 3:3'])
  })
})

describe('what lint says', () => {
  const say = (text: string): string => lint(text)[0]?.message ?? ''

  it('names what was perhaps meant', () => {
    expect(say(`@smok\n${good}`)).toContain('Did you mean @smoke?')
    expect(say(`@severty:minor\n${good}`)).toContain('Did you mean @severity:minor?')
    expect(say(`@summr\n${good}`)).toContain('Did you mean @summer?')
    expect(say(`@quite-new\n${good}`)).toContain('policy/tags.yaml')
    expect(say(`@tenant:maple\n${good}`)).toContain('@tenants:maple')
    expect(say(`@service:walet\n${good}`)).toContain('did you mean wallet?')
    expect(say(`@tenants:zzz\n${good}`)).toContain('there are maple, cedar')
    expect(say(feature(`  Scenaro: one\n\n  Scenario: two\n${steps}`))).toContain('Write "Scenario:"')
    expect(say(feature(`  Scenario: one\n${steps}    Adn Anna has 3 points\n`))).toContain('Write "And"')
    expect(say(feature(`  Scenario : one\n\n  Scenario: two\n${steps}`))).toContain(
      '"Scenario :" is no keyword',
    )
  })

  it('names it in the language of the feature', () => {
    const rest = '\n\n  Szenario: zwei\n    Wenn Anna redeems the coupon\n    Dann Anna has 3 points\n'
    const german = (line: string) => say(`# language: de\nFunktionalität: F\n\n  ${line}${rest}`)
    expect(german('Szenaro: eins')).toContain('Write "Szenario:"')
    expect(german('Scenario: eins')).toContain('Write "Szenario:"')
    expect(german('Examples:')).toContain('Write "Beispiele:"')
  })

  it('accuses no line for the misspelt one before it', () => {
    const text = feature(`  Scenaro: one\n${steps}\n  Scenario: two\n${steps}`)
    expect(lint(text).map(({ rule, line }) => `${rule} ${line}`)).toEqual(['keywords-spelt 3'])
    const alone = lint(feature(`  Scenario: two\n${steps}\n  Scenaro: one\n${steps}`))
    expect(alone.map(({ message }) => message)).toEqual(['"Scenaro:" is no keyword. Write "Scenario:".'])
  })

  it('says of a keyword that stands where none can that it does, and not that it is misspelt', () => {
    const text = feature(
      `  Rule: R\n\n    Scenario: two\n${steps}\n  Background:\n    Given Anna is a customer\n`,
    )
    expect(lint(text).map(({ message }) => message)).toContain('"Background:" cannot stand here.')
  })

  it('gives the three nearest phrases', () => {
    const [finding] = lint(feature(`  Scenario: one\n    Given Anna is custmer\n${steps}`))
    expect(finding?.hints).toHaveLength(3)
    expect(finding?.hints[0]).toBe('Given Anna is a customer')
  })

  it('gives all definitions of an ambiguous step', () => {
    const [first] = sampleDefinitions.steps
    const twice = { ...sampleDefinitions, steps: [...sampleDefinitions.steps, { ...first!, line: 99 }] }
    const text = feature(`  Scenario: one\n    Given Anna is a customer\n${steps}`)
    const [finding] = lint(text, undefined, { book: makePhraseBook(twice) })
    expect(finding).toMatchObject({
      rule: 'steps-unambiguous',
      line: 4,
      hints: [
        '{customer} is a customer (steps/shop.steps.ts:1)',
        '{customer} is a customer (steps/shop.steps.ts:99)',
      ],
    })
  })

  it('is a warning only where nothing is broken by it', () => {
    const long = lint(feature(Array.from({ length: 16 }, (_, n) => `  Scenario: ${n}\n${steps}`).join('\n')))
    expect(long.map(({ level }) => level)).toEqual(['warning'])
    expect(lint(`@smok\n${good}`).map(({ level }) => level)).toEqual(['error'])
  })

  it('is nothing of steps where their code could not be loaded', () => {
    const text = feature(`  Scenario: one\n    Given Anna is custmer\n${steps}`)
    expect(lint(text, undefined, { book: null })).toEqual([])
  })

  it('comes file by file, also of files that cannot be read', () => {
    const files = ['features/b.feature', 'features/a.feature'].map((uri) => ({
      uri,
      text: '@smok\nFeature: F\n',
    }))
    const { findings, features } = lintFeatures([...files, { uri: 'features/c.feature', text: 'x' }], context)
    expect(findings.map(({ file, rule }) => [file, rule])).toEqual([
      ['features/a.feature', 'tags-known'],
      ['features/a.feature', 'features-have-scenarios'],
      ['features/b.feature', 'tags-known'],
      ['features/b.feature', 'features-have-scenarios'],
      ['features/c.feature', 'gherkin-readable'],
    ])
    expect(features.map(({ uri }) => uri)).toEqual(['features/b.feature', 'features/a.feature'])
  })
})
