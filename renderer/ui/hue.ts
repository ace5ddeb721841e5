import type { Hue } from '../../shared/practice/colours.ts'
import css from './hue.module.css'

/** The hues in words, as they are named beside every swatch and in every key. */
export const HUE_NAMES: Readonly<Record<Hue, string>> = {
  teal: 'Teal',
  moss: 'Moss',
  ochre: 'Ochre',
  clay: 'Clay',
  rose: 'Rose',
  plum: 'Plum',
  indigo: 'Indigo',
  slate: 'Slate',
}

/**
 * The class that brings a hue to whatever is inside: `--hue` (edge, icon, text: AA on every ground and on its tint), `--hue-tint` (ground; every ink reads on
 * it) and `--hue-line` (hairline).
 */
export const hueOf = (hue: Hue): string => css[hue] ?? ''
