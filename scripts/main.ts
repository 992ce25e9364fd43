// The command line: flags are read here, everything else is loaded only when its command is called, since a gate
// that starts slowly is a gate that people go around.
import { Command, CommanderError, Option } from 'commander'
import { enableCompileCache } from 'node:module'
import { describeFault } from '../src/io/describe-fault.ts'
import { exitCodes, openEnvironment, type ExitCode } from '../src/io/environment.ts'
import { watchOutputs } from '../src/io/watch-outputs.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { parseAmount, parseCount, parsePlace, renderExample, splitList } from './command-line.ts'
import { addGateCommands } from './gate-commands.ts'
import { addNoticeCommands } from './notice-commands.ts'
import { addReleaseCommands } from './release-commands.ts'

enableCompileCache()
watchOutputs(process)

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
    renderExample('airlock release --target policy/targets/staging.yaml --release releases/2026.24'),
  )
  .action(async (options) => {
    const { runRelease } = await import('./release.ts')
    exitCode = await runRelease(options, environment)
  })

addChoice(program.command('plan').argument('[features...]', 'feature files, folders, or file:line'))
  .description('what would run, for which tenants, and what would not')
  .option('--json', 'print the plan as one JSON document')
  .addHelpText('after', renderExample('airlock plan features/wallets --tenants maple'))
  .action(async (features, options) => {
    const { runPlanCommand } = await import('./plan.ts')
    exitCode = await runPlanCommand({ ...options, features, retry: 0 }, environment)
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
  .addHelpText('after', renderExample('airlock run features/wallets/opening.feature:7 --tenants maple'))
  .action(async (features, options) => {
    const { runRun } = await import('./run.ts')
    exitCode = await runRun({ ...options, features }, environment)
  })

addReleaseCommands(program, environment, (code) => {
  exitCode = code
})

addGateCommands(program, environment, (code) => {
  exitCode = code
})

addNoticeCommands(program, environment, (code) => {
  exitCode = code
})

program
  .command('steps')
  .argument('[words...]', 'only phrases that have these words')
  .description('the phrases that scenarios are written in, what they mean and where they are used')
  .option('--target <file>', 'target file', 'policy/targets/reference.yaml')
  .option('--write', 'write docs/steps: pages by noun, and one to search in')
  .addOption(new Option('--json', 'print the catalogue as one JSON document').conflicts('write'))
  .addHelpText('after', renderExample('airlock steps coupon redeemed'))
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
  .addOption(new Option('--json', 'print the findings as one JSON document').conflicts('format'))
  .addOption(new Option('--format <name>', 'how findings are printed').choices(['text', 'github']))
  .addHelpText('after', renderExample('airlock lint features/wallets --fix'))
  .action(async (paths, options) => {
    const { runLint } = await import('./lint.ts')
    exitCode = await runLint({ ...options, paths }, environment)
  })

program
  .command('faults')
  .argument('[names...]', 'only these faults')
  .description('whether the suite notices each fault that the target can be started with')
  .option('--target <file>', 'target file', 'policy/targets/reference.yaml')
  .option('--part <i/n>', 'only the i-th of n parts of the list, each fault until it is noticed')
  .option('--workers <n>', 'number of worker processes; one a processor', parseAmount)
  .addHelpText('after', renderExample('airlock faults tenant-leak settle-twice'))
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
  .addHelpText('after', renderExample('airlock history list'))
  .action(async (options) => {
    const { listHistory } = await import('./history.ts')
    exitCode = await listHistory(options, environment)
  })

history
  .command('create')
  .description('begin one, before the first release; one that is there stays')
  .addHelpText('after', renderExample('airlock history create'))
  .action(async () => {
    const { createHistory } = await import('./history.ts')
    exitCode = await createHistory(environment)
  })

history
  .command('export')
  .argument('<file>', 'file to write, a line for each run')
  .description('write all of it to a file')
  .addHelpText('after', renderExample('airlock history export history.ndjson'))
  .action(async (file) => {
    const { exportHistory } = await import('./history.ts')
    exitCode = await exportHistory(file, environment)
  })

history
  .command('import')
  .argument('<file>', 'file that was exported')
  .description('add the runs of a file; one that is there already changes by a later verdict alone')
  .addHelpText('after', renderExample('airlock history import history.ndjson'))
  .action(async (file) => {
    const { importHistory } = await import('./history.ts')
    exitCode = await importHistory(file, environment)
  })

program
  .command('doctor')
  .description('what is missing on this machine and the command that mends it')
  .option('--json', 'print the findings as one JSON document')
  .addHelpText('after', renderExample('airlock doctor'))
  .action(async (options) => {
    const { runDoctor } = await import('./doctor.ts')
    exitCode = await runDoctor(options, environment)
  })

/** What is planned; how it is run changes nothing of a plan. */
function addChoice(command: Command): Command {
  return command
    .option('--target <file>', 'target file', 'policy/targets/reference.yaml')
    .option('--tags <expression>', 'only scenarios with these tags')
    .option('--tenants <list>', 'only these tenants, by comma', splitList)
}

function addRunFlags(command: Command): Command {
  return addChoice(command)
    .option('--workers <n>', 'number of worker processes; one a processor', parseAmount)
    .option('--shard <i/n>', 'run the i-th of n parts of the plan')
    .option('--retry <n>', 'how often a failed case runs again', parseCount, 1)
    .option('--out <dir>', 'folder of the run; by default a new one below reports/', parsePlace)
}

/** The only place where errors of commands become exit codes; what gets past it is left to airlock.mjs. */
function toExitCode(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.usage
  if (error instanceof ConfigurationError) {
    environment.stderr.write(`${error.message}\n`)
    return exitCodes.usage
  }
  environment.stderr.write(`Airlock itself has failed; nothing was judged.\n${describeFault(error)}\n`)
  return exitCodes.fault
}

try {
  await program.parseAsync(process.argv)
} catch (error) {
  exitCode = toExitCode(error)
}
process.exitCode = exitCode
