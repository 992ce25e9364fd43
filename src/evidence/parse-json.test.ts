// Whatever bytes lie in a results folder, reading them gives a value or a reason.
import { expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'

const bytes = (text: string): Buffer => Buffer.from(text)

test('plain UTF-8 is read', () => {
  expect(parseJson(bytes('{"name":"Größe"}'))).toEqual({ ok: true, value: { name: 'Größe' }, flaw: null })
})

test('a byte order mark is no part of the document, in UTF-8 and in both UTF-16', () => {
  const utf16le = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"a":"ü"}', 'utf16le')])
  const utf16be = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('{"a":"ü"}', 'utf16le').swap16()])
  for (const marked of [bytes('\ufeff{"a":"ü"}'), utf16le, utf16be]) {
    expect(parseJson(marked)).toEqual({ ok: true, value: { a: 'ü' }, flaw: null })
  }
})

test('bytes that are no UTF-8 are a flaw, and the rest is read all the same', () => {
  const broken = Buffer.concat([bytes('{"a":"'), Buffer.from([0xff]), bytes('"}')])
  expect(parseJson(broken)).toMatchObject({ ok: true, flaw: 'bytes that are no UTF-8' })
})

test.each(['', ' \n', '\0\0\0', '{"status":"pass', '// no\n{}', '{"a":NaN}', '{} {}'])(
  '%j cannot be read',
  (text) => {
    expect(parseJson(bytes(text)).ok).toBe(false)
  },
)

test('a view into a larger buffer reads its own part only', () => {
  const buffer = bytes('xx{"a":1}yy')
  expect(parseJson(buffer.subarray(2, 9))).toMatchObject({ ok: true, value: { a: 1 } })
})

test('the reason why something cannot be read is one line, and not without end', () => {
  const reasonOf = (text: string): string => {
    const parsed = parseJson(bytes(text))
    return parsed.ok ? '' : parsed.reason
  }
  expect(reasonOf('{\n\n\n  "status":\n\n  passed }')).not.toMatch(/\s\s|\n/)
  expect(reasonOf('{"status":"passed"').length).toBeGreaterThan(10)
  expect(reasonOf(`{"a": ${'x'.repeat(500)}`).length).toBeLessThanOrEqual(160)
})
