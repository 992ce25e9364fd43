import { describe, expect, it } from 'vitest'
import { parseFeature } from '../parse-feature.ts'
import type { Definitions, StepDefinition } from '../phrases/definitions.ts'
import { makeCatalogue } from './make-catalogue.ts'
import { mendWords, selectPhrases } from './select-phrases.ts'

const text = `Feature: F
  Scenario: one
    Given a campaign "Winter week"
    And a campaign "Short"
    When a campaign "Short" gets these
      | code | kind |
      | a    | long |
    Then the campaign is running

  Scenario Outline: <word>
    Given a campaign "<word>"
    Then it is <how>

    Examples:
      | word   | how  |
      | Summer | good |
      | Spring | bad  |
`

function step(keyword: StepDefinition['keyword'], pattern: string, line: number): StepDefinition {
  return { keyword, pattern, flags: null, uri: 'steps/campaign.steps.ts', line }
}

const definitions: Definitions = {
  steps: [
    step('Given', 'a campaign {string}', 3),
    step('When', 'a campaign {string} gets these', 5),
    step('Then', 'the campaign is {state}', 6),
    step('Then', 'nobody says this', 7),
    { ...step('Then', '^it is (good|bad)$', 2), flags: '', uri: 'steps/a-word.steps.ts' },
  ],
  parameters: [
    {
      name: 'state',
      regexps: ['running|ended'],
      useForSnippets: true,
      preferForRegexpMatch: false,
      uri: 'support/parameters.ts',
      line: 2,
    },
  ],
  unusable: [],
}

const sources = new Map([
  ['steps/campaign.steps.ts', '// Campaigns.\n/** It runs. */\nGiven(\n'],
  ['support/parameters.ts', '/** What it is in. */\ndefineParameterType(\n'],
])

function make(features = [text]) {
  const parsed = features.map((one, index) => parseFeature({ uri: `features/${index}.feature`, text: one }))
  return makeCatalogue({
    definitions,
    sources,
    features: parsed.flatMap((one) => (one.ok ? one.value : [])),
  })
}

const phraseOf = (pattern: string, catalogue = make()) =>
  catalogue.nouns.flatMap(({ phrases }) => phrases).find(({ phrase }) => phrase === pattern)

describe('the catalogue', () => {
  it('groups phrases by the file of their noun, in the order of the names', () => {
    expect(make().nouns.map(({ name, about, phrases }) => [name, about, phrases.length])).toEqual([
      ['a-word', '', 1],
      ['campaign', 'Campaigns.', 4],
    ])
  })

  it('has meaning, shortest example and every place of a phrase', () => {
    expect(phraseOf('a campaign {string}')).toMatchObject({
      keyword: 'Given',
      meaning: 'It runs.',
      example: { keyword: 'Given', text: 'a campaign "Short"', argument: [], line: 4 },
      // The outline says it in one line, for two rows.
      uses: 3,
      places: [{ uri: 'features/0.feature', lines: [3, 4, 11] }],
    })
  })

  it('shows the table of an example', () => {
    expect(phraseOf('a campaign {string} gets these')?.example?.argument).toEqual([
      '| code | kind |',
      '| a    | long |',
    ])
  })

  it('lists the values of a parameter, or some that were seen', () => {
    expect(phraseOf('the campaign is {state}')?.parameters).toEqual([
      { name: '{state}', about: 'What it is in.', values: ['running', 'ended'], seen: [] },
    ])
    expect(phraseOf('a campaign {string}')?.parameters).toEqual([
      {
        name: '{string}',
        about: 'text in quotes',
        values: null,
        seen: ['"Short"', '"Spring"', '"Summer"', '"Winter week"'],
      },
    ])
    expect(phraseOf('it is (good|bad)')?.parameters).toEqual([
      { name: '(good|bad)', about: 'one of these', values: ['good', 'bad'], seen: [] },
    ])
  })

  it('has phrases that nobody uses, without an example', () => {
    expect(phraseOf('nobody says this')).toMatchObject({ example: null, uses: 0, places: [], meaning: '' })
  })

  it('does not depend on the order in which features are read', () => {
    const other = 'Feature: G\n  Scenario: two\n    Given a campaign "Brief"\n    And a campaign "Short"\n'
    const [one, two] = [make([text, other]), make([text, other])]
    expect(one).toEqual(two)
    expect(phraseOf('a campaign {string}', one)?.example).toMatchObject({
      text: 'a campaign "Brief"',
      line: 3,
    })
  })
})

describe('a search of the catalogue', () => {
  const search = (...words: string[]) =>
    selectPhrases(make(), words).nouns.flatMap(({ phrases }) => phrases.map(({ phrase }) => phrase))

  it('finds words in phrase, meaning, example, values and noun, from their first letters on', () => {
    expect(search('gets')).toEqual(['a campaign {string} gets these'])
    expect(search('runs')).toEqual(['a campaign {string}'])
    expect(search('ende')).toEqual(['the campaign is {state}'])
    expect(search('a-word')).toEqual(['it is (good|bad)'])
    expect(search('Campaign Given')).toEqual(['a campaign {string}'])
  })

  it('knows a misspelt word by what is near it, and leaves those that stand somewhere', () => {
    expect(mendWords(make(), ['camp', 'Campiagn'])).toEqual(['camp', 'campaign'])
    expect(mendWords(make(), ['campiagn', 'zzz'])).toBeNull()
  })

  it('finds nothing in the middle of a word, and all without a word', () => {
    expect(search('ampaign')).toEqual([])
    expect(search()).toHaveLength(5)
  })
})
