// The first lines: may it be deployed, what is it, and how did its tests end.
import type { Verdict, VerdictWord } from '../gate/verdict.ts'
import { describeOpening } from './describe-opening.ts'
import { cut, plain, wrap, type Format, type Style } from './render-text-style.ts'
import { renderTime } from './render-text-facts.ts'

const banners: Record<VerdictWord, { format: Format; words: string; means: string }> = {
  pass: { format: ['bgGreen', 'black', 'bold'], words: ' PASS ', means: 'may be deployed' },
  block: { format: ['bgRed', 'white', 'bold'], words: ' BLOCK ', means: 'must not be deployed' },
  inconclusive: {
    format: ['bgMagenta', 'white', 'bold'],
    words: ' INCONCLUSIVE ',
    means: 'must not be deployed: too little is known',
  },
}

/** Verdict, what it rests on, when it was made, and the numbers. */
export function renderHead(verdict: Verdict, style: Style, releaseFile: string | null): string[] {
  const { format, words, means: meant } = banners[verdict.verdict]
  // Of another time than its own nothing may be deployed.
  const means = verdict.preview && verdict.verdict === 'pass' ? 'would pass' : meant
  const room = style.width - words.length - 3
  // Whatever is too long is the name, never what the verdict means.
  const name = cut(plain(nameSubject(verdict)), room - means.length - 1)
  return [
    ` ${style.paint(format, words)} ${style.paint('bold', `${name} ${means}`)}`,
    ...[renderBasis(verdict), renderWhen(verdict), renderSource(releaseFile)]
      .filter((line) => line !== '')
      .map((line) => ` ${style.paint('dim', cut(plain(line), style.width - 2))}`),
    ...renderOpening(verdict, style).map((line) => ` ${style.paint('yellow', line)}`),
    ...(verdict.preview ? [` ${style.paint('yellow', 'A preview: it opens no deployment.')}`] : []),
    '',
    renderCounts(verdict, style),
  ]
}

function nameSubject({ release, runId, subject: { version } }: Verdict): string {
  const unnamed = runId === null ? 'The build behind these results' : 'The build behind this run'
  if (!release) return version === null ? unnamed : `Candidate ${version}`
  const kind = `${release.kind.slice(0, 1).toUpperCase()}${release.kind.slice(1)}`
  return `${kind} release ${release.id} (${version ?? 'no version'})`
}

function renderBasis({ runId, subject: { digest, source } }: Verdict): string {
  const seen = source === 'observed' ? ', as observed on the target' : ''
  return [
    ...(runId === null ? [] : [`run ${runId}`]),
    ...(digest === null ? [] : [`build ${digest.slice(0, 19)}${seen}`]),
    ...(source === 'none' ? ['nobody told which build it is'] : []),
  ].join(' · ')
}

/** Everybody expects a release where the project keeps them; anything else asks for a look. */
function renderSource(file: string | null): string {
  return file === null || file.startsWith('releases/') ? '' : `release read from ${file}`
}

/** How long a verdict holds matters to whoever deploys on it, and on no other than a pass may anybody. */
function renderWhen({ verdict, preview, decidedAt, validUntil }: Verdict): string {
  const when = `${preview ? 'would be decided' : 'decided'} ${renderTime(decidedAt)}`
  return verdict === 'pass' && validUntil !== null ? `${when}, valid until ${renderTime(validUntil)}` : when
}

function renderOpening(verdict: Verdict, style: Style): string[] {
  const opening = describeOpening(verdict, renderTime)
  return opening === null ? [] : wrap(opening, style.width - 2)
}

const countWords = [
  ['passed', 'green'],
  ['flaky', 'yellow'],
  ['failed', 'red'],
  ['broken', 'red'],
  ['unknown', 'red'],
  ['lost', 'magenta'],
  ['skipped', 'cyan'],
  ['missing', 'magenta'],
] as const satisfies readonly (readonly [keyof Verdict['counts'], Format])[]

function renderCounts({ counts }: Verdict, style: Style): string {
  const parts = countWords
    .filter(([key]) => counts[key] > 0)
    .map(([key, format]) => style.paint(format, `${counts[key]} ${key}`))
  const tests = `${counts.tests} ${counts.tests === 1 ? 'test' : 'tests'}`
  const isMore = counts.tests + counts.missing > counts.planned
  const planned =
    counts.planned === 0
      ? ''
      : isMore
        ? `, ${counts.planned} cases planned`
        : ` of ${counts.planned} planned cases`
  return ` ${style.paint('bold', tests)}${planned}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
}
