import type { z } from 'zod'
import type { Refusal } from '../../shared/ipc/result.ts'

/** Says what is wrong with a request’s input: one sentence for each field, by its path (`fields.npi`). */
export function invalidInput(error: z.ZodError): Refusal {
  const fields: Record<string, string> = {}
  for (const issue of error.issues.slice(0, 50)) fields[issue.path.map(String).join('.') || 'input'] ??= sentence(issue)
  return { code: 'invalid_input', message: 'Some fields need attention.', fields }
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `Remove what does not belong here: ${issue.keys.slice(0, 5).join(', ').slice(0, 120)}.`
  if (issue.message.startsWith('Invalid input') || issue.message.startsWith('Invalid option')) return 'This is missing or not of the right kind.'
  if (issue.message.startsWith('Too big: expected string')) return 'This is too long.'
  return /^Too (big|small)/.test(issue.message) ? 'This is out of range.' : issue.message
}
