import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Dossier, DossierDocument, Incident, NotApplicable } from './star/dossier.ts';
import type { Star } from './star/star.ts';

/** A parcel as far as the star decision looks at it. */
export interface ParcelFacts {
  readonly arrivedOn: PlainDate | null;
  readonly accepted: boolean | null;
}

/** What the platform hands over with an application after its inspection. */
export interface InspectionFacts extends Pick<
  Dossier,
  'traceability' | 'riskControl' | 'spotCheck' | 'siteTest' | 'lines' | 'evaluation' | 'youngEnterpriseWaiver'
> {
  readonly reviewOn: PlainDate | null;
}

/** The part of an application that the star decision looks at; the wire's `Application` has this shape. */
export interface ApplicationFacts {
  readonly applicationNo: string;
  readonly submittedOn: PlainDate;
  readonly requestedStar: Star;
  readonly enterprise: { readonly name: string; readonly uscc: string; readonly foundedOn: PlainDate | null };
  readonly product: { readonly name: string; readonly category: string };
  readonly documents: readonly DossierDocument[];
  readonly notApplicable: readonly NotApplicable[];
  readonly incidents: readonly Incident[];
  readonly parcels: readonly ParcelFacts[];
  readonly inspection: InspectionFacts | null;
}

/**
 * The dossier of an application as it came from the platform, before the centre has added anything.
 *
 * The case takes the application's number as its id. The sample is the earliest parcel that was
 * accepted, else the last one that arrived; parcels on their way are not yet samples.
 */
export function dossierFromApplication(application: ApplicationFacts, decisionOn: PlainDate | null): Dossier {
  const { enterprise, inspection, product } = application;
  return {
    case: {
      id: application.applicationNo,
      requestedStar: application.requestedStar,
      submittedOn: application.submittedOn,
      reviewOn: inspection?.reviewOn ?? null,
      decisionOn,
    },
    enterprise: { name: enterprise.name, uscc: enterprise.uscc, foundedOn: enterprise.foundedOn },
    product: { name: product.name, category: product.category },
    documents: application.documents.map(({ kind, link, check, validFrom, validUntil }) => ({
      kind,
      link: link ?? null,
      check: check ?? null,
      validFrom: validFrom ?? null,
      validUntil: validUntil ?? null,
    })),
    notApplicable: application.notApplicable.map(({ criterion, link, by, reason }) => ({
      criterion,
      link: link ?? null,
      by: by ?? null,
      reason: reason ?? null,
    })),
    incidents: application.incidents.map(({ kind, occurredOn, status, grade }) => ({
      kind,
      occurredOn: occurredOn ?? null,
      status: status ?? null,
      grade: grade ?? null,
    })),
    traceability: inspection?.traceability ?? null,
    riskControl: inspection?.riskControl ?? null,
    sample: sampleOf(application.parcels),
    spotCheck: inspection?.spotCheck ?? null,
    siteTest: inspection?.siteTest ?? null,
    lines: inspection?.lines ?? null,
    evaluation: inspection?.evaluation ?? null,
    youngEnterpriseWaiver: inspection?.youngEnterpriseWaiver ?? null,
  };
}

function sampleOf(parcels: readonly ParcelFacts[]): NonNullable<Dossier['sample']> | null {
  const arrived = parcels
    .filter((parcel) => parcel.arrivedOn !== null)
    .toSorted((a, b) => ((a.arrivedOn ?? '') < (b.arrivedOn ?? '') ? -1 : 1));
  const chosen = arrived.find((parcel) => parcel.accepted === true) ?? arrived.at(-1);
  return chosen === undefined ? null : { receivedOn: chosen.arrivedOn, accepted: chosen.accepted };
}
