import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { APPLICATION_NO } from './application.ts';
import { UPLOAD_MAX_APPLICATIONS } from './limits.ts';

/** An applicant's answer to a proposed lower star, as the national platform hands it over. */
export const consentAnswerSchema = z.strictObject({
  applicationNo: z.string().regex(APPLICATION_NO),
  star: z.literal([1, 2, 3, 4, 5]),
  agreed: z.boolean(),
  answeredOn: z.string().refine((value): value is PlainDate => isPlainDate(value)),
  /** The platform's own number of the answer; one that comes again changes nothing. */
  receipt: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
});

export type ConsentAnswer = z.infer<typeof consentAnswerSchema>;

/** Answers handed over together: all or none. */
export const consentUploadSchema = z.strictObject({
  consents: z.array(consentAnswerSchema).min(1).max(UPLOAD_MAX_APPLICATIONS),
});

export type ConsentUpload = z.infer<typeof consentUploadSchema>;

export const consentUploadReplySchema = z.object({ added: z.int(), unchanged: z.int() });

export type ConsentUploadReply = z.infer<typeof consentUploadReplySchema>;
