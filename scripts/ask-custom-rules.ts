// Asks the rules of a team's own, which the policy names by their modules. What they say is part of the question, since
// the gate itself runs nothing that it does not know.
import { resolve } from 'node:path'
import { makeRuleInput, type Question } from '../src/gate/decide.ts'
import { placeBeside } from '../src/release/place-beside.ts'
import { describeText, readNamedText } from '../src/io/read-text.ts'

type Answers = Required<Pick<Question, 'custom' | 'proofs' | 'inputs'>>

/** Their answers as of the question's time, what became of planting faults, and their modules as inputs. */
export async function askCustomRules(question: Question, cwd: string): Promise<Answers> {
  const { policy } = question
  const rules = policy.custom
    .filter(({ level }) => level !== 'off')
    .map((rule) => ({ ...rule, file: placeBeside(policy.path, rule.module) }))
  if (rules.length === 0) return { custom: [], proofs: [], inputs: [] }
  const inputs = rules.map(({ file }) => describeText(file, readNamedText(cwd, file)))
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
