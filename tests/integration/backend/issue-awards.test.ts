import { expect, it, onTestFinished } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, prepareForDecision, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk } from '#tests/support/desk.ts';

const CASE = 'C-2026-90001';

it('a name whose certificate could not be printed gets no number', async () => {
  const test = await openPeopledDesk();
  onTestFinished(() => test.close());
  const application = wholeApplication();
  await importAs(test, 'peng', [{ ...application, product: { ...application.product, name: '千两茶🍵' } }]);
  await prepareForDecision(test, CASE);
  const { version } = await test.ask('tang', 'case.get', { caseId: CASE });
  await test.ask('tang', 'case.decide', { caseId: CASE, baseVersion: version, password: DEMO_PASSWORD });
  expect(await test.refused('he', 'award.issue', { caseIds: [CASE], password: DEMO_PASSWORD })).toMatchObject({
    code: 'award.missing-glyph',
    data: { caseId: CASE, character: '🍵', codePoint: 'U+1F375' },
  });
  expect((await test.ask('he', 'case.get', { caseId: CASE })).award).toBeNull();
});
