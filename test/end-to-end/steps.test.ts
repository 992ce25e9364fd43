// Finding the phrase: `airlock steps`, its page in a real browser, and steps that do not work, told before a run.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/plan/catalogue/catalogue.ts'
import { root, runAirlock } from '../airlock.ts'
import { openProject, target, type OpenProject } from '../open-project.ts'
import { isFocused, isTooWide, openBrowser } from '../reference-dashboard/open-browser.ts'
import { startLibrary, type Library } from '../start-library.ts'

const opened: OpenProject[] = []

async function open(files: Record<string, string> = {}): Promise<string> {
  const project = await openProject(files)
  opened.push(project)
  return project.folder
}

afterAll(async () => {
  await Promise.all(opened.map(async (project) => project.close()))
})

describe('airlock steps', () => {
  it('prints phrases with an example out of the features', async () => {
    const ran = await runAirlock(['steps', ...target], { cwd: await open() })
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
    expect(ran.stdout).toContain(
      '  When  a reader asks for {string}\n        a reader asks for "Emma"  2 times in 1 feature',
    )
    expect(ran.stdout).toContain('4 phrases.')
  })

  it('prints those that have some words', async () => {
    const cwd = await open()
    const ran = await runAirlock(['steps', ...target, 'READER', 'asks'], { cwd })
    expect(ran.stdout).toContain('1 phrase.')
    const none = await runAirlock(['steps', ...target, 'raeder', 'asks'], { cwd })
    expect(none).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('No phrase has these words') })
    expect(none.stdout).toContain('Did you mean reader asks?')
  })

  it('prints one JSON document', async () => {
    const ran = await runAirlock(['steps', ...target, '--json'], { cwd: await open() })
    const catalogue = JSON.parse(ran.stdout) as Catalogue
    expect(catalogue).toMatchObject({ schema: 'airlock.steps/1', features: 1, nouns: [{ name: 'book' }] })
  })

  it('writes pages, and takes those away whose noun is gone', async () => {
    const cwd = await open({ 'docs/steps/gone.md': '# gone\n' })
    const ran = await runAirlock(['steps', ...target, '--write'], { cwd })
    expect(ran.exitCode).toBe(0)
    expect((await readdir(join(cwd, 'docs/steps'))).toSorted()).toEqual([
      'README.md',
      'book.md',
      'index.html',
    ])
    expect(await readFile(join(cwd, 'docs/steps/book.md'), 'utf8')).toContain(
      '## `When a reader asks for {string}`',
    )
  })

  it('leaves with 3 and the reason when the code cannot be loaded', async () => {
    const cwd = await open({
      'steps/broken.steps.ts': 'console.log("early words")\nthrow new Error("not today")\n',
    })
    const ran = await runAirlock(['steps', ...target], { cwd })
    expect(ran.exitCode).toBe(3)
    expect(ran.stderr).toContain('not today')
    expect(ran.stderr).toContain('early words')
  })

  it('leaves with 3 when the code ends its own process', async () => {
    const cwd = await open({ 'steps/exit.steps.ts': 'process.exit(7)\n' })
    const ran = await runAirlock(['steps', ...target], { cwd })
    expect(ran).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('exit code 7') })
  })

  it('loads code that prints more than a pipe holds', async () => {
    const cwd = await open({ 'support/loud.ts': 'process.stdout.write("x".repeat(2_000_000))\n' })
    const ran = await runAirlock(['steps', ...target], { cwd })
    expect(ran).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('4 phrases.') })
  })
})

const bad = `@service:loans
Feature: Bad

  Scenario: misspelt
    When a reader ask for "Emma"
    Then the reader gets it

  Scenario: fine
    When a reader asks for "Middlemarch"
    Then the reader gets it
`

let library: Library

beforeAll(async () => {
  library = await startLibrary()
})
afterAll(async () => library.stop())

async function run(cwd: string, ...args: string[]) {
  return runAirlock([...args, ...target], { cwd, env: library.env })
}

