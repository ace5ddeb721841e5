/** The demo clinic’s password: it protects nothing, the patients are invented. The lock screen tells it. */
export const DEMO_PASSWORD = 'demo clinic'
