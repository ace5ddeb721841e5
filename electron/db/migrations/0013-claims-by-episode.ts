/** Claims made before, of a case or to a payer: a new one begins with what they said. */
export const claimsByEpisode = {
  version: 13,
  name: 'claims-by-episode',
  sql: `
CREATE INDEX documents_claims ON documents (episode_id, issued_at) WHERE kind = 'claim-form';
`,
} as const
