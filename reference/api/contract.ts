// What clients may rely on beyond shapes: the decisions this platform has taken, as its document tells them.
import { maxPageSize } from '../model/page.ts'
import { lockMinutes } from '../service/locks.ts'

export const description = `
- Amounts and points are whole numbers in the smallest unit. What an amount earns, and a percentage off, is rounded down.
- Windows hold both of their edges, to the second. Instants carry an offset and are compared as instants. A day is 24
  hours; a month is one of the client's own calendar, in its own zone.
- A page has at most ${maxPageSize} rows. Whatever a filter or an order cannot be is refused, never ignored. Rows that are
  equal by the order asked for come in the order they were made.
- Offers count once a basket, those on lines before those on the whole, of higher priority before others, then older
  campaigns before younger; points are earned on what is left to pay.
- A campaign runs once it is approved: a DRAFT is put forward as PENDING, and that becomes ACTIVE. One that is made ACTIVE
  is approved by being made. What is approved waits as READY for its start and is EXPIRED after its end.
- A reference binds once for each kind of transaction, when it is settled, spent or refunded. The same request again gets
  the same answer and has no second effect; another request under that reference is refused, and so is an enriched
  basket that is not as it was opened.
- A lock lapses after ${lockMinutes} minutes; opening its reference again replaces it. A token that was locked by verifying
  stays usable at that outlet.
- A spend is ACTIVE until a purchase is settled with it or it is voided. With a lock its points stay and can be spent by
  nobody else, and it voids itself when the lock lapses.
- A refund undoes the purchase and works it out anew for what is kept, on the terms it was opened on: UNREDEEM,
  REFUND_DEBIT, then EARN, CREDIT and REDEEM. It takes points back also below zero; coupons can be used again, or are
  cancelled where their campaign says so.
- Points that a purchase earns may be pending: the entry is EARN, and RELEASE when they become usable. They expire after
  the last second of their last month with an EXPIRY. Entries that time brings have the source SYSTEM and the instant
  they were due.
- Points that end first are spent first. A debit goes below zero only where the scheme allows it; with autoTopUp an
  AUTOTOPUP fills it up to zero at once. Spending never goes below zero.
- A merge moves points by a DEBIT and a CREDIT of the same value. The merged wallet can only be read.
- Each change raises one event (\`x-event\` names it), in the order they were made, told as often as it is asked for and
  always under the same id. A change whose event cannot be handed over is refused with 503 and has not happened.
- A client that asks too often is refused with 429; Retry-After tells when to come back.
- What is another client's, or of a deleted wallet, is refused exactly as what never was.`.trim()
