import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Deed } from '#tests/support/busy-desk.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { standardContent } from '#tests/support/dossiers.ts';

const fileOf = (version: string): string => {
  const content = standardContent() as { criteria_set: { version: string } };
  content.criteria_set.version = version;
  return Buffer.from(JSON.stringify(content)).toString('base64');
};

/** Deeds on versions of the standard: two drafts are here, one to adopt and one to drop. */
export async function standardDeeds(test: TestDesk): Promise<readonly Deed[]> {
  const take = async (version: string): Promise<string> => {
    const reply = await test.ask('admin', 'standard.import', { fileName: 'x.json', content: fileOf(version) });
    if (!reply.ok) throw new Error('a good standard was refused');
    return reply.version.sha256;
  };
  const [adopted, dropped] = [await take('2027-r1'), await take('2027-r2')];
  return [
    { seat: 'admin', name: 'standard.import', input: { fileName: 'x.json', content: fileOf('2027-r3') } },
    {
      seat: 'admin',
      name: 'standard.adopt',
      input: { sha256: adopted, effectiveFrom: '2027-01-01', password: DEMO_PASSWORD },
    },
    { seat: 'admin', name: 'standard.discard', input: { sha256: dropped, reason: '不再需要' } },
  ];
}
