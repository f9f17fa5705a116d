// Path data (SVG 2, 9.3) as absolute lines and cubics. As in browsers, what follows a mistake is not drawn.
import type { Path, Segment } from '../../model/geometry.ts'
import { arcToCubics } from './arc.ts'

const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }

type Cursor = { x: number; y: number; startX: number; startY: number; controlX: number; controlY: number; last: string }

export type PathData = {
  readonly path: Path
  /** False when a mistake cut it short. */
  readonly whole: boolean
  /** Indexes of segments inside an arc, whose ends are no vertices: markers stand on vertices. */
  readonly inner: ReadonlySet<number>
}

/** The path of `d`. */
export function parsePathData(source: string): PathData {
  const path: Segment[] = []
  const inner = new Set<number>()
  const cursor: Cursor = { x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0, last: '' }
  const scanner = makeScanner(source)
  let command = ''
  for (;;) {
    const next = scanner.command()
    if (next === undefined && scanner.done()) return { path, whole: true, inner }
    if (next !== undefined) command = next
    else if (command === '' || command === 'z' || command === 'Z') return { path, whole: false, inner }
    if (path.length === 0 && command !== 'm' && command !== 'M') return { path, whole: false, inner }
    const values = scanner.values(command.toLowerCase())
    if (!values) return { path, whole: false, inner }
    const before = path.length
    draw(path, cursor, command, values)
    if (command === 'a' || command === 'A') for (let at = before; at < path.length - 1; at++) inner.add(at)
    if (command === 'm') command = 'l'
    else if (command === 'M') command = 'L'
  }
}

function makeScanner(source: string) {
  const number = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y
  const flag = /[\s,]*([01])/y
  const letter = /[\s,]*([mlhvcsqtazMLHVCSQTAZ])/y
  const space = /[\s,]*/y
  let at = 0
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at = pattern.lastIndex
    return match?.[1]
  }
  return {
    command: () => take(letter),
    done: () => {
      take(space)
      return at >= source.length
    },
    values: (command: string): number[] | undefined => {
      const values: number[] = []
      for (let index = 0; index < (ARGUMENTS[command] ?? 0); index++) {
        const value = take(command === 'a' && (index === 3 || index === 4) ? flag : number)
        if (value === undefined) return undefined
        values.push(Number(value))
      }
      return values
    },
  }
}

function draw(path: Segment[], cursor: Cursor, command: string, values: readonly number[]): void {
  const kind = command.toLowerCase()
  const relative = kind === command
  const dx = relative ? cursor.x : 0
  const dy = relative ? cursor.y : 0
  const value = (index: number): number => values[index] ?? 0
  const px = (index: number): number => value(index) + dx
  const py = (index: number): number => value(index) + dy
  // After a close, drawing goes on from the start of the closed subpath.
  if (cursor.last === 'z' && kind !== 'm' && kind !== 'z') path.push(['M', cursor.x, cursor.y])
  switch (kind) {
    case 'm':
      cursor.startX = px(0)
      cursor.startY = py(1)
      path.push(['M', px(0), py(1)])
      moveTo(px(0), py(1))
      break
    case 'l':
      lineTo(px(0), py(1))
      break
    case 'h':
      lineTo(px(0), cursor.y)
      break
    case 'v':
      lineTo(cursor.x, value(0) + dy)
      break
    case 'c':
      cubicTo(px(0), py(1), px(2), py(3), px(4), py(5))
      break
    case 's': {
      const [x1, y1] = reflected('cs')
      cubicTo(x1, y1, px(0), py(1), px(2), py(3))
      break
    }
    case 'q':
      quadraticTo(px(0), py(1), px(2), py(3))
      break
    case 't': {
      const [x1, y1] = reflected('qt')
      quadraticTo(x1, y1, px(0), py(1))
      break
    }
    case 'a': {
      const end = [px(5), py(6)] as const
      const arc = { rx: value(0), ry: value(1), turn: value(2), large: value(3) === 1, sweep: value(4) === 1 }
      path.push(...arcToCubics([cursor.x, cursor.y], end, arc))
      moveTo(...end)
      break
    }
    case 'z':
      path.push(['Z'])
      moveTo(cursor.startX, cursor.startY)
      break
  }
  cursor.last = kind

  function moveTo(x: number, y: number): void {
    cursor.x = x
    cursor.y = y
    cursor.controlX = x
    cursor.controlY = y
  }
  function lineTo(x: number, y: number): void {
    path.push(['L', x, y])
    moveTo(x, y)
  }
  function cubicTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    path.push(['C', x1, y1, x2, y2, x, y])
    moveTo(x, y)
    cursor.controlX = x2
    cursor.controlY = y2
  }
  function quadraticTo(x1: number, y1: number, x: number, y: number): void {
    const third = (from: number, control: number): number => from + ((control - from) * 2) / 3
    path.push(['C', third(cursor.x, x1), third(cursor.y, y1), third(x, x1), third(y, y1), x, y])
    moveTo(x, y)
    cursor.controlX = x1
    cursor.controlY = y1
  }
  function reflected(after: string): readonly [number, number] {
    if (cursor.last === '' || !after.includes(cursor.last)) return [cursor.x, cursor.y]
    return [2 * cursor.x - cursor.controlX, 2 * cursor.y - cursor.controlY]
  }
}
