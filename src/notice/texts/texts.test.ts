// Languages are whole, and leave the same things open.
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { fill, parseTexts, shippedLanguages } from './texts.ts'

const parse = (texts: object) => parseTexts({ file: 'policy/texts/fr.yaml', text: JSON.stringify(texts) })
const french = { ...en, locale: 'fr-FR' }

test.each(Object.entries(shippedLanguages))('%s passes as a file would have to', (_, texts) => {
  expect(parse(texts)).toEqual({ ok: true, value: texts })
})

test('a file says everything, nothing more, and fills the same blanks', () => {
  const { notesLead: _, ...without } = french
  const expectations = [
    [without, 'notesLead'],
    [{ ...french, other: 'x' }, ''],
    [{ ...french, notesLead: 'Version {version}' }, 'notesLead'],
    [{ ...french, noAction: 'Rien, {tenant}' }, 'noAction'],
    [{ ...french, locale: 'no such' }, 'locale'],
  ] as const
  for (const [texts, path] of expectations) {
    const parsed = parse(texts)
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ file: 'policy/texts/fr.yaml', path, line: 1 }])
  }
})

test('what is filled in holds no blank', () => {
  expect(fill('{a} and {b}', { a: '{b}', b: 'x' })).toBe('{b} and x')
})
