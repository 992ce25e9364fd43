// The command line: flags are read here, everything else is loaded only when its command is called, since a gate
// that starts slowly is a gate that people go around.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { enableCompileCache } from 'node:module'
import { exitCodes, openEnvironment, type ExitCode } from '../src/io/environment.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { releaseKinds } from '../src/release/release.ts'

enableCompileCache()

const environment = openEnvironment()
let exitCode: ExitCode = exitCodes.pass

const program = new Command('airlock')
  .description('Regression test harness and release gate for multi-tenant services')
  .exitOverride()
  .showHelpAfterError('(--help shows the flags and an example)')

addRunFlags(program.command('release'))
  .description('all of it in order: run, judge, report; the exit code is the verdict’s')
  .option('--release <dir>', 'folder of the release, such as releases/2026.24')
  .option('--policy <file>', 'policy file', 'policy/policy.yaml')
  .addHelpText(
    'after',
    example('airlock release --target policy/targets/staging.yaml --release releases/2026.24'),
  )
  .action(async (options) => {
    const { runRelease } = await import('./release.ts')
    exitCode = await runRelease(options, environment)
  })

addRunFlags(program.command('plan').argument('[features...]', 'feature files, folders, or file:line'))
  .description('what would run, for which tenants, and what would not')
  .option('--json', 'print the plan as one JSON document')
  .addHelpText('after', example('airlock plan features/wallets --tenants maple'))
  .action(async (features, options) => {
    const { runPlanCommand } = await import('./plan.ts')
    exitCode = await runPlanCommand({ ...options, features }, environment)
  })

addRunFlags(program.command('run').argument('[features...]', 'feature files, folders, or file:line'))
  .description('plan and run it; judges nothing but the cases themselves')
  .option('--failed', 'only what failed in the last run')
  .option(
    '--changed [ref]',
    'only features touched since that commit (HEAD), and those that use touched steps',
  )
  .option('--watch', 'run again whenever a feature or a step is saved')
  .option('--headed', 'show the browser')
  .option('--debug', 'show the browser and keep it open at a failure')
  .addHelpText('after', example('airlock run features/wallets/opening.feature:7 --tenants maple'))
  .action(async (features, options) => {
    const { runRun } = await import('./run.ts')
    exitCode = await runRun({ ...options, features }, environment)
  })

program
  .command('gate')
  .description('judge a run, or Allure results of any framework')
  .option('--run <dir>', 'folder of a run')
  .option('--results <dir...>', 'folders of Allure results')
  .option('--junit <glob...>', 'JUnit reports of other suites, which count too')
  .option('--playwright <glob...>', 'JSON reports of Playwright, which count too')
  .option('--policy <file>', 'policy file')
  .option('--release <dir>', 'folder of the release')
  .option('--now <instant>', 'judge as if it were this time; such a verdict is a preview')
  .option('--out <dir>', 'where evidence and verdict of --results go')
  .option(
    '--key <file>',
    'private key to sign the verdict with; else AIRLOCK_SIGNING_KEY or AIRLOCK_SIGNING_KEY_FILE',
  )
  .addOption(new Option('--json', 'print the verdict as one JSON document').conflicts('format'))
  .addOption(
    new Option('--format <name>', 'how the verdict is printed').choices([
      'text',
      'json',
      'markdown',
      'github',
      'gitlab',
      'junit',
      'ctrf',
    ]),
  )
  .addOption(
    new Option(
      '--explain',
      'print the policy in force and where each value comes from; judges nothing',
    ).conflicts(['format', 'dryRun']),
  )
  .addOption(new Option('--kind <kind>', 'with --explain: for which kind of release').choices(releaseKinds))
  .addOption(
    new Option(
      '--dry-run',
      'judge for the time of --now and for now, say what changes; writes nothing',
    ).conflicts('format'),
  )
  .addHelpText('after', example('airlock gate --run reports/20261123-080000-1a2b'))
  .action(async (options) => {
    const { runGate } = await import('./gate.ts')
    exitCode = await runGate(options, environment)
  })

program
  .command('keys')
  .description('the keys that verdicts are signed and verified with')
  .command('create')
  .description('write airlock.key, which is secret, and airlock.pub; replaces nothing')
  .option('--out <dir>', 'where to', '.')
  .addHelpText('after', example('airlock keys create --out ../keys'))
  .action(async (options) => {
    const { runKeysCreate } = await import('./keys.ts')
    exitCode = runKeysCreate(options, environment)
  })

program
  .command('verify')
  .argument('<verdict>', 'verdict.dsse.json or verdict.sigstore.json')
  .description('may this artifact be deployed: signature, subject, environment, kind, age and verdict')
  .requiredOption('--key <file>', 'public key in PEM')
  .requiredOption('--artifact <file>', 'what is to be deployed: a file, or sha256:…')
  .option('--environment <name>', 'the environment it has to be judged on')
  .addOption(new Option('--kind <kind>', 'kind of the release').choices(releaseKinds).default('scheduled'))
  .option('--policy <file>', 'the policy it has to be judged by: a file, or sha256:…')
  .option('--target <file>', 'target file; asks the running candidate whether it is the one judged')
  .option('--now <instant>', 'look at it as of this time; never leaves with 0')
  .option('--json', 'print the checks as one JSON document')
  .addHelpText(
    'after',
    example('airlock verify verdict.dsse.json --key airlock.pub --artifact app.tar --environment staging'),
  )
  .action(async (verdict, options) => {
    const { runVerify } = await import('./verify.ts')
    exitCode = await runVerify({ ...options, verdict }, environment)
  })

