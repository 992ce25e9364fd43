// Runs the rules of a team's own, one after the other, each in a thread that can be ended: whatever one of them does,
// within its limit there is an answer, and the others still run.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { makeFailedAnswer, type CustomAnswer } from '../gate/custom-findings.ts'
import type { Proof } from '../gate/proof/proof.ts'
import type { RuleInput } from '../gate/rule.ts'
import { outcomes } from '../gate/verdict.ts'

export type CustomTask = {
  readonly id: string
  /** Absolute path of its module. */
  readonly file: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly timeoutSeconds: number
}

const facts = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
)
const answerSchema = z.strictObject({
  title: z.string().min(1),
  judgement: z.strictObject({
    outcome: z.enum(outcomes),
    expected: facts,
    actual: facts,
    cases: z.array(z.string()).readonly(),
    tenants: z.array(z.string()).readonly(),
  }),
  remedy: z.string(),
  flaw: z.string().nullable(),
})
const messageSchema = z.union([
  z.strictObject({ answer: answerSchema }),
  z.strictObject({ fault: z.string() }),
])

export type WorkerAnswer = z.output<typeof answerSchema>
/** Without an answer there is no proof either way; the finding says so itself. */
export type CustomResult = { readonly answer: CustomAnswer; readonly proof: Proof | null }

const mostMegabytes = 1024

export async function runCustomRules(
  tasks: readonly CustomTask[],
  input: RuleInput,
): Promise<CustomResult[]> {
  const results: CustomResult[] = []
  for (const task of tasks) results.push(await runCustomRule(task, input))
  return results
}

async function runCustomRule(task: CustomTask, input: RuleInput): Promise<CustomResult> {
  const { id } = task
  try {
    const { flaw, ...answer } = await ask(task, input)
    return { answer: { id, ...answer }, proof: { rule: id, flaw } }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { answer: makeFailedAnswer(id, reason), proof: null }
  }
}

/** Neither flags nor environment of this process reach the rule. */
async function ask(task: CustomTask, input: RuleInput): Promise<WorkerAnswer> {
  const worker = new Worker(new URL('custom-rule-worker.ts', import.meta.url), {
    workerData: { task, input },
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  try {
    return readMessage(await listen(worker, task))
  } finally {
    await worker.terminate()
  }
}

/** Whatever comes first: a message, an error, its end, or the end of its time. */
async function listen(worker: Worker, { timeoutSeconds }: CustomTask): Promise<unknown> {
  const over = AbortSignal.timeout(timeoutSeconds * 1000)
  try {
    return await Promise.race([
      once(worker, 'message', { signal: over }).then(([message]): unknown => message),
      once(worker, 'exit', { signal: over }).then(([code]) => {
        throw new Error(`it ended its thread (exit code ${code}) and gave no answer`)
      }),
    ])
  } catch (error) {
    if (over.aborted) throw new Error(`no answer within ${timeoutSeconds} s`, { cause: error })
    throw error
  }
}

function readMessage(message: unknown): WorkerAnswer {
  const read = messageSchema.safeParse(message)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Error(`its answer has not the shape of one${issue ? `: ${issue.message}` : ''}`)
  }
  if ('fault' in read.data) throw new Error(read.data.fault)
  return read.data.answer
}
