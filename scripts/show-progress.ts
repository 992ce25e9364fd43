// Progress goes to stderr: over the same lines on a terminal, as a plain line now and then elsewhere.
import type { Environment, Output } from '../src/io/environment.ts'
import type { Case } from '../src/plan/plan.ts'
import {
  applyProgress,
  makeProgressState,
  renderProgress,
  renderProgressLine,
} from '../src/report/render-progress.ts'
import type { Progress } from '../src/run/run-setup.ts'
import { visibleLine } from '../src/notice/visible-text.ts'

export type ProgressView = { show(progress: Progress): void; close(): void }

const plainEveryMs = 5000
const liveEveryMs = 80

/** A view of the run for whoever watches: a person or a log. */
export async function openProgress(cases: readonly Case[], environment: Environment): Promise<ProgressView> {
  let state = makeProgressState(cases)
  const paint = environment.stderr.isTTY ? await openLive(environment.stderr) : openPlain(environment.stderr)
  const everyMs = environment.stderr.isTTY ? liveEveryMs : plainEveryMs
  let paintedMs = environment.now()
  const timer = setInterval(() => paint.draw(state), everyMs)
  return {
    show(progress) {
      state = applyProgress(state, progress)
      if (progress.kind === 'loss')
        paint.say(visibleLine(`lost: ${progress.case.scenario} (${progress.case.tenant}): ${progress.cause}`))
      if (progress.kind === 'hook')
        paint.say(visibleLine(`a hook around all cases failed: ${progress.message.split('\n')[0]}`))
      if (progress.kind === 'stray') paint.say(visibleLine(`left behind: ${progress.message}`))
      if (progress.kind === 'exit')
        paint.say(visibleLine(`a worker left between its cases: ${progress.message}`))
      if (environment.now() - paintedMs < everyMs) return
      paintedMs = environment.now()
      paint.draw(state)
    },
    close() {
      clearInterval(timer)
      paint.draw(state)
      paint.end()
    },
  }
}

type State = ReturnType<typeof makeProgressState>
type Painter = { draw(state: State): void; say(line: string): void; end(): void }

async function openLive(output: Output): Promise<Painter> {
  // Loaded only where there is a terminal to paint on.
  const { createLogUpdate } = await import('log-update')
  // Only a real stream is a terminal.
  const update = createLogUpdate(output as NodeJS.WriteStream)
  return {
    draw: (state) => update(renderProgress(state, output.columns ?? 80)),
    say: (line) => update.persist(line),
    end: () => update.done(),
  }
}

function openPlain(output: Output): Painter {
  let last = ''
  return {
    draw(state) {
      const line = renderProgressLine(state)
      if (line !== last) output.write(`${line}\n`)
      last = line
    },
    say: (line) => void output.write(`${line}\n`),
    end: () => undefined,
  }
}
