// The mail server: connections that stay open, TLS, and an answer for each recipient. What a server only cannot do now
// is tried again; what it will not do is its answer.
import { createTransport } from 'nodemailer'
import { ConfigurationError } from '../../release/problem.ts'
import type { Answer, Delivery } from '../delivery.ts'
import type { NoticesFile } from '../notices-file.ts'
import { makeMail } from './make-mail.ts'
import { retry, type Attempt, type Patience } from './retry.ts'

/** Something that takes deliveries. */
export type Sender = {
  readonly send: (delivery: Delivery) => Promise<Answer>
  readonly close: () => void
}

export type SmtpSettings = Required<Pick<NoticesFile, 'from'>> & {
  readonly smtp: NonNullable<NoticesFile['smtp']>
  /** Where that is written. */
  readonly file: string
  /** Text of the authority's certificate. */
  readonly ca: string | null
  readonly patience: Patience
  readonly now: () => Temporal.Instant
}

export function openSmtp(settings: SmtpSettings): Sender {
  const { patience, now } = settings
  const transport = createTransport(makeOptions(settings))
  const attempt = async (delivery: Delivery): Promise<Attempt<Answer>> => {
    try {
      const { response } = await transport.sendMail(makeMail(delivery, settings))
      return { value: { state: 'accepted', answer: response, at: now() }, isFinal: true }
    } catch (error) {
      return readFailure(error, settings)
    }
  }
  return {
    send: (delivery) => retry(() => attempt(delivery), patience),
    close: () => transport.close(),
  }
}

/**
 * A server may look long at what it has been given before it says that it takes it. Whoever does not wait sends it once
 * more, and the recipient has two: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.2.6
 */
const answerMs = 600_000

function makeOptions({ smtp, ca, patience: { timeoutMs } }: SmtpSettings) {
  const isRequired = (smtp.tls ?? defaultTls(smtp.url)) === 'required'
  return {
    url: smtp.url,
    pool: true as const,
    maxConnections: 2,
    // Trying again is ours: a message that the pool sends by itself would not be in the ledger.
    maxRequeues: 0,
    requireTLS: isRequired,
    tls: { rejectUnauthorized: isRequired || ca !== null, ...(ca !== null && { ca }) },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** What does not leave this machine needs no envelope. */
function defaultTls(url: string): 'required' | 'opportunistic' {
  const { hostname } = new URL(url)
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? 'opportunistic' : 'required'
}

/** What nodemailer says of a failure. */
type Failure = Error & {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly rejectedErrors?: readonly Failure[]
}

function readFailure(error: unknown, { file, now }: SmtpSettings): Attempt<Answer> {
  if (!(error instanceof Error)) throw error
  const at = now()
  const failure: Failure = error
  const { code = '', responseCode = 0 } = failure
  const isTemporary = responseCode >= 400 && responseCode < 500
  if (isTlsFailure(error, code)) throw makeRefused(error, { file, isTls: true })
  if (!isTemporary && ['EAUTH', 'ENOAUTH'].includes(code)) throw makeRefused(error, { file, isTls: false })
  if (responseCode > 0)
    return { value: { state: 'refused', answer: answerOf(failure), at }, isFinal: !isTemporary }
  if (code === '') throw error
  return { value: { state: 'unanswered', answer: `${code} ${error.message}`, at }, isFinal: false }
}

/** What the server said of this recipient, rather than of the message. */
function answerOf({ rejectedErrors = [], response, message }: Failure): string {
  return rejectedErrors[0]?.response ?? response ?? message
}

/** A certificate that does not hold comes as any failure of a socket does. */
function isTlsFailure({ message }: Error, code: string): boolean {
  return code === 'ETLS' || (code === 'ESOCKET' && /certificate|altname|SSL|TLS/i.test(message))
}

type Refused = { readonly file: string; readonly isTls: boolean }

/** A wrong password is wrong for every recipient; so is a connection that cannot be trusted. */
function makeRefused(error: Error, { file, isTls }: Refused): ConfigurationError {
  const problem = {
    file,
    path: 'smtp',
    expected: isTls
      ? 'a server that offers TLS with a certificate that holds'
      : 'a user and password that the server takes',
    received: error.message,
    remedy: isTls
      ? 'Name the authority in `ca`, or mend the server; nothing is sent in the clear.'
      : 'Correct the address of the server in the environment. Nothing more was sent.',
  }
  return new ConfigurationError([problem], { cause: error })
}
