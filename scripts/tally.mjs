// Sums the reports of vitest in a folder, names what failed, and closes with "N passed, N failed".
// A step other than tests that stopped the run counts as one failure.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, stopped] = process.argv.slice(2)
const reports = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => ({ name: name.replace(/\.json$/, ''), report: JSON.parse(readFileSync(join(folder, name), 'utf8')) }))

for (const { name, report } of reports) {
  for (const { assertionResults, status, name: file, message } of report.testResults) {
    const failed = assertionResults.filter(result => result.status === 'failed')
    for (const { fullName } of failed) console.log(`failed on ${name}: ${fullName}`)
    if (status === 'failed' && failed.length === 0) console.log(`failed on ${name}: ${file} ${message}`)
  }
}

const sum = count => reports.reduce((total, { report }) => total + count(report), 0)
const passed = sum(report => report.numPassedTests)
const skipped = sum(report => report.numPendingTests + report.numTodoTests)
/** A file that cannot be loaded has no test of its own to fail. */
const unloaded = report =>
  report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some(result => result.status === 'failed'),
  ).length
const failed = sum(report => report.numFailedTests + unloaded(report)) + (stopped ? 1 : 0)

if (stopped) console.log(`stopped at: ${stopped}`)
if (skipped > 0) console.log(`${skipped} skipped`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