describe('a step that no phrase fits', () => {
  it('is told by plan, with its place, the nearest phrases and a snippet, and leaves with 3', async () => {
    const ran = await run(await open({ 'features/bad.feature': bad }), 'plan')
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toContain('8 cases')
    expect(ran.stderr).toContain('✕ When a reader ask for "Emma"\n  features/bad.feature:5:5  no phrase fits')
    expect(ran.stderr).toContain('    When a reader asks for "Emma"')
    expect(ran.stderr).toContain("When('a reader ask for {string}', async function (")
    expect(ran.stderr).toContain('2 of 8 cases cannot pass because of this.')
  })

  it('is told by run before anything runs; its cases are broken and the others give their results', async () => {
    const cwd = await open({ 'features/bad.feature': bad })
    const ran = await run(cwd, 'run', 'features/bad.feature', '--tenants', 'north', '--retry', '0')
    expect(ran.exitCode).toBe(1)
    expect(ran.stderr).toMatch(
      /no phrase fits[^]*1 of 2 cases cannot pass because of this; the others still run[^]*2 cases on/,
    )
    expect(ran.stdout).toContain('1 of 2 cases passed')
  })

  it('keeps a run from starting when it is in every case', async () => {
    const cwd = await open({ 'features/bad.feature': bad })
    const ran = await run(cwd, 'run', 'features/bad.feature:4', '--out', 'out')
    expect(ran.exitCode).toBe(3)
    expect(ran.stderr).toContain('2 of 2 cases cannot pass because of this; nothing was run.')
    expect(await readdir(cwd)).not.toContain('out')
  })

  it('is nobody’s business when the scenario was not asked for', async () => {
    const cwd = await open({ 'features/bad.feature': bad })
    const ran = await run(cwd, 'run', 'features/bad.feature:8', '--tenants', 'south', '--out', 'out')
    expect(ran).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('no phrase fits') })
  })

  it('is looked for by a worker that then runs the cases, and whose output is kept from its first word', async () => {
    const cwd = await open({
      'support/early.ts': 'process.stdout.write("loaded\\n" + "x".repeat(200_000))\n',
      'steps/late.steps.ts':
        "import { After } from '@cucumber/cucumber'\nAfter(() => void process.stdout.write('cased\\n' + 'y'.repeat(100_000)))\n",
    })
    const ran = await run(cwd, 'run', '--workers', '1', '--out', 'out')
    expect(ran.exitCode, ran.stderr).toBe(0)
    const log = await readFile(join(cwd, 'out', 'logs', 'worker-1.log'), 'utf8')
    expect(log.match(/loaded|cased/g)).toEqual(['loaded', 'cased', 'cased', 'cased', 'cased'])
  })

  it('has a brother that two phrases fit', async () => {
    const again =
      "import { When } from '@cucumber/cucumber'\nWhen(/^a reader asks for (.*)$/, function (_: string) {})\n"
    const ran = await run(await open({ 'steps/again.steps.ts': again }), 'plan')
    expect(ran.exitCode).toBe(3)
    expect(ran.stderr).toMatch(
      /more than one phrase fits\n +When \/\^a reader asks for \(\.\*\)\$\/ +steps\/again\.steps\.ts:2\n +When a reader asks for \{string\} +steps\/book\.steps\.ts:\d+/,
    )
  })

  it('costs a good plan nothing but its own time', async () => {
    const ran = await run(await open(), 'plan')
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  })
})

const twice = `Feature: Twice

  Scenario: asks
    When a reader asks for "Emma"

  Scenario: asks
    When a reader asks for "Persuasion"
`

const lost = `Feature: Lost

  Scenario: asks
    Givn "Emma" is lent
    When a reader asks for "Emma"
    Then the reader gets it
`

it.each(['run', 'plan'])(
  'a scenario is refused by %s when its first step is a description',
  async (command) => {
    const ran = await run(await open({ 'features/lost.feature': lost }), command, 'features/lost.feature')
    expect(ran.exitCode, ran.stderr).toBe(3)
    expect(ran.stderr).toContain(
      'features/lost.feature:4:5: expected valid Gherkin, received "Givn "Emma" is lent", which is a description. Write "Given".',
    )
  },
)

describe('a scenario that never runs', () => {
  it.each(['run', 'plan'])('is told by %s, which goes on with the others', async (command) => {
    const ran = await run(await open({ 'features/twice.feature': twice }), command, 'features/twice.feature')
    expect(ran.exitCode, ran.stderr).toBe(0)
    expect(ran.stderr).toContain('✕ asks\n  features/twice.feature:6  never runs: it is the same as line 3\n')
  })

  it('is told with the reason where it is all that was asked for', async () => {
    const ran = await run(await open({ 'features/twice.feature': twice }), 'run', 'features/twice.feature:6')
    expect(ran.exitCode).toBe(3)
    expect(ran.stderr).toContain('features/twice.feature:6 never runs: it is the same as line 3.')
  })
})

const readerSteps = `// Readers: who they are.
import { Given, Then, When } from '@cucumber/cucumber'

/** She may lend books; who lends becomes known. */
Given('{word} is a reader', function (_: string) {})

/** A card is made out. */
When('{word} becomes a reader', function (_: string) {})

/** Whatever the card says. */
Then(/^the card of (\\S+) is (valid|out of date)$/, function (_name: string, _state: string) {})
`

const readers = `Feature: Readers

  Scenario: a reader has a card
    Given Zoë is a reader
    When Anna becomes a reader
    Then the card of Anna is valid
    And the card of Zoë is out of date
`

