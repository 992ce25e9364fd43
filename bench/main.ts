// `npm run bench`: every budget as a ratio measured in one run, since seconds differ from machine to machine.
import { benchCold, benchGate, benchGrowth } from './gate-bench.ts'
import { benchSingle } from './single-bench.ts'
import { benchCost, benchOneFile, benchWorkers, type Ratio } from './harness-bench.ts'

const benches: Record<string, () => Promise<Ratio | Ratio[]>> = {
  cost: benchCost,
  file: benchOneFile,
  workers: benchWorkers,
  single: benchSingle,
  gate: benchGate,
  growth: benchGrowth,
  cold: benchCold,
}
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in benches))

if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`)
  process.exitCode = 3
} else {
  for (const name of chosen.length > 0 ? chosen : Object.keys(benches)) {
    const measured = (await benches[name]?.()) ?? []
    ;[measured].flat().forEach(print)
  }
}

function print({ what, ratio, budget, detail, kept }: Ratio): void {
  process.stdout.write(
    `${kept ? 'kept' : 'OVER'}  ${ratio.toFixed(2)}  (${budget})  ${what}\n      ${detail}\n`,
  )
  if (!kept) process.exitCode = 1
}
