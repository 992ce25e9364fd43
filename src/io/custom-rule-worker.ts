// One rule of a team's own, in a thread of its own: it gets a frozen copy of everything, no environment and no terminal,
// and may import nothing that its digest does not cover. This keeps mistakes from reaching the gate; it is no wall
// against somebody who owns the policy and means harm.
import { realpathSync } from 'node:fs'
import { isBuiltin, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { CustomRule } from '../gate/custom-rule.ts'
import { proveRules } from '../gate/proof/prove-rules.ts'
import { soundInput } from '../gate/proof/sound-input.ts'
import type { RuleInput } from '../gate/rule.ts'
import type { CustomTask, WorkerAnswer } from './run-custom-rules.ts'

const { task, input } = workerData as { task: CustomTask; input: RuleInput }
/** As it calls itself when it imports something: behind a link that is the name of what the link leads to. */
const moduleUrl = pathToFileURL(realpathSync(task.file)).href
/** Airlock's own, so that a module needs nothing installed beside it. */
const offered: Readonly<Record<string, string>> = {
  'airlock/rule': new URL('../gate/custom-rule.ts', import.meta.url).href,
  zod: import.meta.resolve('zod'),
}
let printed = ''

registerHooks({
  resolve(specifier, context, next) {
    const own = offered[specifier]
    if (own !== undefined) return next(own, context)
    if (context.parentURL === moduleUrl) assertAllowed(specifier)
    return next(specifier, context)
  },
})

function assertAllowed(specifier: string): void {
  if (isBuiltin(specifier)) throw new Error(`it imports ${specifier}: a rule touches nothing`)
  if (/^(\.|\/|#|file:|data:)/.test(specifier))
    throw new Error(`it imports ${specifier}: a rule is one file, so that its digest says all of it`)
}

function silence(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.write = (text: string | Uint8Array): boolean => {
      printed += String(text)
      return true
    }
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(freeze)
  return value
}

async function load(): Promise<CustomRule> {
  const found = (await import(moduleUrl)) as { rule?: CustomRule; default?: CustomRule }
  const rule = found.rule ?? found.default
  if (typeof rule?.evaluate !== 'function') throw new Error('it exports no rule')
  if (rule.id !== task.id) throw new Error(`its id is ${rule.id}, and its file is named ${task.id}`)
  return rule
}

function prove({ id, evaluate, plant, sound = (one) => one }: CustomRule): string | null {
  if (typeof plant !== 'function') return 'has no fault to be shown (plant)'
  const start = sound(soundInput)
  const [proof] = proveRules([
    {
      rule: { id, evaluate: (shown) => evaluate(shown === soundInput ? start : shown, {}) },
      plant: () => plant(start),
    },
  ])
  return proof?.flaw ?? null
}

async function answer(): Promise<WorkerAnswer> {
  const rule = await load()
  const flaw = prove(rule)
  const judgement = rule.evaluate(freeze(input), task.settings)
  if (printed !== '') throw new Error(`it prints: ${printed.slice(0, 80).trim()}`)
  const remedy = typeof rule.remedy === 'function' ? rule.remedy(judgement.actual) : rule.remedy
  return { title: rule.title, judgement, remedy, flaw }
}

silence()
try {
  parentPort?.postMessage({ answer: await answer() }, [])
} catch (error) {
  parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) }, [])
}
