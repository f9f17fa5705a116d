// Reads a spreadsheet to its end and drops every row: node sheet-loop.mjs <file>. Prints the rows, the times and the peak memory.
import { openTable, openWorld } from '../dist/bench/sheets.cjs'

const start = performance.now()
const { value } = await openTable(process.argv[2], {}, openWorld({}))
let rows = 0
for await (const _ of value.rows()) rows++
const wall = performance.now() - start
const { user, system } = process.cpuUsage()
const peak = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ rows, wall, cpu: (user + system) / 1000, peak }))
