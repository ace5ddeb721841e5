import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Hue } from '../shared/practice/colours.ts'

const [light = '', dark = ''] = readFileSync(join(import.meta.dirname, '../renderer/ui/tokens.css'), 'utf8').split(':root[data-mantine-color-scheme="dark"]')

function colour(theme: string, token: string): string {
  const found = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(theme)?.[1]
  if (!found) throw new Error(`--${token} is not in tokens.css.`)
  return found
}

// WCAG 2.2: relative luminance and contrast ratio.
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('hues, %s', (_, theme) => {
  it.each(Hue.options)('%s is readable on every ground, and every ink on its tint', hue => {
    const tint = colour(theme, `hue-${hue}-tint`)
    const grounds = [tint, ...['paper', 'surface', 'sunken'].map(name => colour(theme, name))]
    const least = Math.min(...grounds.map(ground => contrast(colour(theme, `hue-${hue}`), ground)))
    const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'amber', 'red'].map(name => contrast(colour(theme, name), tint))
    expect(Math.min(least, ...inks)).toBeGreaterThanOrEqual(4.5)
  })
})
