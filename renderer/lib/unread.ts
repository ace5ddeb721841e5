/**
 * Whether a field on the screen holds what makes no sense as a date, time or amount; it then says so and takes the focus. To be asked before anything is sent:
 * such a field still stands for the value before, and nobody means to charge or book that.
 */
export function stopAtUnread(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[data-unread]')
  field?.blur()
  field?.focus()
  return field !== null
}
