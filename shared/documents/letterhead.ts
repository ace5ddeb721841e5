import { z } from 'zod'

/** The clinic as it stands at the top of every paper. */
export const Letterhead = z.strictObject({
  name: z.string(),
  /** Street, city, then “Phone …” and “Fax …”, as printed: at most four. */
  lines: z.array(z.string()).max(4),
  /** A PNG or JPEG as a data URL; empty for none. Printed at most 36 pt high. A picture that cannot be read is left out. */
  logo: z.string(),
})
export type Letterhead = z.infer<typeof Letterhead>

/** The paper in the clinic's printer. */
export const PaperSize = z.enum(['letter', 'a4'])
export type PaperSize = z.infer<typeof PaperSize>
