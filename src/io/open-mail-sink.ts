// A mail server that takes everything and passes nothing on: what clients would get is kept as files to look at.
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type MailSink = {
  /** `smtp://127.0.0.1:port` */
  readonly url: string
  /** Ends it once every mail is written. */
  close(): Promise<void>
}

/** A mail that cannot be kept is refused, with the reason. */
async function keepMail(stream: Readable, file: string, answer: (error?: Error) => void): Promise<void> {
  try {
    await writeFile(file, await buffer(stream))
    answer()
  } catch (error) {
    answer(error instanceof Error ? error : new Error(String(error)))
  }
}

/** Listens on this machine alone; mails go to `<folder>/001.eml` and on, in the order in which they came. */
export async function openMailSink(folder: string): Promise<MailSink> {
  await mkdir(folder, { recursive: true })
  let count = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const file = join(folder, `${String((count += 1)).padStart(3, '0')}.eml`)
      void keepMail(stream, file, done)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  // It listens, so it has an address; only a pipe has none.
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) }
}
