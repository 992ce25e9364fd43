// `airlock report`: what people read of a run. It shows what the gate decided and decides nothing; a report that cannot
// be built whole is still built as far as it goes, and the exit code stays the verdict's.
import { basename, join, resolve } from 'node:path'
import { describeNoFolder } from '../src/io/describe-no-folder.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { readReportFiles, readResultFiles } from '../src/io/read-report-input.ts'
import { runAllure } from '../src/io/run-allure.ts'
import { withoutGateSecrets } from '../src/io/signing-key.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import { makeSteps } from '../src/report/find-failed-step.ts'
import { makeAllureContents } from '../src/report/make-allure-contents.ts'
import { makeReport } from '../src/report/make-report.ts'
import { renderCodeQuality } from '../src/report/render-code-quality.ts'
import { renderCtrf } from '../src/report/render-ctrf.ts'
import { renderJunit } from '../src/report/render-junit.ts'
import { renderReleasePage } from '../src/report/render-release-page.ts'
import { renderReportSummary } from '../src/report/render-report-summary.ts'
import { renderVerdictMarkdown } from '../src/report/render-verdict-markdown.ts'
import { selectAttempts } from '../src/report/select-attempts.ts'
import { writeWhole } from '../src/run/run-folder.ts'

/** Builds `allure-report/`, `index.html`, `verdict.md` and what machines read in the folder of a run. */
export async function runReport({ run }: { run: string }, environment: Environment): Promise<ExitCode> {
  const folder = resolve(environment.cwd, run)
  if (describeNoFolder(folder) !== null) throw missingFolder(run)
  const files = await readReportFiles(folder)
  const judged = { ...files, runId: files.plan?.runId ?? files.verdict?.runId ?? basename(folder) }
  const built = await runAllure({
    run: folder,
    env: withoutGateSecrets(environment.env),
    ...makeAllureContents(judged),
  })
  for (const problem of built.problems)
    environment.stderr.write(`${`Allure report: ${problem.line}. ${problem.output}`.trimEnd()}\n`)
  const report = makeReport({
    ...judged,
    folder: run,
    steps: makeSteps(await readResultFiles(folder, selectAttempts(files.evidence))),
    allure: built.report && {
      index: 'allure-report/index.html',
      links: built.report.links,
      opensFromDisk: built.report.singleFile,
    },
    files: [...files.names, 'verdict.md'],
  })
  writeWhole(join(folder, 'verdict.md'), renderVerdictMarkdown(report))
  writeWhole(join(folder, 'junit.xml'), renderJunit(judged))
  writeWhole(join(folder, 'ctrf.json'), renderCtrf(judged))
  writeWhole(join(folder, 'gl-code-quality.json'), renderCodeQuality(judged))
  writeWhole(join(folder, 'index.html'), renderReleasePage(report))
  environment.stdout.write(
    renderReportSummary({
      report,
      folder: run,
      allure: built.report,
      missing: built.problems.map((problem) => problem.line).join('; '),
    }),
  )
  return files.verdict ? exitCodes[files.verdict.verdict] : exitCodes.inconclusive
}

function missingFolder(run: string): ConfigurationError {
  return new ConfigurationError([
    makeFlagProblem('--run', {
      expected: 'the folder of a run',
      received: `${run}, which is not there`,
      remedy: 'Give a folder below reports/.',
    }),
  ])
}
