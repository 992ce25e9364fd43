// `airlock lint` as people and pipelines call it.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { LintFinding } from '../../src/plan/lint/lint-finding.ts'
import { runAirlock } from '../airlock.ts'
import { openProject, target, type OpenProject } from '../open-project.ts'

const opened: OpenProject[] = []

async function open(files: Record<string, string>): Promise<string> {
  const project = await openProject(files)
  opened.push(project)
  return project.folder
}

async function lint(cwd: string, ...args: string[]) {
  return runAirlock(['lint', ...target, ...args], { cwd })
}

afterAll(async () => {
  await Promise.all(opened.map(async (project) => project.close()))
})

const misspelt = `@service:loan
Feature: Misspelt

  Scenario: one
    When a reader ask for "Emma"
    Then the reader gets it
`

describe('airlock lint', () => {
  it('finds nothing to mend in the features and policies of the reference platform', async () => {
    const ran = await runAirlock(['lint'])
    expect(ran.exitCode, ran.stdout).toBe(0)
    expect(ran.stdout).not.toMatch(/\d errors? /)
  })

  it('passes with warnings alone', async () => {
    const ran = await lint(await open({}))
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
    expect(ran.stdout).toContain('phrases-explained')
    expect(ran.stdout).toMatch(/^\d+ warnings in 1 feature and \d policy files$/m)
  })

  it('leaves with 3 for anything that does not work, each with its place and what to do', async () => {
    const ran = await lint(await open({ 'features/bad.feature': misspelt }))
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toContain('features/bad.feature')
    expect(ran.stdout).toContain('1:1  ✕ There is no service "loan"; did you mean loans?')
    expect(ran.stdout).toContain('5:5  ✕ No phrase fits "a reader ask for "Emma"". Nearest:')
    expect(ran.stdout).toContain('When a reader asks for "Emma"')
    expect(ran.stdout).toMatch(/^2 errors and \d+ warnings in 2 features/m)
  })

  it('tells a file in another encoding, leaves it as it is, and looks at the others', async () => {
    const cwd = await open({ 'features/bad.feature': misspelt })
    const bytes = Buffer.from('Feature: Fees\n\n  Scenario: m\xfcde', 'latin1')
    await writeFile(join(cwd, 'features/old.feature'), bytes)
    const ran = await lint(cwd, '--fix')
    expect(ran).toMatchObject({ exitCode: 3, stdout: expect.stringContaining('There is no service "loan"') })
    expect(ran.stdout).toMatch(/features\/old\.feature\n +3:1 +✕ Expected text in UTF-8, received bytes/)
    expect(await readFile(join(cwd, 'features/old.feature'))).toEqual(bytes)
    expect(await runAirlock(['plan', ...target], { cwd })).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('features/old.feature:3: expected text in UTF-8'),
    })
  })

  it('looks at what is named, and then says nothing of phrases that others may use', async () => {
    const cwd = await open({ 'features/bad.feature': misspelt })
    expect(await lint(cwd, 'features/books')).toMatchObject({
      exitCode: 0,
      stdout: '✓ nothing to mend in 1 feature and 0 policy files\n',
    })
    expect(await lint(cwd, 'policy/targets/library.yaml')).toMatchObject({
      exitCode: 0,
      stdout: '✓ nothing to mend in 0 features and 1 policy file\n',
    })
    const ran = await lint(cwd, 'features/nowhere')
    expect(ran).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('features/nowhere') })
  })

  it('prints one JSON document', async () => {
    const ran = await lint(await open({ 'features/bad.feature': misspelt }), '--json')
    const { schema, features, findings } = JSON.parse(ran.stdout) as {
      schema: string
      features: number
      findings: LintFinding[]
    }
    expect([schema, features]).toEqual(['airlock.lint/1', 2])
    expect(findings.filter(({ level }) => level === 'error')).toMatchObject([
      { file: 'features/bad.feature', line: 1, column: 1, rule: 'services-known' },
      { file: 'features/bad.feature', line: 5, column: 5, rule: 'steps-defined' },
    ])
    expect(ran.exitCode).toBe(3)
  })

  it('prints annotations, and refuses a form that does not exist', async () => {
    const cwd = await open({ 'features/bad.feature': misspelt })
    const ran = await lint(cwd, '--format', 'github')
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toContain(
      '::error file=features/bad.feature,line=1,col=1,title=services-known::There is no service',
    )
    expect(await lint(cwd, '--format', 'yaml')).toMatchObject({ exitCode: 3 })
  })

  it('checks every policy file, with its line, by what the other commands would say', async () => {
    const cwd = await open({
      'policy/policy.yaml': 'rules:\n  flake-bugdet: { level: block }\n',
      'policy/tags.yaml': 'tags:\n  "a b": x\n',
      'policy/waivers.yaml': '- [\n',
      'policy/targets/other.yaml': 'name: other\n',
    })
    const ran = await lint(cwd)
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toMatch(/policy\/policy\.yaml\n +2:17 +✕ rules\.flake-bugdet/)
    expect(ran.stdout).toMatch(/policy\/tags\.yaml\n +2:/)
    expect(ran.stdout).toMatch(/policy\/waivers\.yaml\n/)
    expect(ran.stdout).toMatch(/policy\/targets\/other\.yaml\n/)
  })

  it('refuses a waiver of a rule that there is not, and a suite that is no tag expression', async () => {
    const waiver = `- rule: release-declare
  reason: r
  owner: o
  link: https://x.example/1
  created: 2026-11-01
  expires: 2026-11-20
`
    const cwd = await open({
      'policy/policy.yaml': "kinds: { patch: { suite: '@smoke and (' } }\n",
      'policy/waivers.yaml': waiver,
    })
    const { exitCode, stdout } = await lint(cwd, 'policy')
    expect(exitCode).toBe(3)
    expect(stdout).toMatch(/policy\/policy\.yaml\n +1:26 +✕ kinds\.patch\.suite: expected a tag expression/)
    expect(stdout).toMatch(/policy\/waivers\.yaml\n +1:9 +✕ \[0\]\.rule: expected a rule, one of/)
  })

  it('is not green where there was nothing to look at', async () => {
    const ran = await lint(await open({ 'README.md': '# R\n' }), 'README.md')
    expect(ran).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('nothing of that kind') })
  })

  it('knows the tags that a team has listed, and what any target offers', async () => {
    const text = misspelt
      .replace('@service:loan', '@service:loans @our-own @needs:moon')
      .replace('ask for', 'asks for')
    const cwd = await open({
      'features/bad.feature': text,
      'policy/tags.yaml': 'tags: { our-own: what we look at on Mondays }\n',
      'policy/targets/moon.yaml':
        'name: moon\nservices: { loans: x }\nidentity: { url: x, version: $.x }\noffers: [moon]\n',
    })
    expect(await lint(cwd, 'features')).toMatchObject({ exitCode: 0 })
    const without = await open({ 'features/bad.feature': text })
    const ran = await lint(without, 'features')
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toContain('Nothing knows the tag @our-own')
    expect(ran.stdout).toContain('There is no target that offers "moon"')
  })

  it('tells of code that cannot be loaded, beside everything else', async () => {
    const cwd = await open({
      'features/bad.feature': misspelt,
      'steps/broken.steps.ts': 'throw new Error("not today")\n',
    })
    const ran = await lint(cwd)
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toContain('not today')
    expect(ran.stdout).toContain('code-loads')
    expect(ran.stdout).toContain('services-known')
  })

  it('says so when the target itself cannot be read', async () => {
    const ran = await lint(await open({ 'policy/targets/library.yaml': 'name: library\n' }))
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toContain('policy/targets/library.yaml')
    expect(ran.stderr).toContain('Features were not looked at')
  })
})

