// Rules of a team's own, judged like ours: what never stopped anything stops the release itself.
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'

const pass = "({ outcome: 'pass', expected: {}, actual: {}, cases: [], tenants: [] })"

/** A rule that is shown a run of Friday the 13th, and what it says. */
const makeModule = (says: string): string => `import { defineRule } from 'airlock/rule'
import { z } from 'zod'
export default defineRule({
  id: 'no-friday',
  title: 'not on a Friday',
  remedy: 'Wait for Monday.',
  settings: z.strictObject({}),
  plant: (sound) => ({ ...sound, now: Date.UTC(2026, 10, 13) }),
  evaluate: ({ now }) => ${says},
})
`

const judge = (says: string): AcceptanceCase =>
  judgeRun(
    {},
    {
      files: {
        'policy/rules/no-friday.ts': makeModule(says),
        'policy/policy.yaml': 'customRules: [{ module: ./rules/no-friday.ts, timeoutSeconds: 20 }]\n',
      },
    },
  )

export const customCases: Readonly<Record<string, AcceptanceCase>> = {
  'a-rule-of-its-own': judge(`({ ...${pass}, outcome: new Date(now).getUTCDay() === 5 ? 'fail' : 'pass' })`),
  'a-rule-of-its-own-that-never-stops-anything': judge(`(now, ${pass})`),
}
