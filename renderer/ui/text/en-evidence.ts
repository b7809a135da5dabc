/** English of attached files, the evidence viewer and evidence sheets. */
export const enEvidence = {};
