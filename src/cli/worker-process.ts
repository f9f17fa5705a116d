// The entry of a process that makes kits.
import { startProgram } from './start.ts'

void startProgram(true).then(({ startWorker }) => startWorker())
