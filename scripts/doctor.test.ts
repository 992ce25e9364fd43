// What the doctor calls good has to be what a run then uses.
import { expect, test } from 'vitest'
import { runDoctor } from './doctor.ts'

test('a browser that was named and does not start is not passed over for another', async () => {
  const out = { text: '' }
  const environment = {
    cwd: '.',
    env: { ...process.env, AIRLOCK_BROWSER: '/nowhere/chromium' },
    stdout: { write: (text: string) => (out.text += text) },
    stderr: { write: () => true },
    now: () => 0,
  }
  expect(await runDoctor({}, environment)).toBe(3)
  expect(out.text).toContain('AIRLOCK_BROWSER does not start: /nowhere/chromium')
})
