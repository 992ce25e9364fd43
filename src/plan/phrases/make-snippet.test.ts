import { describe, expect, it } from 'vitest'
import { sampleDefinitions } from '../../../test/sample-definitions.ts'
import { makeSnippet } from './make-snippet.ts'
import { makePhraseBook } from './phrase-book.ts'

const book = makePhraseBook(sampleDefinitions)

function snippet(text: string, argument?: object): string {
  const step = { id: '1', text, astNodeIds: [], ...(argument && { argument }) }
  return makeSnippet({ text, type: 'When', step }, book)
}

describe('makeSnippet', () => {
  it('makes a definition that would fit, with the places the project knows', () => {
    expect(snippet('Anna sends 3 points to "the moon"').split('\n')).toEqual([
      '/** What it means in the words of the business. */',
      "When('{customer} sends {points} to {string}', async function (this: AirlockWorld, customer: string, points: number, string: string) {",
      "  return 'pending'",
      '})',
    ])
  })

  it('escapes what a phrase or a string would take for its own', () => {
    expect(snippet("it's (so)")).toContain(String.raw`When("it's \\(so)"`)
    expect(snippet("it's \"so\" 'so'")).toContain('When(')
  })

  it('takes what stands below the step', () => {
    expect(snippet('they have', { dataTable: { rows: [] } })).toContain('table: DataTable')
    expect(snippet('they have', { docString: { content: '' } })).toContain('text: string')
  })
})
