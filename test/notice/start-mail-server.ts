// A real mail server on a port that the system picks, for tests of sending: it takes mail, refuses some, and fails in
// the ways that servers do.
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { generate } from 'selfsigned'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type TakenMail = {
  readonly to: readonly string[]
  readonly secure: boolean
  readonly mail: ParsedMail
}

export type MailServer = AsyncDisposable & {
  readonly port: number
  readonly taken: TakenMail[]
  /** Certificate in PEM. */
  readonly certificate: string
}

type Behaviour = {
  /** Addresses that are refused for good. */
  readonly refuse?: readonly string[]
  /** How often each address is put off before it is taken. */
  readonly putOff?: Readonly<Record<string, number>>
  /** How many connections are lost in the middle of a message. */
  readonly lose?: number
  /** Milliseconds that it looks at each message before it takes it. */
  readonly ponder?: number
  /** User and password that are asked for. */
  readonly login?: { readonly user: string; readonly password: string }
}

export async function startMailServer(behaviour: Behaviour = {}): Promise<MailServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  })
  const taken: TakenMail[] = []
  const lines = new Set<Socket>()
  const cut = (): void => lines.forEach((line) => line.destroy())
  const server = new SMTPServer({ key, cert, logger: false, ...makeHandlers(behaviour, { taken, cut }) })
  server.server.on('connection', (line: Socket) => lines.add(line))
  // A line that was cut is an error to the server as well.
  server.on('error', () => {})
  server.listen(0, 'localhost')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    taken,
    certificate: cert,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  }
}

type Inside = { readonly taken: TakenMail[]; readonly cut: () => void }

function makeHandlers(
  { refuse = [], putOff = {}, lose = 0, ponder = 0, login }: Behaviour,
  { taken, cut }: Inside,
): SMTPServerOptions {
  const delays = new Map(Object.entries(putOff))
  let lost = 0
  return {
    authOptional: login === undefined,
    onAuth({ username, password }, _session, done) {
      if (username === login?.user && password === login?.password) done(null, { user: username })
      else done(answer(535, 'Invalid username or password'))
    },
    onRcptTo({ address }, _session, done) {
      const left = delays.get(address) ?? 0
      delays.set(address, left - 1)
      if (left > 0) done(answer(451, 'Try again later'))
      else if (refuse.includes(address)) done(answer(550, 'No such mailbox here'))
      else done()
    },
    onData(stream, session, done) {
      if (lost < lose) {
        lost += 1
        stream.once('data', cut)
        return
      }
      void simpleParser(stream)
        .then((mail) => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          return taken.push({ to, secure: session.secure, mail })
        })
        .finally(() => setTimeout(() => done(null), ponder))
    },
  }
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}
