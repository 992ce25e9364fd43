// A message as a mail: text, page and calendar file, to one recipient.
import type { SendMailOptions } from 'nodemailer'
import type { Delivery } from '../delivery.ts'

export function makeMail({ recipient, message, messageId }: Delivery, from: string): SendMailOptions {
  const { letter, text, html, calendar, kind } = message
  const method = kind === 'cancellation' ? '; method=CANCEL' : ''
  return {
    from,
    // As an object: an address with a comma in it must not become two.
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
