/** What the records tell the windows: something changed (ask again), the session ended (show the sign-in screen), or the program is about to end (send the last words). */
export type AppEvent = { readonly kind: 'changed' } | { readonly kind: 'locked' } | { readonly kind: 'closing' }
