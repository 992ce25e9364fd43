// Times of JUnit reports, which writers put down in many ways: what cannot be read is a flaw, since a wrong time makes a
// report look fresh, or one of the future.
import type { Flaws } from '../fields.ts'

/** Writers that give no offset mean UTC, nearly all of them. */
export function readTimestamp(written: string | undefined, flaws: Flaws): number | null {
  const text = written?.trim() ?? ''
  if (text === '') return null
  try {
    const instant = readMailDate(text) ?? text.replace(' ', 'T')
    return Temporal.Instant.from(/(?:Z|[+-]\d\d:?\d\d)$/i.test(instant) ? instant : `${instant}Z`)
      .epochMilliseconds
  } catch {
    flaws.add('timestamp', text)
    return null
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const mailDate =
  /^\w{3}, (?<day>\d{1,2}) (?<month>\w{3}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) (?:GMT|UTC|\+0000)$/

/** As mails have it, which is what Mocha's `xunit` writes; null for what is none. */
function readMailDate(text: string): string | null {
  const { day = '', month = '', year, time } = mailDate.exec(text)?.groups ?? {}
  const number = months.indexOf(month) + 1
  return number === 0 ? null : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`
}

/** A comma with no mark behind it is that of the decimals, else commas and points before it part the thousands. */
const decimalComma = /^[\d.]*,\d*(?:e-?\d+)?$/i

/** Seconds, in the writing of any country. */
export function readDuration(written: string | undefined, flaws: Flaws): number {
  const told = written?.trim() ?? ''
  const text = decimalComma.test(told) ? told.replaceAll('.', '').replace(',', '.') : told.replaceAll(',', '')
  if (text === '') return 0
  if (/^\d{1,9}(?:\.\d*)?(?:e-?\d{1,2})?$/i.test(text)) return Math.round(Number(text) * 1000)
  flaws.add('time', written)
  return 0
}
