// How clients are written to: policy/notices.yaml. People commit it, so what lets one in stands in the environment.
import { z } from 'zod'
import { writtenText as text } from '../release/written-text.ts'

const secret = z.string().regex(/^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/, 'a secret as ${NAME}, from the environment')
const channel = z.strictObject({ url: secret })

/** `Example Platform <releases@platform.example>`, or the address alone. */
const sender = z
  .string()
  .regex(
    /^([^<>@]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
    'a sender such as "Platform <releases@platform.example>"',
  )

/** An address of a server is none of a secret's business; one with a password is. */
const server = z
  .string()
  .refine((url) => url.includes('${') || !url.includes('@'), 'a server whose password is ${NAME}')

/** policy/notices.yaml */
export const noticesFileSchema = z.strictObject({
  from: sender,
  /** Whom clients ask: a mailbox, a number, a page. */
  contact: text,
  smtp: z
    .strictObject({
      /** `smtp://` or `smtps://`, with user and password in it. */
      url: server,
      /**
       * `required`: nothing leaves in the clear, or to a server whose certificate does not hold; the default but for
       * this very machine. `opportunistic`: encrypted where the server offers it.
       */
      tls: z.enum(['required', 'opportunistic']).optional(),
      /** PEM of an authority of one's own, relative to the project. */
      ca: text.optional(),
    })
    .optional(),
  slack: channel.optional(),
  teams: channel.optional(),
  statuspage: z
    .strictObject({
      url: z.url().default('https://api.statuspage.io/v1'),
      token: secret,
      page: text,
      components: z.array(text).default([]),
    })
    .optional(),
})

export type NoticesFile = z.output<typeof noticesFileSchema>

/** Name and mailbox of the sender; quotes around the name are for mail programs, and none of it. */
export function readSender({ from }: Pick<NoticesFile, 'from'>): { provider: string; address: string } {
  const [, written, address] = /^(.*?)\s*<(.*)>$/s.exec(from) ?? []
  if (written === undefined || address === undefined) return { provider: from, address: from }
  const [, quoted] = /^"(.*)"$/s.exec(written) ?? []
  return { provider: quoted?.replaceAll(/\\(.)/g, '$1') ?? written, address }
}