const untidy = `# language: de
@service:loans @smoke
Funktionalität:   Ausleihe
   Szenario: eins
      # Ein Wort dazu.
      Wenn a reader asks for "Emma"
      Dann the reader gets it
   Szenariogrundriss: zwei
      Wenn a reader asks for "<title>"
      Dann the reader gets it
      Beispiele:
       |title|
       |Middlemarch \\| 2|
`

describe('airlock lint --fix', () => {
  it('puts the formatting right and says which files it changed', async () => {
    const cwd = await open({ 'features/untidy.feature': untidy })
    const ran = await lint(cwd, '--fix', 'features')
    expect(ran).toMatchObject({ exitCode: 0, stderr: 'formatted features/untidy.feature\n' })
    expect(await readFile(join(cwd, 'features/untidy.feature'), 'utf8')).toBe(`# language: de
@service:loans
@smoke
Funktionalität: Ausleihe

  Szenario: eins
    # Ein Wort dazu.
    Wenn a reader asks for "Emma"
    Dann the reader gets it

  Szenariogrundriss: zwei
    Wenn a reader asks for "<title>"
    Dann the reader gets it

    Beispiele:
      | title            |
      | Middlemarch \\| 2 |
`)
    expect(await lint(cwd, '--fix', 'features')).toMatchObject({ exitCode: 0, stderr: '' })
  })

  it('leaves alone what formatting would change the meaning of', async () => {
    // The formatter puts JSON right, which the platform may take for something else.
    const text =
      'Feature: F\n\n  Scenario: one\n    Given "Emma" is lent\n      """json\n\n      {"a": 1}\n\n      """\n'
    const cwd = await open({ 'features/odd.feature': text })
    const ran = await lint(cwd, '--fix', 'features/odd.feature')
    expect(ran.stderr).toBe('left features/odd.feature as it is: formatting would change what it says\n')
    expect(await readFile(join(cwd, 'features/odd.feature'), 'utf8')).toBe(text)
  })

  it('leaves alone what the formatter cannot print, and formats the others', async () => {
    const comments = '# all of it\n# commented out\n'
    const cwd = await open({ 'features/none.feature': comments, 'features/untidy.feature': untidy })
    const ran = await lint(cwd, '--fix', 'features')
    expect(ran).toMatchObject({ exitCode: 3, stdout: expect.stringContaining('The file holds no feature') })
    expect(ran.stderr).toContain('left features/none.feature as it is: the formatter cannot read it')
    expect(ran.stderr).toContain('formatted features/untidy.feature')
    expect(await readFile(join(cwd, 'features/none.feature'), 'utf8')).toBe(comments)
  })

  it('touches nothing that it cannot read, and still tells what is wrong with it', async () => {
    const text = 'Feature: F\n   Scenario: one\n      Given x\n   Oops\n'
    const cwd = await open({ 'features/broken.feature': text })
    const ran = await lint(cwd, '--fix', 'features')
    expect(ran).toMatchObject({ exitCode: 3, stderr: '' })
    expect(await readFile(join(cwd, 'features/broken.feature'), 'utf8')).toBe(text)
  })
})
