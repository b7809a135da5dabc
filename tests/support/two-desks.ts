import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { enrolmentCode } from './test-desk.ts';

/** A desk of a code with the sample people signed in; it has joined nothing yet. */
export async function openDeskOf(code: string): Promise<TestDesk> {
  const test = openTestDesk();
  test.desk.room.store.transaction(() => setFact(test.desk.room.store, 'desk.code', code));
  await test.ask('admin', 'demo.start', { applications: false });
  for (const login of ['admin', 'peng', 'shen', 'lu', 'qin', 'tan', 'tang', 'he'])
    await test.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
  return test;
}

/** Joins a platform. */
export async function enrolAt(test: TestDesk, origin: string): Promise<void> {
  await test.ask('admin', 'sync.enrol', { origin, code: await enrolmentCode(origin) });
}
