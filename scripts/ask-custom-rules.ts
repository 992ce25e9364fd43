// Asks the rules of a team's own, which the policy names by their modules. What they say is part of the question, since
// the gate itself runs nothing that it does not know.
import { hash } from 'node:crypto'
import { posix, resolve } from 'node:path'
import { makeRuleInput, type Question } from '../src/gate/decide.ts'
import type { CustomRulePolicy } from '../src/gate/policy.ts'
import { readNamedText } from '../src/io/read-text.ts'

type Answers = Required<Pick<Question, 'custom' | 'proofs' | 'inputs'>>

/** Their answers as of the question's time, what became of planting faults, and their modules as inputs. */
export async function askCustomRules(question: Question, cwd: string): Promise<Answers> {
  const { policy } = question
  const rules = policy.custom
    .filter(({ level }) => level !== 'off')
    .map((rule) => ({ ...rule, file: placeOf(rule, policy.path) }))
  if (rules.length === 0) return { custom: [], proofs: [], inputs: [] }
  const inputs = rules.map(({ file }) => describeModule(file, cwd))
  const { runCustomRules } = await import('../src/io/run-custom-rules.ts')
  const tasks = rules.map(({ id, file, settings, timeoutSeconds }) => ({
    id,
    file: resolve(cwd, file),
    settings,
    timeoutSeconds,
  }))
  const results = await runCustomRules(tasks, makeRuleInput(question))
  return {
    custom: results.map(({ answer }) => answer),
    proofs: results.flatMap(({ proof }) => proof ?? []),
    inputs,
  }
}

/** Beside the policy, from where it is named. */
function placeOf({ module }: CustomRulePolicy, policy: string): string {
  return posix.join(posix.dirname(policy.replaceAll('\\', '/')), module)
}

function describeModule(path: string, cwd: string): Question['inputs'][number] {
  const text = readNamedText(cwd, path)
  return { path, bytes: Buffer.byteLength(text), sha256: hash('sha256', text) }
}
