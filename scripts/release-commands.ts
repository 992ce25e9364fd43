// The command that begins a release: its flags. What it does is loaded only when it is called.
import { Option, type Command } from 'commander'
import type { Environment, ExitCode } from '../src/io/environment.ts'
import { releaseKinds } from '../src/release/release.ts'
import { parsePlace, renderExample } from './command-line.ts'

export function addReleaseCommands(
  program: Command,
  environment: Environment,
  leave: (code: ExitCode) => void,
): void {
  program
    .command('release-new')
    .description('draft a release and its changes from commits, for a person to finish; overwrites nothing')
    .addOption(new Option('--kind <kind>', 'kind of the release').choices(releaseKinds).makeOptionMandatory())
    .requiredOption('--from-git <ref>', 'the commit, tag or branch after which its commits begin')
    .option('--version <version>', 'version of the candidate')
    .option('--id <id>', 'name of the release; by default the one after the newest')
    .option('--out <dir>', 'folder of the release; by default releases/<id>', parsePlace)
    .option('--policy <file>', 'policy file; tenants and calendars lie beside it', 'policy/policy.yaml')
    .addHelpText(
      'after',
      renderExample('airlock release-new --kind scheduled --from-git v7.6.0 --version 7.7.0'),
    )
    .action(async (options) => {
      const { runReleaseNew } = await import('./release-new.ts')
      leave(await runReleaseNew(options, environment))
    })
}
