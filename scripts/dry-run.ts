// `airlock gate --dry-run`: judges for a time to come and for now, tells what differs and why, and leaves no trace.
import { decide, type Question } from '../src/gate/decide.ts'
import { listTurningPoints, makePreview } from '../src/gate/preview.ts'
import type { Verdict } from '../src/gate/verdict.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { renderPreview } from '../src/report/render-preview.ts'
import { renderText } from '../src/report/render-text.ts'
import { askCustomRules } from './ask-custom-rules.ts'
import { readQuestion, type GateOptions } from './read-question.ts'
import { readStyle, readTerminal } from './read-style.ts'

/** Leaves with the exit code of the later verdict. */
export async function runDryRun(options: GateOptions, environment: Environment): Promise<ExitCode> {
  const question = await readQuestion(options, environment)
  const [now, later] = [environment.now(), question.now]
  const times = [now, ...listTurningPoints(question, { now, later }), ...(later < now ? [later] : [])]
  const verdicts: Verdict[] = []
  for (const time of times) verdicts.push(await decideAt(question, time, environment.cwd))
  const [first, ...others] = verdicts
  if (!first) throw new Error('No time to judge for')
  const preview = makePreview([first, ...others])
  const { stdout } = environment
  if (options.json === true) stdout.write(`${JSON.stringify(preview)}\n`)
  else {
    const style = readStyle(stdout, environment)
    const { evidence, releaseFile } = question
    const text = renderText(preview.later, evidence, { ...readTerminal(stdout, environment), releaseFile })
    stdout.write(`${text}${renderPreview(preview, style)}`)
  }
  return exitCodes[preview.later.verdict]
}

/** A team's own rules are asked again, since what they say may depend on the time. */
async function decideAt(question: Question, time: number, cwd: string): Promise<Verdict> {
  const asked = { ...question, now: time, preview: true }
  const { custom, proofs } = time === question.now ? asked : await askCustomRules(asked, cwd)
  return decide({ ...asked, custom: custom ?? [], proofs: proofs ?? [] })
}
