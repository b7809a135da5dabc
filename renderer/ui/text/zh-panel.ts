/** Chinese of the panel, opinions per criterion, appeals, complaints and accidents. */
export const zhPanel = {};