program
  .command('report')
  .description('build what people read: Allure report, release page, Markdown')
  .requiredOption('--run <dir>', 'folder of a run')
  .addHelpText('after', example('airlock report --run reports/20261123-080000-1a2b'))
  .action(async (options) => {
    const { runReport } = await import('./report.ts')
    exitCode = await runReport(options, environment)
  })

program
  .command('steps')
  .argument('[words...]', 'only phrases that have these words')
  .description('the phrases that scenarios are written in, what they mean and where they are used')
  .option('--target <file>', 'target file', 'policy/targets/reference.yaml')
  .option('--write', 'write docs/steps: pages by noun, and one to search in')
  .option('--json', 'print the catalogue as one JSON document')
  .addHelpText('after', example('airlock steps coupon redeemed'))
  .action(async (words, options) => {
    const { runSteps } = await import('./steps.ts')
    exitCode = await runSteps({ ...options, words }, environment)
  })

program
  .command('lint')
  .argument('[paths...]', 'features, policy files or folders; all there are if none is named')
  .description('what is wrong with features, their tags and steps, and with policy files')
  .option('--target <file>', 'target file', 'policy/targets/reference.yaml')
  .option('--fix', 'put the formatting of features right first')
  .option('--json', 'print the findings as one JSON document')
  .addOption(new Option('--format <name>', 'how findings are printed').choices(['text', 'github']))
  .addHelpText('after', example('airlock lint features/wallets --fix'))
  .action(async (paths, options) => {
    const { runLint } = await import('./lint.ts')
    exitCode = await runLint({ ...options, paths }, environment)
  })

program
  .command('faults')
  .argument('[names...]', 'only these faults')
  .description('whether the suite notices each fault that the target can be started with')
  .option('--target <file>', 'target file', 'policy/targets/reference.yaml')
  .option('--part <i/n>', 'only the i-th of n parts of the list')
  .option('--workers <n>', 'number of worker processes', parseCount)
  .addHelpText('after', example('airlock faults tenant-leak settle-twice'))
  .action(async (names, options) => {
    const { runFaults } = await import('./faults.ts')
    exitCode = await runFaults({ ...options, names }, environment)
  })

const history = program
  .command('history')
  .description('what is kept of earlier runs (AIRLOCK_HISTORY: a file, or a postgres:// URL)')

history
  .command('list')
  .description('earlier runs and their verdicts, newest first')
  .option('--json', 'print them as one JSON document')
  .addHelpText('after', example('airlock history list'))
  .action(async (options) => {
    const { listHistory } = await import('./history.ts')
    exitCode = await listHistory(options, environment)
  })

history
  .command('export')
  .argument('<file>', 'file to write, a line for each run')
  .description('write all of it to a file')
  .addHelpText('after', example('airlock history export history.ndjson'))
  .action(async (file) => {
    const { exportHistory } = await import('./history.ts')
    exitCode = await exportHistory(file, environment)
  })

history
  .command('import')
  .argument('<file>', 'file that was exported')
  .description('add the runs of a file; those that are there already stay as they are')
  .addHelpText('after', example('airlock history import history.ndjson'))
  .action(async (file) => {
    const { importHistory } = await import('./history.ts')
    exitCode = await importHistory(file, environment)
  })

program
  .command('doctor')
  .description('what is missing on this machine and the command that mends it')
  .option('--json', 'print the findings as one JSON document')
  .addHelpText('after', example('airlock doctor'))
  .action(async (options) => {
    const { runDoctor } = await import('./doctor.ts')
    exitCode = await runDoctor(options, environment)
  })

function addRunFlags(command: Command): Command {
  return command
    .option('--target <file>', 'target file', 'policy/targets/reference.yaml')
    .option('--tags <expression>', 'only scenarios with these tags')
    .option('--tenants <list>', 'only these tenants, by comma', splitList)
    .option('--workers <n>', 'number of worker processes', parseCount)
    .option('--shard <i/n>', 'run the i-th of n parts of the plan')
    .option('--retry <n>', 'how often a failed case runs again', parseCount, 1)
    .option('--out <dir>', 'folder of the run; by default a new one below reports/')
}

function splitList(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

function parseCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}

function example(line: string): string {
  return `\nExample:\n  npx ${line}\n`
}

/** The only place where errors become exit codes. */
function toExitCode(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.usage
  if (error instanceof ConfigurationError) {
    environment.stderr.write(`${error.message}\n`)
    return exitCodes.usage
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  environment.stderr.write(`Airlock itself has failed; nothing was judged.\n${text}\n`)
  return exitCodes.fault
}

try {
  await program.parseAsync(process.argv)
} catch (error) {
  exitCode = toExitCode(error)
}
process.exitCode = exitCode
