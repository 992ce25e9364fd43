// Many who ask for the same at the same moment: all of them are on their way before the first is answered, and what became
// of each is counted.
import type { Answer } from '../drivers/api-client.ts'
import { expectSame } from '../expectation.ts'
import { defineKind } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'

type Outcomes = { readonly accepted: number; readonly refused: readonly string[] }

const crowds = defineKind<Outcomes>('outcome of many at once')

/** Everybody asks before anybody is answered; what those got who were not refused. */
export async function askAtOnce<Body>(
  world: AirlockWorld,
  count: number,
  ask: (place: number) => Promise<Answer<Body>>,
): Promise<Body[]> {
  const answers = await Promise.all(Array.from({ length: count }, async (_, place) => ask(place)))
  world.memory.keep(crowds, 'last', {
    accepted: answers.filter(({ ok }) => ok).length,
    refused: answers.flatMap((answer) => (answer.ok ? [] : answer.error.errorCode)),
  })
  const refused = answers.findLast(({ ok }) => !ok)
  // Where no Then asks, it is a surprise like any other refusal.
  if (refused && !refused.ok)
    world.conversation.remember({ operation: `One of ${count} at once`, ...refused })
  return answers.flatMap((answer) => (answer.ok ? [answer.body] : []))
}

/** So many had it, and so many were refused for this one reason. */
export function assertCrowd(
  world: AirlockWorld,
  accepted: number,
  [refused, code]: readonly [number, string],
): void {
  world.conversation.forgetRefusal()
  const expected = { accepted, refused: Array.from({ length: refused }, () => code) }
  expectSame('what became of all of them', world.memory.recall(crowds, 'last'), expected)
}

export function assertNobodyRefused(world: AirlockWorld): void {
  world.conversation.forgetRefusal()
  expectSame('why some were refused', world.memory.recall(crowds, 'last').refused, [])
}
