/** What a complaint or accident concerns: one case (told by its application), its product, or all the enterprise makes. */
export const INCIDENT_SCOPES = ['case', 'product', 'enterprise'] as const;
export type IncidentScope = (typeof INCIDENT_SCOPES)[number];

/** Who told of it; the role only, no person is kept. */
export const INCIDENT_SOURCES = [
  'application',
  'consumer',
  'enterprise',
  'regulator',
  'media',
  'platform',
  'staff',
  'other',
] as const;
export type IncidentSource = (typeof INCIDENT_SOURCES)[number];
