// The verdict in the form that was asked for. All of them say the same; only the one that is asked for is loaded.
import type { Evidence } from '../src/evidence/evidence.ts'
import type { Verdict } from '../src/gate/verdict.ts'
import type { Environment } from '../src/io/environment.ts'
import type { Plan } from '../src/plan/plan.ts'
import type { VerdictFormat } from './command-line.ts'

type Told = {
  readonly verdict: Verdict
  readonly evidence: Evidence
  readonly plan: Plan | null
  readonly releaseFile: string | null
}

/** `--json` is short for one of them. */
export function chooseFormat(asked: {
  readonly json?: boolean | undefined
  readonly format?: VerdictFormat | undefined
}): VerdictFormat {
  return asked.format ?? (asked.json === true ? 'json' : 'text')
}

/** What goes to stdout. */
export async function renderVerdict(
  format: VerdictFormat,
  told: Told,
  environment: Environment,
): Promise<string> {
  const { verdict, evidence } = told
  const judged = { verdict, evidence, runId: verdict.runId ?? '' }
  switch (format) {
    case 'text':
      return renderAsText(told, environment)
    case 'json':
      return `${JSON.stringify(verdict)}\n`
    case 'markdown':
      return renderAsMarkdown(told)
    case 'github':
      return (await import('../src/report/render-verdict-annotations.ts')).renderVerdictAnnotations(judged)
    case 'gitlab':
      return (await import('../src/report/render-code-quality.ts')).renderCodeQuality(judged)
    case 'junit':
      return (await import('../src/report/render-junit.ts')).renderJunit(judged)
    case 'ctrf':
      return (await import('../src/report/render-ctrf.ts')).renderCtrf(judged)
  }
}

async function renderAsText(
  { verdict, evidence, releaseFile }: Told,
  environment: Environment,
): Promise<string> {
  const { renderText } = await import('../src/report/render-text.ts')
  const { readTerminal } = await import('./read-style.ts')
  const terminal = readTerminal(environment.stdout, environment)
  return renderText(verdict, evidence, { ...terminal, releaseFile })
}

/** As `airlock report` writes it, without what only the Allure report knows. */
async function renderAsMarkdown({ verdict, evidence, plan }: Told): Promise<string> {
  const { makeReport } = await import('../src/report/make-report.ts')
  const { renderVerdictMarkdown } = await import('../src/report/render-verdict-markdown.ts')
  const runId = verdict.runId ?? ''
  const nothing = { unread: [], steps: new Map<string, string>(), allure: null, files: [] }
  return renderVerdictMarkdown(makeReport({ runId, plan, evidence, verdict, ...nothing }))
}
