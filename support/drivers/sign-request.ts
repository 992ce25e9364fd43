// The clients' side of request signing, written from the published description and apart from any server's code.
// https://developer.eagleeye.com/eagleeye-developer/docs/api-authentication
import { createHash } from 'node:crypto'

export type Signable = {
  /** Path with prefix and query string, exactly as it is sent. */
  readonly target: string
  /** Exactly the bytes that are sent; empty for none. */
  readonly body: string | Uint8Array
  readonly secret: string
}

/** Lower-case hex SHA-256 over target, body and secret, without separators. */
export function signRequest({ target, body, secret }: Signable): string {
  return createHash('sha256').update(target).update(body).update(secret).digest('hex')
}
