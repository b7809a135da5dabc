import { fail, ok } from '#shared/base/result.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import type { FileReply } from '#shared/contract/intake.ts';
import type { DocumentJob } from '#electron/backend/documents/document-job.ts';
import type { PaperFault, PaperField } from '#electron/backend/documents/paper-fault.ts';
import type { PaperInfo } from '#electron/backend/documents/pdf-file.ts';
import { findCase } from '#electron/backend/store/case-repository.ts';
import {
  listPrints as readPrints,
  printsOf,
  recordPrint,
  type AwardRecord,
  type PrintRecord,
} from '#electron/backend/store/paper-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { findSample } from '#electron/backend/store/sample-repository.ts';
import { labelSettings } from '#electron/backend/store/settings-repository.ts';
import { atomically } from './atomically.ts';
import { loadCase } from './case-facts.ts';
import { FIRST_CERTIFICATE_STAR, loadAwards, verifyUrl } from './issue-awards.ts';
import { PAPER_FIELD_WORDS } from './paper-field-words.ts';
import { sendToPrinter } from './printers.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import { grantedStarOf } from './review/read-decisions.ts';
import { sampleStocks } from './settings.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';

/** Who stands on papers as their author. */
export const CENTRE = '中国一乡一品产业促进中心 · 长沙';
const BADGE_STOCK = 'a4-3x8-70x37';

/** Certificates of three stars and up as one PDF, in the order asked for. */
export const printCertificates: Service<'paper.print-certificates'> = async (room, input, caller) => {
  const printing = certificatePrinting(room, input);
  return printing.ok ? print(room, caller, printing.value) : printing;
};

/** The same print, also as one file for each certificate: made before anything is recorded. */
export const printCertificateFiles: Service<'paper.print-certificate-files'> = async (room, input, caller) => {
  const printing = certificatePrinting(room, input);
  if (!printing.ok) return printing;
  const each: FileReply[] = [];
  for (const number of new Set(input.numbers)) {
    const single = certificatePrinting(room, { ...input, numbers: [number] });
    if (!single.ok) return single;
    const rendered = await renderPaper(room, single.value);
    if (!rendered.ok) return rendered;
    each.push(pdfReply(`${number}.pdf`, rendered.value));
  }
  const batch = await print(room, caller, printing.value);
  return batch.ok ? ok({ batch: batch.value, each }) : batch;
};

/** Awards whose papers may be printed: no review is open over them, and the decision that stands says their star. */
function printable(room: Room, numbers: readonly string[]): Answer<readonly AwardRecord[]> {
  const awards = loadAwards(room, numbers);
  if (!awards.ok) return awards;
  for (const { caseId, number, star } of awards.value) {
    const facts = loadCase(room, caseId);
    if (facts?.round.state === 'open') return refuse('award.in-review', { number, caseId }, 'numbers');
    if (facts !== undefined && grantedStarOf(facts) !== star)
      return refuse('award.star-differs', { number, star, caseId }, 'numbers');
  }
  return awards;
}

function certificatePrinting(room: Room, input: ParsedOf<'paper.print-certificates'>): Answer<Printing> {
  const awards = printable(room, input.numbers);
  if (!awards.ok) return awards;
  const tooLow = awards.value.find((award) => award.star < FIRST_CERTIFICATE_STAR);
  if (tooLow) return refuse('award.no-certificate', { number: tooLow.number, star: tooLow.star }, 'numbers');
  return ok({
    kind: 'certificate',
    subjects: awards.value.map((award) => award.number),
    copies: 1,
    reason: input.reason,
    fileName: 'certificates.pdf',
    job: (info, copyOf) => ({
      kind: 'certificates',
      info,
      certificates: awards.value.map((award) => ({
        number: award.number,
        star: award.star as 3 | 4 | 5,
        productName: award.productName,
        specification: award.specification,
        enterpriseName: award.enterpriseName,
        address: award.address,
        uscc: award.uscc,
        standardLabel: award.standardLabel,
        issuedOn: award.issuedOn,
        validUntil: award.validUntil,
        authorisedBy: award.authorisedBy,
        centreName: CENTRE,
        verifyUrl: verifyUrl(room, award),
        reprint: copyOf(award.number) - 1,
      })),
    }),
  });
}

/** Badge labels on sheets, `copies` of each number one after the other. */
export const printBadges: Service<'paper.print-badges'> = async (room, input, caller) => {
  const awards = printable(room, input.numbers);
  if (!awards.ok) return awards;
  const label = (award: AwardRecord) => ({
    number: award.number,
    star: award.star as 1 | 2 | 3 | 4 | 5,
    productName: award.productName,
    verifyUrl: verifyUrl(room, award),
  });
  return print(room, caller, {
    kind: 'badge',
    subjects: awards.value.map((award) => award.number),
    copies: input.copies,
    reason: input.reason,
    fileName: 'badge-sheets.pdf',
    job: (info) => ({
      kind: 'badges',
      labels: awards.value.flatMap((award) => Array.from({ length: input.copies }, () => label(award))),
      options: {
        stock: input.stock ?? BADGE_STOCK,
        startAt: input.startAt - 1,
        offsetMm: { x: 0, y: 0 },
        info,
      },
    }),
  });
};

/** Labels of samples for the label roll, as a file. */
export const printLabels: Service<'paper.print-labels'> = async (room, input, caller) => {
  const printing = labelPrinting(room, input);
  return printing.ok ? print(room, caller, printing.value) : printing;
};

