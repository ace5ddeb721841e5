/** Characters that Windows, macOS or Linux refuse in file names, control characters, and marks that turn the direction of text. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu

/** The file name of a paper: `SB-2026-0118 Reyes Marisol.pdf`. Safe on every system, at most 120 characters before its ending. */
export function paperName(number: string, lastName: string, firstName: string): string {
  const words = `${number} ${lastName} ${firstName}`.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
  const short = Array.from(words)
    .slice(0, 120)
    .join('')
    .replace(/[. ]+$/, '')
  return `${short === '' ? 'Paper' : short}.pdf`
}
