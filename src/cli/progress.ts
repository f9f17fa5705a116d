// How far a batch is: one line that moves on a terminal, a line now and then elsewhere.

import type { Progress } from '../batch/batch-request.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { amount } from './measures.ts'

const BAR = 24
/** Milliseconds between two drawings, and between two plain lines. */
const REDRAW = 100
const LINE = 15_000
/** The rate is that of the last moments: a batch speeds up once its processes are warm. */
const WINDOW = 20_000

/** `12 min`, `1 h 05`: what remains is never known better. */
function remaining(seconds: number): Text {
  if (seconds < 60) return amount(Math.max(1, Math.round(seconds)), 's', 's')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return amount(minutes, 'min', 'min')
  const rest = String(minutes % 60).padStart(2, '0')
  return text(`${Math.floor(minutes / 60)}\u00a0h\u00a0${rest}`, `${Math.floor(minutes / 60)} h ${rest}`)
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f')

export class ProgressLine {
  private samples: { readonly at: number; readonly done: number }[] = []
  private drawn = 0
  private said = 0
  private open = false
  private readonly say: (text: Text) => string
  private readonly write: (words: string) => void
  private readonly columns: number | undefined

  /** `columns` when it is a terminal; `write` writes as it is, without a line end. */
  constructor(say: (text: Text) => string, write: (words: string) => void, columns: number | undefined) {
    this.say = say
    this.write = write
    this.columns = columns
  }

  update(progress: Progress, now: number): void {
    this.samples.push({ at: now, done: progress.done })
    this.samples = this.samples.filter(({ at }, index) => now - at < WINDOW || index === this.samples.length - 1)
    const last = progress.done === progress.total
    if (this.columns !== undefined) {
      if (now - this.drawn < REDRAW && !last) return
      this.drawn = now
      this.open = true
      this.write(`\r\u001B[2K${this.lineOf(progress).slice(0, this.columns - 1)}`)
    } else if (now - this.said >= LINE && progress.done > 0 && !last) {
      this.said = now
      this.write(`${this.lineOf(progress)}\n`)
    } else if (this.said === 0) this.said = now
  }

  /** Takes the moving line away, so that others can be written. */
  clear(): void {
    if (this.open) this.write('\r\u001B[2K')
    this.open = false
  }

  private lineOf({ total, done, failed }: Progress): string {
    const full = total === 0 ? BAR : Math.round((done / total) * BAR)
    const bar = this.columns === undefined ? '' : `${'█'.repeat(full)}${'░'.repeat(BAR - full)} `
    const [first, last] = [this.samples[0], this.samples.at(-1)]
    const seconds = ((last?.at ?? 0) - (first?.at ?? 0)) / 1000
    const rate = seconds > 0 ? ((last?.done ?? 0) - (first?.done ?? 0)) / seconds : 0
    const left = rate > 0 ? remaining((total - done) / rate) : undefined
    const pace =
      rate > 0 ? amount(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate), 'kits/s', 'kits/s') : undefined
    const parts = [
      text(`${grouped(done)} / ${grouped(total)}`, `${done} / ${total}`),
      ...(pace ? [pace] : []),
      ...(failed > 0 ? [text(`${grouped(failed)} non ${failed < 2 ? 'fait' : 'faits'}`, `${failed} not made`)] : []),
      ...(left && done < total ? [text(`reste ${left.fr}`, `${left.en} left`)] : []),
    ]
    return bar + parts.map(this.say).join(' · ')
  }
}