describe('the catalogue page', () => {
  let browser: Browser
  let page: Page
  let url: string

  beforeAll(async () => {
    const folder = await open({ 'steps/reader.steps.ts': readerSteps, 'features/readers.feature': readers })
    await runAirlock(['steps', ...target, '--write'], { cwd: folder })
    url = pathToFileURL(join(folder, 'docs', 'steps', 'index.html')).href
    browser = await openBrowser()
  })
  afterAll(async () => browser.close())

  async function show(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    })
    context.setDefaultTimeout(10_000)
    const shown = await context.newPage()
    await shown.goto(url)
    return shown
  }

  beforeEach(async () => {
    page = await show()
    return async () => page.context().close()
  })

  const phrases = () => page.locator('.phrase:visible')
  const status = () => page.getByRole('status').textContent()
  const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()')

  it('finds while one types, in phrases, meanings, examples and values', async () => {
    const search = page.getByRole('searchbox')
    const found = async (text: string) => {
      await search.fill(text)
      return page
        .locator('.phrase:visible .copy')
        .evaluateAll((all) => all.map(({ dataset }) => dataset.copy))
    }
    expect(await isFocused(search)).toBe(true)
    await search.pressSequentially('card rea')
    expect(await status()).toBe('2 of 7 phrases')
    expect(await found('known')).toEqual(['Given {word} is a reader'])
    expect(await found('ZOE')).toEqual(['Given {word} is a reader'])
    expect(await found('out date')).toEqual(['Then the card of … is (valid|out of date)'])
    expect(await found('no such words')).toEqual([])
    await page.getByRole('button', { name: 'Show all' }).click()
    expect(await phrases().count()).toBe(7)
  })

  it('puts phrases that say it before those that only mean it', async () => {
    await page.getByRole('searchbox').fill('becomes')
    expect(await page.locator('.phrase:visible .copy').allTextContents()).toEqual([
      expect.stringMatching(/When\s+\{word\} becomes a reader/),
      expect.stringMatching(/Given\s+\{word\} is a reader/),
    ])
  })

  it('narrows to one kind of step', async () => {
    await page.getByText('Then', { exact: true }).first().click()
    const keywords = await page.locator('.phrase:visible .keyword').allTextContents()
    expect(keywords).toEqual(['Then', 'Then', 'Then'])
  })

  it('is worked with the keyboard alone, and copies the phrase', async () => {
    await page.keyboard.type('becomes a reader')
    await page.keyboard.press('ArrowDown')
    expect(await isFocused(phrases().first().locator('.copy'))).toBe(true)
    await page.keyboard.press('Enter')
    await page.locator('.copied').waitFor()
    expect(await clipboard()).toBe('When {word} becomes a reader')
    expect(await status()).toBe('Copied: When {word} becomes a reader')
    await page.keyboard.press('ArrowUp')
    expect(await isFocused(page.getByRole('searchbox'))).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('/')
    expect(await isFocused(page.getByRole('searchbox'))).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })

  it('copies the example of a phrase, and the first phrase by Enter in the search', async () => {
    const search = page.getByRole('searchbox')
    await search.fill('becomes a reader')
    await phrases().first().getByTitle('Copy the example').click()
    await page.locator('.copied').waitFor()
    expect(await clipboard()).toBe('When Anna becomes a reader')
    await search.fill('told out')
    await search.press('Enter')
    await page.locator('.copied', { hasText: 'is told' }).waitFor()
    expect(await clipboard()).toBe('Then the reader is told that it is out')
  })

  it('shows where a phrase is used, and where it is defined', async () => {
    await page.getByRole('searchbox').fill('card is valid')
    await phrases().first().locator('summary').click()
    const places = phrases().first().locator('details li')
    expect((await places.allTextContents()).map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'features/readers.feature:6, 7',
      'defined at steps/reader.steps.ts:11',
    ])
  })

  it('keeps a search in its address', async () => {
    await page.getByRole('searchbox').fill('becomes')
    const shown = await phrases().count()
    const again = await page.context().newPage()
    await again.goto(page.url())
    expect(await again.locator('.phrase:visible').count()).toBe(shown)
  })

  it('searches for an address that was typed by hand', async () => {
    const again = await page.context().newPage()
    await again.goto(`${url}#q=becomes%`)
    expect(await again.getByRole('searchbox').inputValue()).toBe('becomes%')
    expect(await again.getByRole('status').textContent()).toBe('2 of 7 phrases')
  })

  it.each([
    ['light', 1200],
    ['dark', 360],
  ] as const)('can be read in %s at %i pixels, and asks for nothing', async (colorScheme, width) => {
    // The page of the suite itself, as it is published.
    const published = pathToFileURL(join(root, 'docs', 'steps', 'index.html')).href
    const asked: string[] = []
    const narrow = await show({ colorScheme, viewport: { width, height: 740 } })
    narrow.on('request', (request) => asked.push(request.url()))
    await narrow.goto(published)
    expect(await isTooWide(narrow)).toBe(false)
    expect(asked).toEqual([published])
    await narrow.context().close()
  })

  it('is a list to read where scripts do not run', async () => {
    const plain = await show({ javaScriptEnabled: false })
    expect(await plain.locator('.phrase:visible').count()).toBe(7)
    await plain.context().close()
  })
})
