import { z } from 'zod'

/** The quiet hues that tell practitioners and visit types apart; each has a light and a dark form, and a name beside it wherever it is shown. */
export const Hue = z.enum(['teal', 'moss', 'ochre', 'clay', 'rose', 'plum', 'indigo', 'slate'])
export type Hue = z.infer<typeof Hue>
