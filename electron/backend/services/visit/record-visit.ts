import { ok } from '#shared/base/result.ts';
import type { AnswerView } from '#shared/contract/visits.ts';
import { findLine, judgeAnswer } from '#shared/domain/visit/checklist.ts';
import { bearsLevel } from '#shared/domain/visit/level-evidence.ts';
import { isNowhere } from '#shared/domain/visit/provinces.ts';
import { degreesText } from '#shared/domain/visit/signed-facts.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Service } from '#electron/backend/services/room.ts';
import { currentFacts } from './load-visit.ts';
import { daysOf } from './visit-days.ts';
import { answerView } from './view-visit.ts';
import { recordingOn, storeVisitFact } from './visit-deed.ts';

/** Answers a line. The last answer counts; one that overtakes what its author had not seen says so. */
export const answerLine: Service<'visit.answer'> = (room, { visitId, baseVersion, line, ...given }, caller) => {
  let overtook: AnswerView | null = null;
  const answered = recordingOn(room, visitId, caller, ({ visit }) => {
    const asked = findLine(visit.checklist, line);
    if (asked === undefined) return refuse('visit.line-unknown', { line }, 'line');
    const stands = judgeAnswer(asked, given);
    if (!stands.ok) return refuse(stands.failure.code, stands.failure.data, stands.failure.field);
    const before = currentFacts(visit.facts, 'answer').find(({ subject }) => subject === line);
    if (
      before !== undefined &&
      before.by !== caller.person.id &&
      baseVersion !== null &&
      before.atVersion > baseVersion
    )
      overtook = answerView(room, before);
    storeVisitFact(room, caller, visit, 'answer', line, given);
    return ok(null);
  });
  return answered.ok ? ok({ visit: answered.value, overtook }) : answered;
};

/** Records how far a ladder reaches, when what was done on site bears it. */
export const recordLevel: Service<'visit.level'> = (room, { visitId, record }, caller) =>
  recordingOn(room, visitId, caller, ({ visit }) => {
    const bears = bearsLevel(record, { today: room.today(), visitOn: daysOf(visit.record).on });
    if (!bears.ok) {
      const { code, data, field } = bears.failure;
      return refuse(code, data, `record.${field ?? 'level'}`);
    }
    storeVisitFact(room, caller, visit, 'level', record.kind, record);
    return ok(null);
  });

/** Records what the production and testing lines came to. */
export const recordLines: Service<'visit.lines'> = (room, { visitId, ...lines }, caller) =>
  recordingOn(room, visitId, caller, ({ visit }) => {
    storeVisitFact(room, caller, visit, 'lines', '', lines);
    return ok(null);
  });

/** Records the product test on site, or takes it back. */
export const recordSiteTest: Service<'visit.site-test'> = (room, { visitId, ...test }, caller) =>
  recordingOn(room, visitId, caller, ({ visit }) => {
    storeVisitFact(room, caller, visit, 'site-test', '', test);
    return ok(null);
  });

/** Records where the visit was. */
export const recordPlace: Service<'visit.place'> = (room, { visitId, latitude, longitude }, caller) =>
  recordingOn(room, visitId, caller, ({ visit }) => {
    if (isNowhere({ latitude, longitude })) return refuse('visit.place-nowhere', {}, 'latitude');
    const place = { latitude: degreesText(latitude), longitude: degreesText(longitude) };
    storeVisitFact(room, caller, visit, 'place', '', place);
    return ok(null);
  });
