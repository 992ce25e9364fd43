// The commands that tell clients: their flags. What they do is loaded only when they are called.
import { Option, type Command } from 'commander'
import type { Environment, ExitCode } from '../src/io/environment.ts'
import { parsePlace, renderExample } from './command-line.ts'

export function addNoticeCommands(
  program: Command,
  environment: Environment,
  leave: (code: ExitCode) => void,
): void {
  const notice = program.command('notice').description('who must be told what by when: look, tell, and see')
  const release = (command: Command): Command =>
    command
      .option('--release <dir>', 'folder of the release; the newest if none is named')
      .option('--policy <file>', 'policy file; tenants, calendars and notices.yaml lie beside it')
  release(notice.command('preview'))
    .description('write notes and notices of each tenant, and a page that shows them; sends nothing')
    .option('--now <instant>', 'as of this time')
    .option('--out <dir>', 'where to; by default reports/notice-<release>', parsePlace)
    .option('--json', 'print what is asked of each tenant as one JSON document')
    .addHelpText('after', renderExample('airlock notice preview --release releases/2026.24'))
    .action(async (options) => {
      const { runNoticePreview } = await import('./notice-preview.ts')
      leave(await runNoticePreview(options, environment))
    })
  release(notice.command('send'))
    .description('send what no server has accepted yet; the ledger of the release says what was')
    .addOption(new Option('--dry-run', 'print what would be sent, and send nothing').conflicts('json'))
    .option('--cancel', 'tell everybody who was told that the maintenance will not be')
    .option('--json', 'print the totals as one JSON document')
    .addHelpText('after', renderExample('airlock notice send --release releases/2026.24'))
    .action(async (options) => {
      const { runNoticeSend } = await import('./notice-send.ts')
      leave(await runNoticeSend(options, environment))
    })
  release(notice.command('status'))
    .description('of each tenant: what was accepted, what bounced, how long is left')
    .option('--now <instant>', 'as of this time')
    .option('--json', 'print it as one JSON document')
    .addHelpText('after', renderExample('airlock notice status --json'))
    .action(async (options) => {
      const { runNoticeStatus } = await import('./notice-status.ts')
      leave(runNoticeStatus(options, environment))
    })
}
