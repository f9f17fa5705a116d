// What the measure of spreadsheets calls.
export { openWorld } from '../src/host/world.ts'
export { openTable } from '../src/input/table/open-table.ts'
