// What is not so at once: a question is asked again and again, until it is so or its time is over.
import { setTimeout } from 'node:timers/promises'
import { expectSame } from '../expectation.ts'
import type { AirlockWorld } from '../world.ts'
import { describePart, expectedValue, readExact } from './answer-parts.ts'
import { judgeStatus } from './answers.ts'
import { keepAnswer, send, type Answered, type Request } from './http.ts'
import { shorten } from '../shorten.ts'

type Awaited = {
  readonly seconds: number
  /** Throws as long as it is not so. */
  readonly judge: (answer: Answered) => void
}

const pauseMs = 100
/** A step that takes longer is ended by its own limit, which could not say what was waited for. */
const longestSeconds = 15

/** Asks again and again until it is so, and tells the last answer where it never is, or is only when the time is over. */
async function sendUntil(world: AirlockWorld, request: Request, { seconds, judge }: Awaited): Promise<void> {
  if (seconds > longestSeconds) throw new Error(`A step can wait ${longestSeconds} seconds at most.`)
  const endMs = performance.now() + seconds * 1000
  for (;;) {
    const answer = await send(world, request)
    const problem = findProblem(() => judge(answer)) ?? findLateness(answer, endMs)
    if (!problem) {
      keepAnswer(world, answer)
      return
    }
    if (performance.now() + pauseMs > endMs) {
      throw new Error(`Not within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}: ${problem.message}`, {
        cause: problem,
      })
    }
    await setTimeout(pauseMs)
  }
}

/** What is so only afterwards was not so in time. */
function findLateness({ name, tookMs }: Answered, endMs: number): Error | null {
  if (performance.now() <= endMs) return null
  return new Error(`${name} was answered as expected, but only after ${tookMs} ms`)
}

function findProblem(judge: () => void): Error | null {
  try {
    judge()
    return null
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

export async function waitForStatus(
  world: AirlockWorld,
  request: Request,
  [expected, seconds]: [number, number],
): Promise<void> {
  await sendUntil(world, request, { seconds, judge: (answer) => judgeStatus(answer, expected) })
}

export async function waitForPart(
  world: AirlockWorld,
  request: Request,
  { path, value, seconds }: { path: string; value: unknown; seconds: number },
): Promise<void> {
  const expected = expectedValue(world, value)
  const judge = (answer: Answered): void => {
    // An answer that says no is not the one that is waited for, whatever stands in it.
    const { name, status, text } = answer
    if (status >= 400) throw new Error(`${name} was refused with ${status}: ${shorten(text)}`)
    expectSame(describePart(path), readExact(answer, path), expected)
  }
  await sendUntil(world, request, { seconds, judge })
}
