// What is handed to it lies in its folder, whole; what cannot be kept is not taken.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMailSink } from './open-mail-sink.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'airlock-mails-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const mail = { from: 'a@example.com', to: 'b@example.com', subject: 'Maintenance', text: 'On Monday.' }

test('keeps each mail as a file, in the order in which they came', async () => {
  const sink = await openMailSink(join(folder, 'mails'))
  const transport = createTransport(sink.url)
  await transport.sendMail(mail)
  await transport.sendMail({ ...mail, subject: 'Notes' })
  transport.close()
  await sink.close()
  expect(await readdir(join(folder, 'mails'))).toEqual(['001.eml', '002.eml'])
  expect(await readFile(join(folder, 'mails', '002.eml'), 'utf8')).toContain('Subject: Notes')
})

test('takes no mail that it cannot keep', async () => {
  const sink = await openMailSink(join(folder, 'mails'))
  await rm(join(folder, 'mails'), { recursive: true })
  const transport = createTransport(sink.url)
  const error = await transport.sendMail(mail).catch(String)
  transport.close()
  await sink.close()
  expect(error).toContain('ENOENT')
})
