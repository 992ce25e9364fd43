// Reading many small files makes much garbage that dies at once, and the engine answers by letting its nursery grow
// to 64 MB. Held at its first size the gate needs a tenth less memory on a hundred thousand results and takes some
// hundredths longer (bench/gate-bench.ts). The engine looks at this flag at each collection, so it may be set late.
import { setFlagsFromString } from 'node:v8'

/** Below this the nursery stays small by itself. */
const manyFiles = 10_000

/** Keeps the engine's nursery small for the rest of this process, where many files are about to be read. */
export function holdYoungHeap(files: number): void {
  if (files > manyFiles) setFlagsFromString('--semi-space-growth-factor=1')
}
