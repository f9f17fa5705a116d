// The kit printed by Debian's headless Chromium through playwright-core: one browser and one tab for all documents.
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { htmlOf, styleOf } from './html.mjs'

export async function open({ fonts, photo }) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const tab = await browser.newPage()
  const style = styleOf(fonts)
  const draw = async (pages, folder) => {
    for (const page of pages) {
      const html = `${folder}/${page.id}.html`
      writeFileSync(html, htmlOf(page, style, pathToFileURL(photo)))
      await tab.goto(String(pathToFileURL(html)))
      await tab.pdf({ path: `${folder}/${page.id}.pdf`, preferCSSPageSize: true, printBackground: true })
    }
  }
  return { draw, close: () => browser.close() }
}
