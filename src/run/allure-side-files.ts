// Allure's three side files tell a reader why tests went wrong, on what they ran and what ran them. They are written
// once, by the run, because shards that each wrote their own would overwrite one another.

type Env = Readonly<Record<string, string | undefined>>

/** First line of every result that stands for a rule of the gate; a category of its own is found by it. */
export const gateMessagePrefix = 'Release gate: '

/** What the message of a broken case says when the machine, and not the product or the test, is to blame. */
const infrastructureSigns = [
  'Infrastructure: ',
  'Target page, context or browser has been closed',
  '[Bb]rowser has been closed',
  '[Bb]rowser (?:closed|crashed|has disconnected)',
  "[Ee]xecutable doesn't exist",
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EMFILE',
  'ENOSPC',
  'net::ERR_(?:CONNECTION|NETWORK|NAME|ADDRESS|INTERNET)[A-Z_]*',
  'socket hang up',
]

// Allure 2 wants its regex to match the whole text (dots match line ends), Allure 3 searches line by line:
// a sign between two `.*` means the same to both. Inline flags do not, so none are used.
const anywhere = (signs: readonly string[]) => `.*(?:${signs.join('|')}).*`

// The first category that fits is taken, so the narrow ones stand before the wide ones.
const categories = [
  {
    name: 'Release gate',
    description: 'Rules of the release gate that do not hold. The release page says what would mend them.',
    matchedStatuses: ['failed', 'broken', 'skipped'],
    messageRegex: anywhere([gateMessagePrefix]),
  },
  {
    name: 'Infrastructure',
    description: 'The case was lost, its browser went away, or the target could not be reached.',
    matchedStatuses: ['broken'],
    messageRegex: anywhere(infrastructureSigns),
  },
  {
    name: 'Product failures',
    description: 'The product did something other than the scenario promises.',
    matchedStatuses: ['failed'],
  },
  {
    name: 'Test failures',
    description:
      'The test itself could not be carried out: an undefined step, a failed hook, an unexpected error.',
    matchedStatuses: ['broken'],
  },
]

/** categories.json */
export function renderCategories(): string {
  return `${JSON.stringify(categories, null, 2)}\n`
}

/** environment.properties: what the report's front page shows. Entries without a value are left out. */
export function renderEnvironment(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${escapeProperty(key)}=${escapeProperty(value)}\n`)
    .join('')
}

// Everything that is not plain goes as \uXXXX: readers differ in the encoding they take the file for, and in
// whether they know `\\ `, but all of them know this.
function escapeProperty(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9._~@+,;()[\]{}/<>?&|'"^$*%-]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

export type Executor = {
  readonly runId: string
  /** Milliseconds since 1970; where nothing counts the builds, time does. */
  readonly startMs: number
  readonly env: Env
  readonly reportName: string
}

type Build = {
  readonly name: string
  readonly type: string
  readonly url?: string
  readonly buildOrder?: number
  readonly buildName?: string
  readonly buildUrl?: string
}

/** executor.json: who ran this and which run it was; trends are drawn in the order of `buildOrder`. */
export function renderExecutor({ runId, startMs, env, reportName }: Executor): string {
  const build = describeBuild(env)
  const executor = {
    name: build.name,
    type: build.type,
    url: plainUrl(build.url),
    buildOrder: build.buildOrder ?? Math.floor(startMs / 1000),
    buildName: build.buildName ?? runId,
    buildUrl: plainUrl(build.buildUrl),
    reportName,
  }
  return `${JSON.stringify(executor, null, 2)}\n`
}

function describeBuild(env: Env): Build {
  if (env['GITHUB_ACTIONS'] === 'true') return describeGithub(env)
  if (env['GITLAB_CI'] === 'true') return describeGitlab(env)
  if (env['JENKINS_URL']) return describeJenkins(env)
  return { name: 'Local', type: 'local' }
}

function describeGithub(env: Env): Build {
  const repository = `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}`
  return {
    name: 'GitHub Actions',
    type: 'github',
    url: repository,
    buildName: `${env['GITHUB_WORKFLOW'] ?? 'Workflow'} #${env['GITHUB_RUN_NUMBER'] ?? '?'}`,
    buildUrl: `${repository}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`,
    ...toOrder(env['GITHUB_RUN_NUMBER']),
  }
}

function describeGitlab(env: Env): Build {
  return {
    name: 'GitLab CI',
    type: 'gitlab',
    url: env['CI_PROJECT_URL'] ?? '',
    buildName: `${env['CI_PROJECT_PATH'] ?? 'Pipeline'} #${env['CI_PIPELINE_IID'] ?? '?'}`,
    buildUrl: env['CI_JOB_URL'] ?? env['CI_PIPELINE_URL'] ?? '',
    ...toOrder(env['CI_PIPELINE_IID']),
  }
}

function describeJenkins(env: Env): Build {
  return {
    name: 'Jenkins',
    type: 'jenkins',
    url: env['JENKINS_URL'] ?? '',
    buildName: `${env['JOB_NAME'] ?? 'Job'} #${env['BUILD_NUMBER'] ?? '?'}`,
    buildUrl: env['BUILD_URL'] ?? '',
    ...toOrder(env['BUILD_NUMBER']),
  }
}

function toOrder(text: string | undefined): { buildOrder?: number } {
  return /^\d{1,15}$/.test(text ?? '') ? { buildOrder: Number(text) } : {}
}

/** Only web addresses become links, and never with a user or password in them. */
function plainUrl(text: string | undefined): string | undefined {
  const url = URL.parse(text ?? '')
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  url.username = ''
  url.password = ''
  return url.href
}