/** Labels of samples straight to the label printer; what it does not take is not recorded as printed. */
export const sendLabels: Service<'paper.send-labels'> = async (room, input, caller) => {
  const { printer, stock } = labelSettings(room.store);
  if (printer === null) return refuse('printer.not-set');
  const printing = labelPrinting(room, input);
  if (!printing.ok) return printing;
  const roll = (await sampleStocks(room)).find(({ id }) => id === stock);
  if (roll === undefined) return refuse('paper.stock', { stock });
  const media = `Custom.${roll.pageWidthMm}x${roll.pageHeightMm}mm`;
  const sent = await print(room, caller, printing.value, (bytes) =>
    sendToPrinter({ printer, title: printing.value.fileName, media, bytes }),
  );
  return sent.ok ? ok({ printer, labels: printing.value.subjects.length }) : sent;
};

function labelPrinting(room: Room, input: ParsedOf<'paper.print-labels'>): Answer<Printing> {
  const samples = [...new Set(input.sampleIds)].map((id) => findSample(room.store, id));
  const known = samples.filter((sample) => sample !== undefined);
  if (known.length < samples.length) return refuse('sample.unknown', {}, 'sampleIds');
  return ok({
    kind: 'label',
    subjects: known.map((sample) => sample.barcode),
    copies: 1,
    reason: input.reason,
    fileName: known.length === 1 ? `${known[0]?.barcode ?? ''}.pdf` : 'labels.pdf',
    job: (info) => ({
      kind: 'labels',
      labels: known.map((sample) => ({
        barcode: sample.barcode,
        productName: findCase(room.store, sample.caseId)?.productName ?? '',
        batch: sample.batch,
        receivedOn: sample.arrivedOn,
        storage: sample.storage,
      })),
      options: { stock: labelSettings(room.store).stock, info },
    }),
  });
}

interface Printing {
  readonly kind: PrintRecord['kind'];
  readonly subjects: readonly string[];
  readonly copies: number;
  readonly reason: string | null;
  readonly fileName: string;
  readonly job: (info: PaperInfo, copyOf: (subject: string) => number) => DocumentJob;
}

/**
 * Renders first, records then: a paper that cannot be made leaves no line in the print book, and a
 * line stands before the file leaves the backend. A printer gets its paper first, because what it
 * does not take was not printed. A copy printed before needs a reason.
 */
async function print(
  room: Room,
  caller: SignedInCaller,
  printing: Printing,
  deliver: (bytes: Uint8Array) => Promise<Answer<null>> = async () => ok(null),
): Promise<Answer<FileReply>> {
  const again = printing.subjects.find((subject) => copyOf(room, printing, subject) > 1);
  if (again !== undefined && printing.reason === null)
    return refuse('paper.reason-needed', { number: again }, 'reason');
  const rendered = await renderPaper(room, printing);
  if (!rendered.ok) return rendered;
  const delivered = await deliver(rendered.value);
  if (!delivered.ok) return delivered;
  return atomically(room, () => {
    for (const subject of printing.subjects) {
      const copy = copyOf(room, printing, subject);
      if (copy > 1 && printing.reason === null) return refuse('paper.reason-needed', { number: subject }, 'reason');
      recordPrint(room.store, {
        id: room.world.newId(),
        kind: printing.kind,
        subject,
        copy,
        copies: printing.copies,
        reason: printing.reason,
        printedBy: caller.person.id,
        printedAt: room.now().toISOString(),
      });
      recordDeed(room, caller, {
        type: 'paper.printed',
        entity: 'paper',
        entityId: subject,
        payload: { kind: printing.kind, copy, copies: printing.copies, reason: printing.reason },
      });
    }
    room.announce('paper.printed', { kind: printing.kind, count: printing.subjects.length });
    return ok(pdfReply(printing.fileName, rendered.value));
  });
}

const copyOf = (room: Room, printing: Pick<Printing, 'kind'>, subject: string): number =>
  printsOf(room.store, printing.kind, subject) + 1;

async function renderPaper(room: Room, printing: Printing): Promise<Answer<Uint8Array>> {
  const info = {
    title: printing.fileName,
    author: CENTRE,
    createdAt: `${room.now().toISOString().slice(0, 19)}Z`,
  };
  const rendered = await room.documents.render(printing.job(info, (subject) => copyOf(room, printing, subject)));
  return rendered.ok ? ok(rendered.value.bytes) : fail(paperRefusal(rendered.failure));
}

/** A PDF as the caller gets it. */
export const pdfReply = (name: string, bytes: Uint8Array): FileReply => ({
  name,
  mediaType: 'application/pdf',
  content: Buffer.from(bytes).toString('base64'),
});

/** Why a paper could not be made, for the caller, with its field as people call it. */
export function paperRefusal(fault: PaperFault): Extract<Answer<never>, { ok: false }>['failure'] {
  const { field, ...rest } = fault.data ?? {};
  const data = { ...rest, ...PAPER_FIELD_WORDS[field as PaperField] };
  switch (fault.code) {
    case 'paper.missing-glyph':
      return { code: 'paper.missing-glyph', data };
    case 'paper.unknown-stock':
    case 'paper.bad-position':
      return { code: 'paper.stock', data };
    default:
      return { code: 'paper.does-not-fit', data };
  }
}

/** The print book, newest line first. */
export const listPrints: Service<'print.list'> = (room, input) => {
  const page = readPrints(room.store, input.cursor, input.limit);
  const rows = page.rows.map(({ copy, id, kind, printedAt, printedBy, reason, subject }) => ({
    id,
    kind,
    subject,
    copy,
    reason,
    by: personName(room.store, printedBy),
    at: printedAt,
  }));
  return ok({ rows, next: page.next });
};
