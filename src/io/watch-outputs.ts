// Where nobody listens for it, Node ends a process whose output cannot be written with 1, and 1 means "block". A reader
// that has gone, as in `airlock … | head`, has had enough and changes nothing; an answer that got lost is a fault.
import { exitCodes } from './environment.ts'

type Watched = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'on' | 'exitCode'>

/** From now on an output that fails decides the exit code, unless its reader has gone. */
export function watchOutputs(process: Watched): void {
  let isLost = false
  const lose = (error: NodeJS.ErrnoException, name: string): void => {
    if (error.code === 'EPIPE' || isLost) return
    isLost = true
    // It is known only after the write, and the command sets its own code at its end.
    process.on('exit', () => {
      process.exitCode = exitCodes.fault
    })
    process.stderr.write(`Airlock itself has failed: ${name} could not be written (${error.message}).\n`)
  }
  process.stdout.on('error', (error) => lose(error, 'stdout'))
  process.stderr.on('error', (error) => lose(error, 'stderr'))
}
