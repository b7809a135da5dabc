/** Chinese of attached files, the evidence viewer and evidence sheets. */
export const zhEvidence = {};
