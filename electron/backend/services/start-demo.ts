import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { expandCodes, locationPath } from '#shared/domain/location.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#shared/domain/demo-people.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { allPeople, findPersonByLogin } from '#electron/backend/store/people-repository.ts';
import { putLocations } from '#electron/backend/store/location-repository.ts';
import { atomically } from './atomically.ts';
import { driveCases } from './demo-job.ts';
import { importApplications, yieldTurn } from './import-applications.ts';
import { hashPassword } from './password.ts';
import { storePerson } from './people.ts';
import { refuse } from './refuse.ts';
import type { OpenService } from './room.ts';
import { sessionView } from './session.ts';

/** The day a demo workspace lives on, so that it gives the same results every year. */
const DEMO_DAY = '2026-11-21';

/** Rooms of the demo, each with six shelves of five boxes. */
const DEMO_ROOMS = [
  ['A', 'ambient', '常温库（样例）'],
  ['B', 'chilled', '冷藏库（样例）'],
  ['F', 'frozen', '冷冻库（样例）'],
] as const;

/**
 * Fills an empty workspace with sample people and, when asked, with the sample workbook's
 * applications, and takes these through the whole job up to the decision.
 */
export const startDemo: OpenService<'demo.start'> = async (room, input, caller) => {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const made = atomically(room, () => {
    if (allPeople(room.store).length > 0) return refuse('workspace.not-empty');
    setFact(room.store, 'workspace.demo', '1');
    setFact(room.store, 'workspace.day', DEMO_DAY);
    for (const [place, storage, name] of DEMO_ROOMS) {
      putLocations(room.store, [place], { name, storage });
      const codes = expandCodes(`${place}-[01-06]-[1-5]`);
      if (!codes.ok) throw new Error('the sample places have codes');
      putLocations(room.store, [...new Set(codes.value.flatMap(locationPath))], { name: '', storage: null });
    }
    for (const person of DEMO_PEOPLE) storePerson(room, { ...person, passwordHash }, 'system');
    return ok(true);
  });
  if (!made.ok) return made;
  if (input.applications) {
    const clerk = findPersonByLogin(room.store, 'peng');
    if (clerk === undefined) throw new Error('the sample clerk is missing');
    const fileName = 'sample-applications.xlsx';
    const content = (await readFile(join(room.folders.resources, 'templates', fileName))).toString('base64');
    const imported = await importApplications(room, { fileName, content }, { ...caller, person: clerk });
    if (!imported.ok) return imported;
  }
  if (input.job) {
    await driveCases(room.askAs, room.folders.resources, (done, total) => {
      room.announce('import.progress', { done, total });
      return yieldTurn();
    });
  }
  room.announce('session.changed', {});
  return ok(sessionView(room, caller.seat));
};
