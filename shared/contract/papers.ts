import { z } from 'zod';
import type { CaseId, CertificateNumber } from '#shared/base/ids.ts';
import { command, query } from './entry.ts';
import { caseId, certificateNumber, cursor, limit, sampleId, text, type Page } from './fields.ts';
import type { FileReply } from './intake.ts';

/** A star that was granted and issued: a certificate from 3★, a badge entitlement at every star. */
export interface AwardRow {
  readonly number: CertificateNumber;
  readonly caseId: CaseId;
  readonly star: number;
  readonly productName: string;
  readonly enterpriseName: string;
  readonly issuedOn: string;
  readonly validUntil: string;
  /** Day of the next annual check. */
  readonly checkDueOn: string;
  readonly verifyUrl: string;
  readonly certificatePrints: number;
  readonly badgePrints: number;
}

/** One line of the print book: every sheet that left a printer is accounted for. */
export interface PrintRow {
  readonly id: string;
  readonly kind: 'certificate' | 'badge' | 'label';
  readonly subject: string;
  readonly copy: number;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

/** One print of certificates, as a whole and one by one, in the order asked for. */
export interface CertificateFiles {
  readonly batch: FileReply;
  readonly each: readonly FileReply[];
}

const numbers = z.array(certificateNumber).min(1).max(1000);
const reason = text(200).nullable().default(null);

export const papersContract = {
  /** Gives granted cases their numbers; from 3★ that is the certificate's. Cannot be undone: asks for the password. */
  'award.issue': command<readonly AwardRow[]>()(
    'papers.print',
    z.strictObject({ caseIds: z.array(caseId).min(1).max(1000), password: z.string().max(128) }),
  ),
  'award.list': query<Page<AwardRow>>()(
    'read',
    z.strictObject({ state: z.enum(['to-print', 'printed', 'all']), cursor, limit }),
  ),
  /** Certificates of 3★ and up as one PDF; a copy already printed needs a reason and is marked as a reprint. */
  'paper.print-certificates': command<FileReply>()('papers.print', z.strictObject({ numbers, reason })),
  /** The same print, also as one file for each certificate: one print, one line in the print book. */
  'paper.print-certificate-files': command<CertificateFiles>()('papers.print', z.strictObject({ numbers, reason })),
  /** Badge labels on sheets; `copies` of each number, starting at a free position of a part-used sheet. */
  'paper.print-badges': command<FileReply>()(
    'papers.print',
    z.strictObject({
      numbers,
      copies: z.number().int().min(1).max(200).default(1),
      startAt: z.number().int().min(1).max(100).default(1),
      stock: z.string().max(40).nullable().default(null),
      reason,
    }),
  ),
  'paper.print-labels': command<FileReply>()(
    'labels.print',
    z.strictObject({ sampleIds: z.array(sampleId).min(1).max(500), reason }),
  ),
  /** Labels straight to the label printer of the settings; refused labels are not in the print book. */
  'paper.send-labels': command<{ readonly printer: string; readonly labels: number }>()(
    'labels.print',
    z.strictObject({ sampleIds: z.array(sampleId).min(1).max(500), reason }),
  ),
  'print.list': query<Page<PrintRow>>()('read', z.strictObject({ cursor, limit })),
};
