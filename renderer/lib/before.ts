import { z } from 'zod'

// Zod's fast path builds functions from text, which the content security policy forbids.
z.config({ jitless: true })

// The colour scheme is set before the first paint, so that a dark window never flashes light.
const chosen = localStorage.getItem('myodesk-color-scheme')
const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
