/** What the records tell the windows: something changed (ask again), or the session ended (show the sign-in screen). */
export type AppEvent = { readonly kind: 'changed' } | { readonly kind: 'locked' }
