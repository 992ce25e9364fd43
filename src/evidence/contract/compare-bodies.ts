// Two bodies of one request or answer → what breaks a client that sends or reads it: its form first, then what is in it.
import { compareSchemas } from './compare-schemas.ts'
import type { Content, RequestBody } from './operation.ts'
import type { Sides, Spot } from './spot.ts'

/** A body that nobody had to send may become known, but not demanded. */
export function compareRequests({ before, after }: Sides<RequestBody | undefined>, spot: Spot): void {
  if (after?.required && !before?.required) spot.report('now-demanded', spot.place, '')
  if (before && after) compareContents({ before: before.content, after: after.content }, spot)
}

export function compareAnswers({ before = {}, after = {} }: Sides<Content | undefined>, spot: Spot): void {
  const [had, has] = [before, after].map((content) => Object.keys(content).length > 0)
  if (had && !has) spot.report('body-removed', spot.place, '')
  else compareContents({ before, after }, spot)
}

/** Each form that clients know is compared with the one that takes its place. */
function compareContents({ before, after }: Sides<Content>, spot: Spot): void {
  const isKept = (was: string, now: string) => (spot.isAnswer ? covers(was, now) : covers(now, was))
  const pairs = Object.entries(before).map(([was, { schema }]) => {
    const found = Object.entries(after).find(([now]) => isKept(was, now))
    return { schema, found }
  })
  if (pairs.some(({ found }) => !found)) {
    const [was, now] = [before, after].map((content) => Object.keys(content).toSorted().join('|'))
    spot.report('media-type-changed', spot.place, `${was} → ${now}`)
  }
  for (const { schema, found } of pairs) {
    if (found) compareSchemas({ before: schema, after: found[1].schema }, spot)
  }
}

/** Whether a media type, or a range such as `application/*`, has room for another. What follows a semicolon is no form. */
function covers(wide: string, narrow: string): boolean {
  const [range, type] = [wide, narrow].map((one) => one.split(';')[0]?.trim().toLowerCase() ?? '')
  if (range === '*/*' || range === type) return true
  return range?.endsWith('/*') === true && type?.startsWith(range.slice(0, -1)) === true
}
