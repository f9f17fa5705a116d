// What the processes of the tool start with. The build makes one script of all this.
export const startRun = () => import('./run.ts')

export const startWorker = () => import('./batch-worker.ts')
