// A secret in an attachment is a secret that was given away, also inside an archive.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeRedactor } from './make-redactor.ts'
import { redactAttachment } from './redact-attachment.ts'

const redact = makeRedactor(['top-secret-1'])

test('text loses its secrets', () => {
  expect(redactAttachment('password=top-secret-1', redact)).toBe('password=[redacted]')
})

test('text that was attached as bytes loses its secrets', () => {
  const bytes = redactAttachment(strToU8('{"password":"top-secret-1 ü"}'), redact) as Uint8Array
  expect(strFromU8(bytes)).toBe('{"password":"[redacted] ü"}')
})

test('members of an archive lose theirs, and all other bytes stay', () => {
  const picture = Uint8Array.from({ length: 256 }, (_, index) => index)
  const archive = zipSync({ 'trace.network': strToU8('{"body":"top-secret-1 ü"}'), 'a/b.png': picture })
  const members = unzipSync(redactAttachment(archive, redact) as Uint8Array)
  expect(strFromU8(members['trace.network'] ?? new Uint8Array())).toBe('{"body":"[redacted] ü"}')
  expect(members['a/b.png']).toEqual(picture)
})

test('an archive that cannot be searched is not kept', () => {
  expect(redactAttachment(strToU8('PK top-secret-1'), redact)).toContain('not kept')
})

test('a picture stays as it is', () => {
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47)
  expect(redactAttachment(picture, redact)).toBe(picture)
})
