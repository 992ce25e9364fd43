// Ends its process when the parent has died: the main thread may be spinning in a step and never find out.
import { workerData } from 'node:worker_threads'

const everyMs = 500

setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL')
}, everyMs)
