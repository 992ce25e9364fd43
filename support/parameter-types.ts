// The words of the business in steps, and what they mean: people, amounts, points, statuses, times.
import { defineParameterType } from '@cucumber/cucumber'
import { reasons, type Reason } from './contracts/reasons.ts'
import { kinds } from './isolation/things.ts'
import { parseMoment, parseSpan } from './moment.ts'
import type { Tenant } from './settings.ts'
import { keyWords } from './tasks/care.ts'
import { roleOf, type Role } from './tasks/desk.ts'
import { placeWords } from './tasks/places.ts'
import type { AirlockWorld } from './world.ts'

/** A customer is called by a first name, `Anna`; `she`, `he` and `they` are whoever was spoken of last. */
defineParameterType({
  name: 'customer',
  regexp: /[A-Z][a-zà-ÿ]+|she|he|they|her|him|them/,
  transformer(this: AirlockWorld, word: string): string {
    return this.speakOf(word)
  },
})

/** Whose it is: `Anna's`, or `her`, `his`, `their` of whoever was spoken of last. */
defineParameterType({
  name: 'owner',
  regexp: /([A-Z][a-zà-ÿ]+)'s|her|his|their/,
  transformer(this: AirlockWorld, name: string | undefined): string {
    return this.speakOf(name ?? 'their')
  },
})

/** A tenant: the scenario's own, another, a third, or one by its id. Whoever is another has the same services. */
defineParameterType({
  name: 'tenant',
  regexp: /(the|another|a third) tenant|tenant "([^"]+)"/,
  transformer(this: AirlockWorld, which: string | undefined, id: string | undefined): Tenant {
    if (id !== undefined) return this.tenantOf(id)
    return which === 'the' ? this.tenant : this.otherTenant(which === 'another' ? 0 : 1)
  },
})

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

/** A length of time: `1 second`, `90 minutes`, `2 days`. */
defineParameterType({
  name: 'span',
  regexp: /\d+ (?:second|minute|hour|day|month|year)s?/,
  transformer: parseSpan,
})

/** A time by how far it is from now, `in 3 days`, `2 hours ago`, `now`; or by the tenant's wall clock, `on 2028-02-29 at 12:00`. */
defineParameterType({
  name: 'moment',
  regexp:
    /now|in \d+ (?:second|minute|hour|day|month|year)s?|\d+ (?:second|minute|hour|day|month|year)s? ago|on \d{4}-\d\d-\d\d at \d\d:\d\d(?::\d\d)?/,
  transformer: parseMoment,
})

/** A status or state in lower case, as people say it: `active` → `ACTIVE`. */
defineParameterType({
  name: 'status',
  regexp:
    /active|inactive|suspended|terminated|merged|deleted|lost|stolen|used|cancelled|expired|draft|pending|ready|rejected|earn-only|ordinary|locked|settled|voided/,
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

/** What can be done to a wallet or a card, as having been done. */
defineParameterType({
  name: 'change',
  regexp:
    /activated|suspended|terminated|deleted|renamed|set to earn only|given another card|(?:reported )?lost|(?:reported )?stolen/,
  transformer: (word: string) => word,
})

/** A part of a basket: `2 "coffee"`. */
defineParameterType({
  name: 'line',
  regexp: /(\d+) "([^"]+)"/,
  transformer: (count: string, product: string) => ({ count: Number(count), product }),
})

/** A till of the tenant: the one that scenarios are at, or one at another outlet. */
defineParameterType({
  name: 'till',
  regexp: /the till|a till|another till/,
  transformer: (which: string) => (which.startsWith('another') ? 'otherOutlet' : 'outlet'),
})

/** What somebody shows at a till, the one spoken of last: a coupon of theirs, or a code that stands for one. */
defineParameterType({
  name: 'shown',
  regexp: /coupon|token/,
  transformer: (word: string) => word,
})

/** What a customer can be known by. */
defineParameterType({
  name: 'identity',
  regexp: /card|e-mail address|phone number/,
  transformer: (word: string) => word,
})

/** What of a customer can be listed. */
defineParameterType({
  name: 'list',
  regexp: /identities|accounts|ledger entries|audit entries/,
  transformer: (word: string) => word,
})

/** A request of HTTP: `a GET request`, or `a signed POST request` with the tenant's credentials. */
defineParameterType({
  name: 'call',
  regexp: /an? (signed )?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) request/,
  transformer: (signed: string | undefined, method: string) => ({ method, isSigned: signed !== undefined }),
})

/** Where a request goes: `"/books/{{book}}"`, or `"/books" of the service "library"` where the tenant has several. */
defineParameterType({
  name: 'address',
  regexp: /"([^"]*)"(?: of the service "([^"]+)")?/,
  useForSnippets: false,
  transformer: (path: string, service: string | undefined) => ({ path, service: service ?? null }),
})

/** A value of JSON: `"text"`, a number, `true`, `false` or `null`. */
defineParameterType({
  name: 'json',
  regexp: /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null/,
  useForSnippets: false,
  transformer: (text: string): unknown => JSON.parse(text),
})

/** What of a tenant another tenant may not tell from what never was. */
defineParameterType({
  name: 'thing',
  regexp: new RegExp(kinds.join('|')),
  transformer: (word: string) => word,
})

/** Who works in the dashboard, by the role they have there. */
defineParameterType({
  name: 'staff',
  regexp: /customer care|(?:a|the) supervisor|marketing/,
  transformer: (words: string): Role => roleOf(words),
})

/** A page of the dashboard; of whatever it is about, the one spoken of last is meant. */
defineParameterType({
  name: 'place',
  regexp: new RegExp(placeWords.join('|')),
  transformer: (words: string) => words,
})

/** What somebody who calls can say, and is found by. */
defineParameterType({
  name: 'key',
  regexp: new RegExp(keyWords.join('|')),
  useForSnippets: false,
  transformer: (words: string) => words,
})

/** What staff do to an account of points. */
defineParameterType({
  name: 'booking',
  regexp: /credits|debits/,
  useForSnippets: false,
  transformer: (word: string) => word,
})

/** What staff do to a wallet or a card so that it can, or cannot, be used. */
defineParameterType({
  name: 'action',
  regexp: /suspends|activates|reports as lost|reports as stolen/,
  useForSnippets: false,
  transformer: (words: string) => words,
})

/** What staff say about a campaign that is to run. */
defineParameterType({
  name: 'decision',
  regexp: /approves|rejects|sends for approval/,
  useForSnippets: false,
  transformer: (words: string) => words,
})

/** How much of a customer's personal data is shown. */
defineParameterType({
  name: 'extent',
  regexp: /in full|masked/,
  useForSnippets: false,
  transformer: (words: string) => words,
})
