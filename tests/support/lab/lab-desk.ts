import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { TypedReading } from '#shared/domain/lab/typed-reading.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';

/** A desk with a second inspector, `wen`, and as many tea cases as were asked for, their samples received. */
export interface LabDesk {
  readonly test: TestDesk;
  readonly samples: readonly OutputOf<'sample.receive'>[];
}

/** Readings of every item of the shipped tea plan that pass, by item. */
export const PASSING: Readonly<Record<string, TypedReading>> = {
  lead: { kind: 'quantity', value: '0.52', unit: 'mg/kg' },
  bifenthrin: { kind: 'quantity', value: 'ND', unit: 'mg/kg', lod: '0.005' },
  imidacloprid: { kind: 'quantity', value: '0.11', unit: 'mg/kg' },
  acetamiprid: { kind: 'quantity', value: '<0.01', unit: 'mg/kg' },
  glyphosate: { kind: 'quantity', value: '0.2', unit: 'mg/kg' },
};

/** A plan with one item of every kind, short enough to test with. */
export const FIVE_KINDS = {
  schema: 'otop-test-plan/1',
  id: 'five-kinds',
  version: '1',
  effectiveOn: '2026-11-21',
  category: { zh: '五类项目（样例）', en: 'Five kinds (sample)' },
  categories: ['tea'],
  note: { zh: '测试用', en: 'For tests' },
  items: [
    {
      id: 'lead',
      kind: 'numeric',
      zh: '铅（以 Pb 计）',
      en: 'Lead (as Pb)',
      method: 'GB 5009.12',
      source: { standard: 'GB 2762—2022', clause: '表1' },
      unit: 'mg/kg',
      limit: { operator: '≤', value: '5.0' },
    },
    {
      id: 'sudan',
      kind: 'not-detected',
      zh: '苏丹红Ⅰ',
      en: 'Sudan I',
      method: 'GB/T 19681',
      source: { standard: 'GB 2760—2024', clause: '3' },
      unit: 'μg/kg',
      detectionLimit: '10',
    },
    {
      id: 'coliforms',
      kind: 'microbiological',
      zh: '大肠菌群',
      en: 'Coliforms',
      method: 'GB 4789.3',
      source: { standard: 'GB 7101—2022', clause: '表3' },
      unit: 'CFU/g',
      n: 5,
      c: 2,
      m: '10',
      M: '100',
    },
    {
      id: 'smell',
      kind: 'wording',
      zh: '气味',
      en: 'Smell',
      method: null,
      source: { standard: 'GB/T 14456.1—2017', clause: '4.2' },
      wording: { zh: '无异味', en: 'no off-odour' },
      meets: ['无异味', '正常'],
      fails: ['有异味', '霉味'],
    },
    {
      id: 'net',
      kind: 'net-content',
      zh: '净含量',
      en: 'Net content',
      method: 'JJF 1070',
      source: { standard: 'JJF 1070—2005', clause: '4.3' },
      verify: true,
      rules: 'JJF 1070—2005',
    },
  ],
};

/** A reading of every item of {@link FIVE_KINDS} that passes. */
export const FIVE_PASSING: Readonly<Record<string, TypedReading>> = {
  lead: { kind: 'quantity', value: '0.52', unit: 'mg/kg', lod: '0.02', uncertainty: '0.04' },
  sudan: { kind: 'quantity', value: '未检出', unit: 'μg/kg', lod: '5' },
  coliforms: { kind: 'units', values: ['<10', '10', '8', '<10', '5'], unit: 'CFU/g' },
  smell: { kind: 'wording', text: '无异味' },
  net: {
    kind: 'packages',
    nominal: '500',
    unit: 'g',
    lotSize: '8',
    contents: Array.from({ length: 8 }, () => '501.2'),
  },
};

/** An application of its own case, by serial. */
export function labApplication(serial: number, changes: Parameters<typeof wholeApplication>[0] = {}) {
  const [parcel] = wholeApplication().parcels;
  if (parcel === undefined) throw new Error('the sample application has a parcel');
  return wholeApplication({
    applicationNo: `A-2026-6${String(serial).padStart(4, '0')}`,
    parcels: [{ ...parcel, waybill: `SF1388204${String(serial).padStart(6, '0')}` }],
    ...changes,
  });
}

export const labCaseId = (serial: number): string => `C-2026-6${String(serial).padStart(4, '0')}`;

/** Signs a second inspector in at seat `wen`. */
export async function addSecondInspector(test: TestDesk): Promise<void> {
  await test.ask('admin', 'person.add', {
    login: 'wen',
    name: '文复核（样例）',
    roles: ['inspector'],
    password: DEMO_PASSWORD,
  });
  await test.ask('wen', 'session.sign-in', { login: 'wen', password: DEMO_PASSWORD });
}

/** Opens a {@link LabDesk}. */
export async function openLabDesk(cases = 1, options: Parameters<typeof openPeopledDesk>[0] = {}): Promise<LabDesk> {
  const test = await openPeopledDesk(options);
  await addSecondInspector(test);
  const serials = Array.from({ length: cases }, (_, index) => index + 1);
  await importAs(
    test,
    'peng',
    serials.map((serial) => labApplication(serial)),
  );
  await test.ask('admin', 'test-plan.save', { plan: FIVE_KINDS });
  const samples: OutputOf<'sample.receive'>[] = [];
  for (const serial of serials) samples.push(await receiveAnnounced(test, labCaseId(serial)));
  return { test, samples };
}

/** Orders the five kinds of a sample as the first inspector. */
export const orderFive = (
  test: TestDesk,
  sampleId: string,
  changes: Partial<InputOf<'lab.order'>> = {},
): Promise<OutputOf<'lab.order'>> =>
  test.ask('shen', 'lab.order', { sampleId, planId: 'five-kinds', purpose: 'site-test', ...changes });

/** Readings as `lab.enter` takes them. */
export const readings = (of: Readonly<Record<string, TypedReading>>): InputOf<'lab.enter'>['readings'] =>
  Object.entries(of).map(([itemId, reading]) => ({ itemId, reading: reading as never }));

/** Enters readings of an order as it stands, as `shen` unless told otherwise. */
export async function enter(
  test: TestDesk,
  orderId: string,
  of: Readonly<Record<string, TypedReading>>,
  seat = 'shen',
): Promise<OutputOf<'lab.enter'>> {
  const { version } = await test.ask(seat, 'lab.get', { orderId });
  return test.ask(seat, 'lab.enter', { orderId, baseVersion: version, readings: readings(of) });
}

/** Releases an order as it stands, as the second inspector unless told otherwise. */
export async function release(test: TestDesk, orderId: string, seat = 'wen'): Promise<OutputOf<'lab.release'>> {
  const { version } = await test.ask(seat, 'lab.get', { orderId });
  return test.ask(seat, 'lab.release', { orderId, baseVersion: version, password: DEMO_PASSWORD });
}
