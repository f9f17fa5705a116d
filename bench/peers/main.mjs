// One kit by one peer, as a whole process: node main.mjs <peer> <content.json> <folder>
import { readFileSync } from 'node:fs'

const [peer, content, folder] = process.argv.slice(2)
const { fonts, kits } = JSON.parse(readFileSync(content, 'utf8'))
const { open } = await import(`./${peer}.mjs`)
await open(fonts)(kits[0].pages, folder)
