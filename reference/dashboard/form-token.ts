// A form proves that it came from this dashboard, to this browser, for this one action. Its token is a mark of its own
// and a signature under the browser's id, which other sites can neither read nor guess; nothing needs to be stored.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

type Origin = {
  readonly browserId: string
  /** The path that the form is sent to. */
  readonly action: string
}

export function makeFormToken(origin: Origin): string {
  const mark = randomBytes(16).toString('base64url')
  return `${mark}.${sign(origin, mark)}`
}

/** The form's own mark, by which a second sending of the same form is known; null where the token is not ours. */
export function readFormToken(origin: Origin, token: string): string | null {
  const [mark = '', signature = ''] = token.split('.')
  const expected = Buffer.from(sign(origin, mark))
  const received = Buffer.from(signature)
  const isOurs = received.length === expected.length && timingSafeEqual(received, expected)
  return isOurs ? mark : null
}

function sign({ browserId, action }: Origin, mark: string): string {
  return createHmac('sha256', browserId).update(`${action}\0${mark}`).digest('base64url')
}
