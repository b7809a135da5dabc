/** A string that belongs to one kind of thing, so that a case's id is never passed for a sample's. */
export type Branded<Kind extends string> = string & { readonly __kind: Kind };

export type CaseId = Branded<'case'>;
export type SampleId = Branded<'sample'>;
export type ParcelId = Branded<'parcel'>;
export type PhotoId = Branded<'photo'>;
export type DocumentId = Branded<'document'>;
export type MessageId = Branded<'message'>;
export type PersonId = Branded<'person'>;
export type DecisionId = Branded<'decision'>;
export type AppealId = Branded<'appeal'>;
export type IncidentId = Branded<'incident'>;
export type CertificateNumber = Branded<'certificate'>;
export type AttachmentId = Branded<'attachment'>;
export type TestOrderId = Branded<'test-order'>;
export type TestReportId = Branded<'test-report'>;
export type VisitId = Branded<'visit'>;
export type NoteId = Branded<'note'>;
