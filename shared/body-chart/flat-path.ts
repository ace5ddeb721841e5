/** A corner of an outline, in the figure’s own units. */
export type Corner = readonly [x: number, y: number]

const STEPS = [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1]
const ARGUMENTS = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 } as const

type Command = keyof typeof ARGUMENTS
const isCommand = (letter: string): letter is Command => Object.hasOwn(ARGUMENTS, letter)

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/y
const FLAG = /[01]/y

// The two flags of an arc may stand without a space between them and the next number: `a.5.5 0 01.2.3`.
function numbersOf(text: string, command: Command): readonly number[] {
  const found: number[] = []
  for (let place = 0; place < text.length; ) {
    const turn = found.length % 7
    const pattern = command === 'A' && (turn === 3 || turn === 4) ? FLAG : NUMBER
    pattern.lastIndex = place
    const [number] = pattern.exec(text) ?? []
    if (number !== undefined) found.push(Number(number))
    place += number?.length ?? 1
  }
  return found
}

const at = (from: number, control: number, end: number, t: number) => (1 - t) ** 2 * from + 2 * (1 - t) * t * control + t ** 2 * end
const cubicAt = (from: number, c1: number, c2: number, end: number, t: number) =>
  (1 - t) ** 3 * from + 3 * (1 - t) ** 2 * t * c1 + 3 * (1 - t) * t ** 2 * c2 + t ** 3 * end

/** The corners one curve or line adds; `n` are its numbers, already absolute. Arcs are tiny roundings here: their end is enough. */
function cornersOf(command: Command, [x, y]: Corner, n: readonly number[]): readonly Corner[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n
  if (command === 'C') return STEPS.map(t => [cubicAt(x, a, c, e, t), cubicAt(y, b, d, f, t)])
  if (command === 'Q') return STEPS.map(t => [at(x, a, c, t), at(y, b, d, t)])
  if (command === 'H') return [[a, y]]
  if (command === 'V') return [[x, a]]
  if (command === 'Z') return []
  return [[n.at(-2) ?? x, n.at(-1) ?? y]]
}

function absolute(command: Command, n: readonly number[], [x, y]: Corner): readonly number[] {
  if (command === 'H') return n.map(value => value + x)
  if (command === 'V') return n.map(value => value + y)
  if (command === 'A') return [...n.slice(0, 5), (n[5] ?? 0) + x, (n[6] ?? 0) + y]
  return n.map((value, i) => value + (i % 2 === 0 ? x : y))
}

/** The outline of SVG path data as corners, to measure on: curves in eight steps. Throws on a command the figure does not use. */
export function flatPath(path: string): readonly Corner[] {
  const corners: Corner[] = []
  let pen: Corner = [0, 0]
  for (const [, letter = '', text = ''] of path.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const command = letter.toUpperCase()
    if (!isCommand(command) || command === 'S' || command === 'T') throw new RangeError(`Not a command of the figure: ${letter}`)
    const size = ARGUMENTS[command]
    const numbers = numbersOf(text, command)
    for (let i = 0; i < numbers.length; i += size) {
      const own = numbers.slice(i, i + size)
      const added = cornersOf(command, pen, letter === command ? own : absolute(command, own, pen))
      corners.push(...added)
      pen = added.at(-1) ?? pen
    }
  }
  return corners
}

/** How far a point lies from an outline: 0 inside it. */
export function distanceTo(outline: readonly Corner[], [x, y]: Corner): number {
  let isInside = false
  let nearest = Number.POSITIVE_INFINITY
  for (const [i, [ax, ay]] of outline.entries()) {
    const [bx, by] = outline[(i + 1) % outline.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    nearest = Math.min(nearest, Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y))
  }
  return isInside ? 0 : nearest
}
