import { describe, expect, it } from 'vitest'
import type { Catalogue, CataloguePhrase } from '../plan/catalogue/catalogue.ts'
import { renderCatalogueMarkdown } from './render-catalogue-markdown.ts'
import { renderCataloguePage } from './render-catalogue-page.ts'
import { renderCatalogue, renderNoPhrase } from './render-catalogue.ts'
import { makeStyle } from './render-text-style.ts'

const base: CataloguePhrase = {
  keyword: 'Given',
  phrase: "{customer}'s wallet is <u>{state}</u>",
  meaning: 'It is in that state, as `Anna` sees it.',
  parameters: [
    { name: '{customer}', about: 'A first name.', values: null, seen: ['Anna'] },
    { name: '{state}', about: 'What it is in.', values: ['open', 'shut'], seen: [] },
  ],
  example: {
    keyword: 'Given',
    text: "Anna's wallet is <u>open</u>",
    argument: ['| a |'],
    uri: 'features/a.feature',
    line: 3,
  },
  uses: 2,
  places: [{ uri: 'features/a.feature', lines: [3, 9] }],
  uri: 'steps/wallet.steps.ts',
  line: 7,
}
const choice: CataloguePhrase = {
  ...base,
  phrase: 'the till says (good|bad)',
  parameters: [{ name: '(good|bad)', about: 'one of these', values: ['good', 'bad'], seen: [] }],
  example: { ...base.example!, text: 'the till says good', argument: [] },
}
const unused: CataloguePhrase = {
  ...base,
  keyword: 'Then',
  phrase: 'nobody says this',
  meaning: '',
  parameters: [],
  example: null,
  uses: 0,
  places: [],
}
const catalogue: Catalogue = {
  schema: 'airlock.steps/1',
  features: 4,
  nouns: [
    {
      name: 'wallet',
      about: 'Wallets & more.',
      uri: 'steps/wallet.steps.ts',
      phrases: [base, choice, unused],
    },
  ],
}

describe('the catalogue on a terminal', () => {
  const style = makeStyle({ color: false, width: 80 })

  it('has phrase, meaning, example, values, and at its end what nobody uses', () => {
    expect(renderCatalogue(catalogue, style).split('\n')).toEqual([
      'wallet',
      'Wallets & more.',
      '',
      "  Given {customer}'s wallet is <u>{state}</u>",
      '        It is in that state, as `Anna` sees it.',
      "        Anna's wallet is <u>open</u>  2 times in 1 feature",
      '        | a |',
      '',
      '  Given the till says (good|bad)',
      '        It is in that state, as `Anna` sees it.',
      '        the till says good  2 times in 1 feature',
      '',
      '  Then  nobody says this',
      '        used nowhere',
      '',
      'what stands in braces',
      '  {customer}  A first name.',
      '  {state}     What it is in.',
      '              open | shut',
      '',
      'used nowhere',
      '  Then nobody says this  steps/wallet.steps.ts:7',
      '',
      '3 phrases. `npx airlock steps --write` makes docs/steps/index.html, a page to search them in.',
      '',
    ])
  })

  it('says so when no phrase was found', () => {
    expect(renderNoPhrase(null)).toMatch(/^No phrase has these words\..*\n$/)
    expect(renderNoPhrase(['refund', 'refused'])).toMatch(/\nDid you mean refund refused\?\n$/)
  })
})

describe('the catalogue in Markdown', () => {
  const pages = renderCatalogueMarkdown(catalogue)

  it('is an index and a page for each noun', () => {
    expect(Object.keys(pages)).toEqual(['README.md', 'wallet.md'])
    expect(pages['README.md']).toContain('| [wallet](wallet.md) | 3 | Wallets &amp; more. |')
    expect(pages['README.md']).toContain('| `{state}` | What it is in. | open · shut |')
    expect(pages['README.md']).toContain('## Used nowhere\n\n- `Then nobody says this`')
  })

  it('has phrase, meaning, example, values and places', () => {
    const page = pages['wallet.md'] ?? ''
    expect(page).toContain(
      "## `Given {customer}'s wallet is <u>{state}</u>`\n\nIt is in that state, as `Anna` sees it.",
    )
    expect(page).toContain("```gherkin\nGiven Anna's wallet is <u>open</u>\n  | a |\n```")
    expect(page).toContain('- `{state}`: `open`, `shut`')
    expect(page).toContain('Used at [features/a.feature](../../features/a.feature):3,9.')
    expect(page).toContain('## `Given the till says (good|bad)`')
    expect(page).toContain('Used nowhere.')
  })
})

describe('the catalogue as a page', () => {
  it('shows what features wrote as text, and asks nothing of a network', () => {
    const page = renderCataloguePage(catalogue)
    expect(page).not.toContain('<u>open</u>')
    expect(page).toContain('&lt;u&gt;open&lt;/u&gt;')
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(page).toContain("default-src 'none'")
  })

  it('is the same each time', () => {
    expect(renderCataloguePage(catalogue)).toBe(renderCataloguePage(structuredClone(catalogue)))
  })
})
