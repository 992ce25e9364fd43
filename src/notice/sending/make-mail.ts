// A message as a mail: text, page and calendar file, to one recipient.
import type { SendMailOptions } from 'nodemailer'
import type { Delivery } from '../delivery.ts'
import { readSender, type NoticesFile } from '../notices-file.ts'

export function makeMail(
  { recipient, message, messageId }: Delivery,
  settings: Pick<NoticesFile, 'from'>,
): SendMailOptions {
  const { letter, text, html, calendar, kind } = message
  const { provider, address } = readSender(settings)
  const method = kind === 'cancellation' ? '; method=CANCEL' : ''
  return {
    // As objects: a name or an address with a comma in it must not become two.
    from: { name: provider === address ? '' : provider, address },
    to: { name: '', address: recipient },
    subject: letter.subject,
    messageId,
    text,
    html,
    headers: {
      // So that no reader answers by machine, and lists know what it is.
      'Auto-Submitted': 'auto-generated',
      'X-Airlock-Release': message.release,
    },
    ...(calendar !== null && {
      attachments: [
        {
          filename: 'maintenance.ics',
          content: calendar,
          contentType: `text/calendar; charset=utf-8${method}`,
        },
      ],
    }),
  }
}
