/** The demo clinic’s password: it protects nothing, the patients are invented. */
export const DEMO_PASSWORD = 'demo clinic'
