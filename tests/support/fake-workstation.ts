import type { Role } from '#shared/domain/roles.ts';

/** What the pretended backend begins with. */
export interface FakeStart {
  readonly roles: readonly Role[];
  /** Nobody has an account yet. */
  readonly firstStart?: boolean;
  /** Nobody is signed in. */
  readonly signedOut?: boolean;
  readonly enrolled?: boolean;
  /** Lists hold nothing. */
  readonly empty?: boolean;
}

/**
 * Puts a pretended backend into a page, for looking at screens without a workspace:
 * `page.addInitScript(installFakeWorkstation, { roles: ['clerk'] })`.
 *
 * It runs in the page, so it reaches nothing outside itself. What it says is invented; calls are
 * kept in `window.fakeCalls`.
 */
export function installFakeWorkstation(start: FakeStart): void {
  type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: object };
  type Input = Readonly<Record<string, unknown>>;
  const today = '2026-11-21';
  const ok = (value: unknown): Reply => ({ ok: true, value });
  const fail = (code: string, rest: object = {}): Reply => ({ ok: false, failure: { code, ...rest } });
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  const tell = (name: string, data: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(data);
  };
  const deskRoles: Readonly<Record<string, readonly Role[]>> = {
    receiving: ['clerk', 'administrator'],
    inspection: ['clerk', 'inspector', 'expert'],
    review: ['expert', 'decider'],
    printing: ['printer'],
    surveillance: ['clerk', 'decider', 'printer', 'administrator'],
    insight: start.roles,
    platform: start.roles,
    settings: start.roles,
  };
  const person = { id: 'P-1', login: 'peng', name: '彭收样（样例）', roles: start.roles, disabled: false };
  let session = {
    person: start.firstStart === true || start.signedOut === true ? null : person,
    locked: false,
    desks: Object.keys(deskRoles).filter((desk) => deskRoles[desk]?.some((role) => start.roles.includes(role))),
    firstStart: start.firstStart ?? false,
    demo: start.firstStart !== true,
    deskCode: '01',
    version: '0.1.0',
    today,
  };

  const products = [
    '安化千两茶',
    '炎陵黄桃',
    '湘潭湘莲',
    '古丈毛尖',
    '龙山百合',
    '宁乡花猪腊肉',
    '汝城朝天椒',
    '临武鸭',
  ];
  const makers = [
    '安化县云台山茶业专业合作社',
    '霞阳果业',
    '花石莲业',
    '默戎茶厂',
    '洗车河农业',
    '流沙河牧业',
    '泉水种植',
    '舜峰禽业',
  ];
  const waybills = [
    'SF138820477719',
    'YT887655120341',
    '773129004415',
    'JDVA01992288104',
    '431199002155',
    'SF140177329925',
    'EMS98765432',
  ];
  const at = (index: number): { readonly product: string; readonly maker: string; readonly star: number } => ({
    product: products[index % products.length] ?? '',
    maker: `${makers[index % makers.length] ?? ''}（样例）`,
    star: ((index * 3 + 3) % 5) + 1,
  });
  const parcel = (index: number, state: 'announced' | 'received' | 'orphan') => {
    const { product, maker, star } = at(index);
    const matched = state !== 'orphan';
    return {
      id: `${state}-${index}`,
      waybill: `${waybills[index % waybills.length] ?? 'SF'}${index >= waybills.length ? index : ''}`,
      carrier: index % 2 === 0 ? '顺丰' : '圆通',
      state,
      caseId: matched ? `C-${index}` : null,
      applicationNo: matched ? `YP2026${String(11_000 + index)}` : null,
      productName: matched ? product : null,
      enterpriseName: matched ? maker : null,
      requestedStar: matched ? star : null,
      sentOn: '2026-11-19',
      returnedAt: null,
      moreCases: 0,
      receivedAt: state === 'announced' ? null : `2026-11-21T02:${String(40 - index).padStart(2, '0')}:00.000Z`,
    };
  };
  const sample = (index: number) => ({
    id: `sample-${index}`,
    barcode: `S2601${String(1207 - index).padStart(6, '0')}`,
    caseId: `C-${index}`,
    parcelId: `received-${index}`,
    productName: at(index).product,
    batch: '20260908-A2',
    producedOn: '2026-09-08',
    shelfLifeDays: 730,
    quantity: '2',
    unit: '盒',
    condition: 'intact',
    storage: 'ambient',
    location: `A-0${(index % 4) + 1}-2`,
    state: 'waiting',
    refusal: null,
    goodUntil: '2028-09-07',
    lapsedReason: null,
    labelPrints: 1,
    receivedBy: person.name,
    receivedAt: `2026-11-21T02:${String(40 - index).padStart(2, '0')}:00.000Z`,
  });
  const count = start.empty === true ? 0 : 1;
  const parcels = {
    announced: Array.from({ length: 31 * count }, (_, index) => parcel(index, 'announced')),
    received: Array.from({ length: 14 * count }, (_, index) => parcel(index, 'received')),
    orphan: Array.from({ length: 2 * count }, (_, index) => parcel(index, 'orphan')),
  };
  const samples = Array.from({ length: 6 * count }, (_, index) => sample(index));
  const expected = {
    batch: '20260908-A2',
    producedOn: '2026-09-08',
    quantity: '2',
    unit: '盒',
    storage: 'ambient',
    shelfLifeDays: 730,
    specification: '500 g / 盒',
  };
  const pdf = { name: 'labels.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.4\n%%EOF') };
  const award = (index: number) => {
    const { product, maker, star } = at(index);
    const due =
      ['2026-11-10', '2026-11-25', '2026-12-12', '2027-03-01', '2027-06-18', '2027-08-30'][index % 6] ?? today;
    return {
      number: `OTOP-2025-${star}-01-${String(index + 1).padStart(5, '0')}-7`,
      caseId: `C-${index}`,
      star,
      productName: product,
      enterpriseName: maker,
      issuedOn: `${Number(due.slice(0, 4)) - 1}${due.slice(4)}`,
      validUntil: `${Number(due.slice(0, 4)) + 2}${due.slice(4)}`,
      checkDueOn: due,
      verifyUrl: `https://platform.example/v/${index + 1}`,
      certificatePrints: star >= 3 ? 1 : 0,
      badgePrints: index % 3,
    };
  };
  const awards = Array.from({ length: 18 * count }, (_, index) => award(index));
  const outboxStates = ['waiting', 'waiting', 'conflict', 'accepted', 'accepted', 'accepted'];
  const outbox = Array.from({ length: 12 * count }, (_, index) => ({
    seq: 412 - index,
    type: ['sample.received', 'document.checked', 'case.decided'][index % 3],
    entityId: `C-${index}`,
    actor: person.name,
    at: `2026-11-21T02:${String(40 - index)}:00.000Z`,
    state: outboxStates[Math.min(index, 5)],
  }));
  const hits = Array.from({ length: 4 * count }, (_, index) => ({
    kind: ['case', 'parcel', 'case', 'award'][index] ?? 'case',
    id: ['C-0', 'announced-1', 'C-2', 'OTOP-2025-4-01-00001-7'][index] ?? 'C-0',
    caseId: `C-${index}`,
    title: at(index).product,
    detail: `${at(index).maker} · YP2026110${index}`,
  }));
  const page = (rows: readonly unknown[]): Reply => ok({ rows, next: null });
  const setSession = (part: Partial<typeof session>): Reply => {
    session = { ...session, ...part };
    return ok(session);
  };
  const viewOf = (id: string) => {
    const row = Object.values(parcels)
      .flat()
      .find((other) => other.id === id);
    if (row === undefined) return null;
    return {
      ...row,
      expected: row.caseId === null ? null : expected,
      cases:
        row.caseId === null
          ? []
          : [
              {
                ...expected,
                caseId: row.caseId,
                applicationNo: row.applicationNo,
                productName: row.productName,
                enterpriseName: row.enterpriseName,
                requestedStar: row.requestedStar,
                decided: false,
              },
            ],
      testDueOn: '2026-12-11',
      returnReason: null,
      samples: samples.filter(({ parcelId }) => parcelId === row.id),
    };
  };
  const people = [
    person,
    { id: 'P-2', login: 'shen', name: '沈检验（样例）', roles: ['inspector'], disabled: false },
    { id: 'P-3', login: 'lu', name: '鲁评审（样例）', roles: ['expert', 'inspector'], disabled: false },
    { id: 'P-4', login: 'he', name: '何制证（样例）', roles: ['printer'], disabled: true },
  ];

  const answers: Readonly<Record<string, (input: Input) => Reply | Promise<Reply>>> = {
    'session.get': () => ok(session),
    'session.sign-in': ({ password }) =>
      password === 'demo-2026' ? setSession({ person }) : fail('session.wrong-password'),
    'session.sign-out': () => setSession({ person: null, locked: false }),
    'session.lock': () => setSession({ locked: true }),
    'session.unlock': () => setSession({ locked: false }),
    'person.create-first': () => setSession({ person, firstStart: false }),
    'demo.start': () => setSession({ firstStart: false, demo: true }),
    'person.list': () => ok(people),
    'person.set-disabled': ({ personId, disabled }) => ok({ ...people.find(({ id }) => id === personId), disabled }),
    'person.change-password': () => fail('session.wrong-password'),
    'desk.counts': () =>
      ok(
        count === 0
          ? {}
          : {
              'parcels.announced': 31,
              'parcels.orphan': 2,
              'parcels.received-today': 14,
              'cases.documents': 6,
              'cases.inspection': 5,
              'cases.review': 8,
              'cases.overdue': 1,
              'cases.grantable': 3,
              'cases.proposed': 2,
              'awards.to-print': 4,
              'awards.check-due': 9,
              'outbox.waiting': 6,
              'outbox.problems': start.enrolled === true ? 1 : 0,
            },
      ),
    'sync.status': () =>
      ok({
        enrolled: start.enrolled ?? false,
        origin: start.enrolled === true ? 'https://platform.example' : null,
        deskCode: '01',
        waiting: 6,
        problems: 0,
        lastRunAt: '2026-11-21T02:10:00.000Z',
        offline: start.enrolled === true ? 'ECONNREFUSED' : null,
        ledgerHead: { seq: 412, hash: '9f2c7be1'.repeat(8) },
        files: { waiting: 3, waitingBytes: 14_200_000, expected: 0, problems: 0 },
      }),
    'sync.run': () =>
      ok({
        pushed: 6,
        accepted: 5,
        conflicts: 1,
        quarantined: 0,
        pulled: 14,
        filesSent: 2,
        filesFetched: 1,
        offline: null,
      }),
    'outbox.list': () => page(outbox),
    'problem.list': () =>
      page(
        start.enrolled === true
          ? [
              {
                seq: 410,
                type: 'case.decided',
                entityId: 'C-2',
                state: 'conflict',
                reason: '02 号工作站已对该案卷作出评定',
                at: '2026-11-21T02:38:00.000Z',
              },
            ]
          : [],
      ),
    'problem.settle': () => ok({ settled: true }),
    'ledger.verify': () => ok({ entries: 412, head: '9f2c7be1'.repeat(8), clean: true, fault: null }),
    'search.find': () => ok(hits),
    'parcel.list': ({ state }) => page(parcels[state as keyof typeof parcels]),
    'parcel.get': ({ parcelId }) => ok(viewOf(String(parcelId)) ?? null),
    'parcel.find': ({ code }) => {
      const row = Object.values(parcels)
        .flat()
        .find(({ waybill }) => waybill === code);
      return ok(row === undefined ? null : viewOf(row.id));
    },
    'scan.find': ({ code }) => {
      const row = Object.values(parcels)
        .flat()
        .find(({ waybill }) => waybill === code);
      return ok(row === undefined ? null : { kind: 'parcel', id: row.id, parcelId: row.id, caseId: row.caseId });
    },
    'settings.get': () =>
      ok({
        scanner: { prefixes: [], suffixes: [], meanMs: 45 },
        labels: { stock: 'roll-50x30', printer: null },
        review: { panel: { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 }, consentDays: 30, appealDays: 30, spotCheckPercent: 30 },
        stocks: [{ id: 'roll-50x30', name: '卷筒标签 Roll, 50 × 30 mm', widthMm: 50, heightMm: 30 }],
      }),
    'printer.list': () => ok({ system: false, printers: [] }),
    'photo.list': () => ok([]),
    'parcel.keep-orphan': ({ waybill }) => {
      const row = { ...parcel(parcels.orphan.length, 'orphan'), waybill: String(waybill) };
      parcels.orphan.push(row);
      setTimeout(() => tell('parcel.changed', { parcelId: row.id }));
      return ok(row);
    },
    'parcel.match': () => fail('parcel.already-matched', { data: { caseId: 'C-1' } }),
    'sample.receive': (input) => {
      if (input['location'] === null && input['refusal'] === null) {
        return fail('sample.location-needed', { field: 'location' });
      }
      const made = {
        ...sample(0),
        id: `sample-new-${samples.length}`,
        barcode: `S2601${String(1208 + samples.length).padStart(6, '0')}`,
        parcelId: String(input['parcelId']),
        location: String(input['location'] ?? ''),
        refusal: input['refusal'] as null,
      };
      samples.unshift(made);
      setTimeout(() => tell('parcel.changed', { parcelId: made.parcelId }));
      return ok(made);
    },
    'sample.list': () => page(samples),
    'paper.print-labels': () => ok(pdf),
    'application.template': () => ok({ ...pdf, name: 'template.xlsx', mediaType: 'application/octet-stream' }),
    'application.import': async () => {
      for (const done of [60, 120, 240]) {
        tell('import.progress', { done, total: 240 });
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return ok({
        added: 236,
        unchanged: 0,
        resubmitted: 0,
        differing: 1,
        bad: 3,
        faults: {
          first: [
            {
              place: { zh: '“申报”第 3 行', en: 'Applications (申报) row 3' },
              field: { zh: '联系手机', en: 'Contact mobile' },
              message: { zh: '应为 11 位手机号', en: 'should have 11 digits' },
            },
          ],
          more: 3,
        },
        badRows: { ...pdf, name: 'bad-rows.xlsx' },
      });
    },
    'award.list': () => page(awards),
    'case.list': () => page([]),
    'print.list': () => page([]),
  };
  const calls: { readonly name: string; readonly input: unknown }[] = [];
  Object.assign(window, {
    fakeCalls: calls,
    workstation: {
      call: async (name: string, input: Input) => {
        calls.push({ name, input });
        const answer = answers[name];
        return answer === undefined ? fail('input.unknown-name', { data: { name } }) : await answer(input);
      },
      on: (name: string, listener: (data: unknown) => void) => {
        const heard = listeners.get(name) ?? new Set();
        listeners.set(name, heard.add(listener));
        return () => void heard.delete(listener);
      },
    },
  });
}
