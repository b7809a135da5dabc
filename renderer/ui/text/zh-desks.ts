/** Chinese of the desks receiving, platform, settings, surveillance and insight. */
export const zhDesks = { receiving: {}, platform: {}, settings: {}, surveillance: {}, insight: {} };
