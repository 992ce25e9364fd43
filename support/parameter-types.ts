// The words of the business in steps, and what they mean: amounts, points, statuses, names of customers.
import { defineParameterType } from '@cucumber/cucumber'
import { reasons, type Reason } from './contracts/reasons.ts'

/** A customer is called by a first name: "Anna". */
defineParameterType({ name: 'customer', regexp: /[A-Z][a-zà-ÿ]+/, transformer: (name: string) => name })

/** An amount in the tenant's currency, `70.00` → 7000 of its smallest unit. */
defineParameterType({
  name: 'money',
  regexp: /\d+\.\d\d/,
  transformer: (text: string) => Number(text.replace('.', '')),
})

/** `663 points`, `1 point` → the number. */
defineParameterType({
  name: 'points',
  regexp: /(\d+) points?/,
  transformer: (text: string) => Number(text),
})

/** A status or state in lower case, as people say it: `active` → `ACTIVE`. */
defineParameterType({
  name: 'status',
  regexp:
    /active|inactive|suspended|terminated|merged|deleted|lost|stolen|used|cancelled|expired|draft|pending|ready|earn-only|ordinary/,
  transformer: (word: string) => statuses[word] ?? word.toUpperCase(),
})

const statuses: Readonly<Record<string, string>> = { 'earn-only': 'EARNONLY', ordinary: 'DEFAULT' }

/** Why something was refused, in words; the code it stands for is the contract's. */
defineParameterType({
  name: 'reason',
  regexp: new RegExp(Object.keys(reasons).join('|')),
  // The pattern admits nothing but the keys.
  transformer: (words: string) => reasons[words as Reason],
})

/** What can be done to a wallet, as having been done. */
defineParameterType({
  name: 'change',
  regexp: /activated|suspended|terminated|deleted|renamed|set to earn only|given another card/,
  transformer: (word: string) => word,
})

/** A part of a basket: `2 "coffee"`. */
defineParameterType({
  name: 'line',
  regexp: /(\d+) "([^"]+)"/,
  transformer: (count: string, product: string) => ({ count: Number(count), product }),
})
