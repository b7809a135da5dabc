import { refuse } from '#electron/backend/services/refuse.ts';
import type { Service } from '#electron/backend/services/room.ts';

const LATER = { zh: '工作簿导入即将加入', en: 'Importing workbooks comes shortly' };

/** Takes a laboratory's workbook in. */
export const importResults: Service<'lab.import'> = () => refuse('intake.refused', LATER, 'content');

/** The workbook to fill in. */
export const resultsTemplate: Service<'lab.template'> = () => refuse('intake.refused', LATER, 'orderIds');
