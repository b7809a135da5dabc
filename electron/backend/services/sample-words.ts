import type { CustodyKind } from '#shared/domain/custody.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Condition } from '#shared/domain/sample-life.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** What a line of the custody book says was done; the words of the shelves. */
export const CUSTODY_WORDS: Readonly<Record<CustodyKind, Bilingual>> = {
  received: sentence('收样', 'Received'),
  refused: sentence('拒收', 'Refused'),
  shelved: sentence('上架', 'Shelved'),
  'taken-out': sentence('取出', 'Taken out'),
  'brought-back': sentence('放回', 'Brought back'),
  retained: sentence('留样', 'Retained'),
  displayed: sentence('展示', 'Displayed'),
  returned: sentence('归还', 'Returned'),
  disposed: sentence('处置', 'Disposed of'),
  missed: sentence('盘点缺失', 'Missing at a count'),
  moved: sentence('移动', 'Moved'),
  unnamed: sentence('移动', 'Moved'),
};

/** How a sample arrived; the words of the reception. */
export const CONDITION_WORDS: Readonly<Record<Condition, Bilingual>> = {
  intact: sentence('完好', 'Intact'),
  damaged: sentence('破损', 'Damaged'),
  leaking: sentence('渗漏', 'Leaking'),
  other: sentence('其他', 'Other'),
};
