import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { LineAnswer, Severity } from './checklist.ts';
import type { LevelRecord, Means } from './level-evidence.ts';
import type { PhotoWarning } from './photo-warnings.ts';
import type { DaysKind } from './visit-days.ts';
import type { VisitState } from './visit-state.ts';

/*
 * What a visit's screen and its report both say, so that the paper speaks of nothing by another name.
 */

/** What a line of the checklist is answered. */
export const ANSWER_WORDS = {
  yes: sentence('是', 'Yes'),
  no: sentence('否', 'No'),
  partly: sentence('部分', 'Partly'),
  'not-applicable': sentence('不适用', 'Not applicable'),
} as const satisfies Readonly<Record<LineAnswer, Bilingual>>;

/** How grave a finding is. */
export const SEVERITY_WORDS = {
  observation: sentence('观察项', 'Observation'),
  minor: sentence('轻微', 'Minor'),
  major: sentence('较重', 'Major'),
  critical: sentence('严重', 'Critical'),
} as const satisfies Readonly<Record<Severity, Bilingual>>;

/** What bears a level. */
export const MEANS_WORDS = {
  viewed: sentence('查看', 'viewed'),
  'cross-checked': sentence('比对', 'cross-checked'),
  drilled: sentence('演练', 'drilled'),
} as const satisfies Readonly<Record<Means, Bilingual>>;

/** Where a visit stands. */
export const STATE_WORDS = {
  planned: sentence('已安排', 'Planned'),
  'under-way': sentence('进行中', 'Under way'),
  closed: sentence('已办结', 'Closed'),
  cancelled: sentence('已取消', 'Cancelled'),
} as const satisfies Readonly<Record<VisitState, Bilingual>>;

/** When a visit took place, with `{on}`, `{until}` and `{planned}`. */
export const DAYS_WORDS = {
  day: sentence('{on}', '{on}'),
  span: sentence('{on} 至 {until}', '{on} to {until}'),
  moved: sentence('计划 {planned}，{on} 开始', 'planned for {planned}, begun on {on}'),
  'moved-span': sentence('计划 {planned}，{on} 至 {until}', 'planned for {planned}, {on} to {until}'),
} as const satisfies Readonly<Record<DaysKind, Bilingual>>;

/** Which ladder a recorded level stands on. */
export const LADDER_WORDS = {
  traceability: sentence('产品溯源', 'Traceability'),
  'risk-control': sentence('风控制度', 'Risk control'),
} as const satisfies Readonly<Record<LevelRecord['kind'], Bilingual>>;

/** What the lines and the test on site come to; `open` while it is not decided. */
export const OUTCOME_WORDS = {
  passed: sentence('合格', 'passed'),
  failed: sentence('不合格', 'failed'),
  open: sentence('未定', 'open'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Where a corrective action stands. */
export const CORRECTIVE_WORDS = {
  open: sentence('未完成', 'open'),
  done: sentence('已完成', 'done'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What was recorded of the visit's results. */
export const RESULT_WORDS = {
  lines: sentence('生产线与检测线', 'Production and testing lines'),
  siteTest: sentence('现场检验', 'Product test on site'),
  place: sentence('核验地点', 'Place of the visit'),
  photos: sentence('其他照片', 'Other photos'),
  level: sentence('达到的水平', 'Level reached'),
  seen: sentence('看到了什么', 'What was seen'),
  inspected: sentence('已到现场查看', 'Inspected on site'),
  recordsViewed: sentence('已核对生产与检测资料', 'Production and test records viewed'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Why the lines count as something else than was recorded; `{outcome}` is one of {@link OUTCOME_WORDS}. */
export const COMES_TO: Bilingual = sentence(
  '因未完成的整改，目前按“{outcome}”计',
  'With corrective actions open it counts as “{outcome}” for now',
);

/** What does not fit about the place that was recorded of a visit. */
export const PLACE_OUTSIDE: Bilingual = sentence(
  '核验地点不在{provinceZh}内，请核对',
  'The place lies outside {provinceEn}; check it',
);

/** What does not fit about a photo, with `{day}`, `{km}` or the names of the enterprise's province; `apart` is far from the other photos. */
export const PHOTO_WARNING_WORDS = {
  future: sentence(
    '拍摄日期 {day} 在将来，请核对相机时间',
    'Taken on {day}, which is in the future; check the camera’s clock',
  ),
  'other-day': sentence('拍摄于 {day}，不在核验期间', 'Taken on {day}, not during the visit'),
  outside: sentence('照片位置不在{provinceZh}内', 'Taken outside {provinceEn}'),
  far: sentence('拍摄位置离核验地点 {km} 公里', 'Taken {km} km from the place of the visit'),
  apart: sentence('拍摄位置离其他照片 {km} 公里', 'Taken {km} km from the other photos'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Which of {@link PHOTO_WARNING_WORDS} says a warning. */
export const warningKind = (warning: PhotoWarning): keyof typeof PHOTO_WARNING_WORDS =>
  warning.kind === 'far' && warning.from === 'other-photos' ? 'apart' : warning.kind;
