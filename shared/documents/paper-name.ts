import { safeName } from './file-name.ts'

/** The file name of a paper: `SB-2026-0118 Reyes Marisol.pdf`. Safe on every system, at most 120 characters before its ending. */
export const paperName = (number: string, lastName: string, firstName: string): string => `${safeName(`${number} ${lastName} ${firstName}`)}.pdf`
