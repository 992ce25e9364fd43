// A secret in an attachment is a secret that was given away, also inside an archive.
import { gunzipSync, gzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
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

test('what is packed by gzip, in an archive or an archive within one loses them as well', () => {
  const packed = gzipSync(strToU8('log: top-secret-1'))
  const unpack = (bytes: Uint8Array | undefined): string => strFromU8(gunzipSync(bytes ?? new Uint8Array()))
  expect(unpack(redactAttachment(packed, redact) as Uint8Array)).toBe('log: [redacted]')
  const archive = zipSync({ 'inner.zip': zipSync({ 'a.log.gz': packed }) })
  const inner = unzipSync(redactAttachment(archive, redact) as Uint8Array)['inner.zip'] ?? new Uint8Array()
  expect(unpack(unzipSync(inner)['a.log.gz'])).toBe('log: [redacted]')
})

test('other bytes lose them where they are no text', () => {
  const bytes = Uint8Array.of(0xff, 0x00, ...strToU8('top-secret-1'), 0xfe)
  expect(redactAttachment(bytes, redact)).toEqual(Uint8Array.of(0xff, 0x00, ...strToU8('[redacted]'), 0xfe))
})

test.each([
  ['zip', 'PK top-secret-1'],
  ['gzip', '\u001F\u008B top-secret-1'],
])('a %s that cannot be searched is not kept', (_, text) => {
  const kept = redactAttachment(strToU8(text, true), redact) as Uint8Array
  expect(strFromU8(kept)).toContain('not kept')
})

test('a picture stays as it is', () => {
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47)
  expect(redactAttachment(picture, redact)).toBe(picture)
})
