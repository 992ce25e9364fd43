// The side files are read by programs that are not ours: what they must say is written down here.
import { describe, expect, test } from 'vitest'
import {
  gateMessagePrefix,
  renderCategories,
  renderEnvironment,
  renderExecutor,
} from './allure-side-files.ts'

type Category = { name: string; matchedStatuses: string[]; messageRegex?: string }

/** As Allure 2 does: the whole text, dots match line ends, the first that fits. */
function categoryOf(status: string, message: string): string | undefined {
  const categories = JSON.parse(renderCategories()) as Category[]
  return categories.find(
    ({ matchedStatuses, messageRegex }) =>
      matchedStatuses.includes(status) &&
      (!messageRegex || new RegExp(`^${messageRegex}$`, 's').test(message)),
  )?.name
}

/** As Allure 3 does: a search without flags. */
function categoryInAllure3(status: string, message: string): string | undefined {
  const categories = JSON.parse(renderCategories()) as Category[]
  return categories.find(
    ({ matchedStatuses, messageRegex }) =>
      matchedStatuses.includes(status) && (!messageRegex || new RegExp(messageRegex).test(message)),
  )?.name
}

describe('categories', () => {
  test.each([
    ['failed', 'Expected 663 points\nbut found 600', 'Product failures'],
    ['failed', 'expected ECONNREFUSED not to be shown', 'Product failures'],
    ['broken', 'No step definition fits "x"', 'Test failures'],
    ['broken', 'Infrastructure: the case was lost 3 times and given up. exit 9', 'Infrastructure'],
    ['broken', 'AxiosError: \nconnect ECONNREFUSED 127.0.0.1:4040\n at x', 'Infrastructure'],
    ['broken', 'page.click: Target page, context or browser has been closed', 'Infrastructure'],
    ['broken', 'page.goto: net::ERR_CONNECTION_REFUSED at http://x', 'Infrastructure'],
    ['failed', `${gateMessagePrefix}no-failures\nExpected none`, 'Release gate'],
    ['broken', `${gateMessagePrefix}results-sealed`, 'Release gate'],
  ])('%s with "%s" is one of: %s', (status, message, name) => {
    expect(categoryOf(status, message)).toBe(name)
    expect(categoryInAllure3(status, message)).toBe(name)
  })

  test('a case that passed is in none of them', () => {
    expect(categoryOf('passed', '')).toBeUndefined()
  })
})

describe('environment', () => {
  test('writes one entry a line and leaves out what has no value', () => {
    expect(renderEnvironment({ Candidate: '7.7.0', Commit: '', Tenants: 'maple,cedar' })).toBe(
      'Candidate=7.7.0\nTenants=maple,cedar\n',
    )
  })

  test('keys and values with separators, line ends, backslashes and other scripts stay in their place', () => {
    expect(renderEnvironment({ 'Base url': 'http://x\nb=c' })).toBe(
      'Base\\u0020url=http\\u003a//x\\u000ab\\u003dc\n',
    )
    expect(renderEnvironment({ '#a!': 'C:\\x é 😀' })).toBe(
      '\\u0023a\\u0021=C\\u003a\\u005cx\\u0020\\u00e9\\u0020\\ud83d\\ude00\n',
    )
  })
})

describe('executor', () => {
  const executor = (env: Record<string, string>) =>
    JSON.parse(
      renderExecutor({ runId: 'r1', startMs: 1_700_000_000_123, env, reportName: 'Candidate 7.7.0' }),
    )

  test('on a desk the run names itself and time gives the order', () => {
    expect(executor({})).toEqual({
      name: 'Local',
      type: 'local',
      buildOrder: 1_700_000_000,
      buildName: 'r1',
      reportName: 'Candidate 7.7.0',
    })
  })

  test('GitHub Actions links to the workflow run', () => {
    const found = executor({
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://code.example',
      GITHUB_REPOSITORY: 'shop/airlock',
      GITHUB_RUN_ID: '99',
      GITHUB_RUN_NUMBER: '7',
      GITHUB_WORKFLOW: 'Release',
    })
    expect(found).toMatchObject({ type: 'github', buildOrder: 7, buildName: 'Release #7' })
    expect(found.buildUrl).toBe('https://code.example/shop/airlock/actions/runs/99')
  })

  test('GitLab links to the job', () => {
    const found = executor({
      GITLAB_CI: 'true',
      CI_PROJECT_URL: 'https://code.example/shop',
      CI_PROJECT_PATH: 'shop',
      CI_PIPELINE_IID: '12',
      CI_JOB_URL: 'https://code.example/shop/-/jobs/3',
    })
    expect(found).toMatchObject({ type: 'gitlab', buildOrder: 12, buildName: 'shop #12' })
    expect(found.buildUrl).toBe('https://code.example/shop/-/jobs/3')
  })

  test('Jenkins links to the build, without the password that may stand in its address', () => {
    const found = executor({
      JENKINS_URL: 'https://user:secret@ci.example/',
      BUILD_NUMBER: '5',
      JOB_NAME: 'release',
      BUILD_URL: 'https://ci.example/job/release/5/',
    })
    expect(found).toMatchObject({ type: 'jenkins', buildOrder: 5, buildName: 'release #5' })
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  test('an address that is no web address becomes no link', () => {
    const found = executor({ JENKINS_URL: 'javascript:alert(1)', BUILD_NUMBER: 'x' })
    expect(found).not.toHaveProperty('url')
    expect(found).toMatchObject({ buildOrder: 1_700_000_000 })
  })
})
