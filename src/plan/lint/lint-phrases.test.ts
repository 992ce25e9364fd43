import { describe, expect, it } from 'vitest'
import type { Catalogue, CataloguePhrase } from '../catalogue/catalogue.ts'
import { lintPhrases } from './lint-phrases.ts'

const phrase: CataloguePhrase = {
  keyword: 'Given',
  phrase: 'a campaign {string}',
  meaning: 'It runs.',
  parameters: [],
  example: null,
  uses: 1,
  places: [],
  uri: 'steps/campaign.steps.ts',
  line: 7,
}

const catalogue = (own: Partial<CataloguePhrase>): Catalogue => ({
  schema: 'airlock.steps/1',
  features: 1,
  nouns: [{ name: 'campaign', about: '', uri: phrase.uri, phrases: [{ ...phrase, ...own }] }],
})
const code = { definitions: { steps: [], parameters: [], unusable: [] }, sources: new Map<string, string>() }

describe('lint of phrases', () => {
  it('has nothing to say of one that is used and explained', () => {
    expect(lintPhrases(catalogue({}), code)).toEqual([])
  })

  it.each([
    [{ uses: 0 }, 'definitions-used', 'No feature uses "a campaign {string}".'],
    [{ meaning: '' }, 'phrases-explained', 'No comment says what it means: "a campaign {string}".'],
  ])('warns of %o', (own, rule, message) => {
    expect(lintPhrases(catalogue(own), code)).toEqual([
      { file: 'steps/campaign.steps.ts', line: 7, column: 1, rule, level: 'warning', message, hints: [] },
    ])
  })

  it('finds the place of one that can never fit', () => {
    const unusable = [{ pattern: 'a {colour} dog', parameter: 'colour' }]
    const sources = new Map([
      ['steps/cat.steps.ts', "Given('a cat')"],
      ['steps/dog.steps.ts', "\nGiven('a {colour} dog')"],
    ])
    const findings = lintPhrases(catalogue({}), {
      definitions: { ...code.definitions, unusable },
      sources,
    })
    expect(findings).toMatchObject([
      { rule: 'definitions-usable', level: 'error', file: 'steps/dog.steps.ts', line: 2 },
    ])
    expect(findings[0]?.message).toContain('{colour}')
  })
})
