// The entry of a process that makes kits.
import { startProgram } from './start.ts'

await (await startProgram(true)).startWorker()
