// The commands that judge and prove: their flags. What they do is loaded only when they are called.
import { Option, type Command } from 'commander'
import type { Environment, ExitCode } from '../src/io/environment.ts'
import { releaseKinds } from '../src/release/release.ts'
import { parseFolder, parseFolders, parsePlace, renderExample, verdictFormats } from './command-line.ts'

type Place = {
  readonly program: Command
  readonly environment: Environment
  readonly leave: (code: ExitCode) => void
}

export function addGateCommands(program: Command, environment: Environment, leave: Place['leave']): void {
  const place = { program, environment, leave }
  addGate(place)
  addKeys(place)
  addVerify(place)
  addReport(place)
}

function addGate({ program, environment, leave }: Place): void {
  const gate = program
    .command('gate')
    .description('judge a run, or Allure results of any framework')
    .option(
      '--run <dir...>',
      'folder of a run; of the run of each shard, they are joined in --out',
      parseFolders,
    )
    .option('--results <dir...>', 'folders of Allure results', parseFolders)
    .option('--junit <glob...>', 'JUnit reports of other suites, which count too')
    .option('--playwright <glob...>', 'JSON reports of Playwright, which count too')
    .option('--policy <file>', 'policy file')
    .option('--release <dir>', 'folder of the release')
    .option('--now <instant>', 'judge as if it were this time: a preview, which is written only with --out')
    .option(
      '--out <dir>',
      'where evidence and verdict go; else the folder of the run, or one below reports/',
      parsePlace,
    )
    .option(
      '--key <file>',
      'private key to sign the verdict with; else AIRLOCK_SIGNING_KEY or AIRLOCK_SIGNING_KEY_FILE',
    )
  addForms(gate)
    .addHelpText('after', renderExample('airlock gate --run reports/20261123-080000-1a2b'))
    .action(async ({ run = [], ...options }) => {
      const { runGate } = await import('./gate.ts')
      const folders = [...new Set(run)]
      const asked = folders.length > 1 ? { shards: folders } : { run: folders[0] }
      leave(await runGate({ ...options, ...asked }, environment))
    })
}

/** What is printed, and what instead of a verdict. */
function addForms(command: Command): Command {
  return command
    .addOption(new Option('--json', 'print the verdict as one JSON document').conflicts('format'))
    .addOption(new Option('--format <name>', 'how the verdict is printed').choices(verdictFormats))
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
}

function addKeys({ program, environment, leave }: Place): void {
  program
    .command('keys')
    .description('the keys that verdicts are signed and verified with')
    .command('create')
    .description('write airlock.key, which is secret, and airlock.pub; replaces nothing')
    .option('--out <dir>', 'where to', parsePlace, '.')
    .addHelpText('after', renderExample('airlock keys create --out ../keys'))
    .action(async (options) => {
      const { runKeysCreate } = await import('./keys.ts')
      leave(runKeysCreate(options, environment))
    })
}

function addVerify({ program, environment, leave }: Place): void {
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
      renderExample(
        'airlock verify verdict.dsse.json --key airlock.pub --artifact app.tar --environment staging',
      ),
    )
    .action(async (verdict, options) => {
      const { runVerify } = await import('./verify.ts')
      leave(await runVerify({ ...options, verdict }, environment))
    })
}

function addReport({ program, environment, leave }: Place): void {
  program
    .command('report')
    .description('build what people read: Allure report, release page, Markdown')
    .requiredOption('--run <dir>', 'folder of a run', parseFolder)
    .addHelpText('after', renderExample('airlock report --run reports/20261123-080000-1a2b'))
    .action(async (options) => {
      const { runReport } = await import('./report.ts')
      leave(await runReport(options, environment))
    })
}
