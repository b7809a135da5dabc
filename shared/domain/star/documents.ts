import type { DocumentKind, DossierDocument } from './dossier.ts';
import type { Facts, Pile } from './facts.ts';
import type { Bilingual } from './star.ts';

/** What a person calls each kind of document. */
export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, Bilingual>> = {
  'business-licence': { zh: '营业执照', en: 'business licence' },
  'business-licence-legacy': { zh: '旧版营业执照', en: 'old-form business licence' },
  'org-code-certificate': { zh: '组织机构代码证', en: 'organisation code certificate' },
  'tax-registration': { zh: '税务登记证', en: 'tax registration certificate' },
  'compliance-certificate': { zh: '合规证书', en: 'compliance certificate' },
  'safety-photo': { zh: '安全生产环境照片', en: 'photo of a safe production environment' },
  'insurance-policy': { zh: '产品质量保险单', en: 'product quality insurance policy' },
};

/** Adds the documents' paths to the evidence. */
export function citeDocuments(evidence: string[], indexes: readonly number[]): void {
  for (const index of indexes) evidence.push(`documents[${index}]`);
}

function fault(document: DossierDocument, facts: Facts): Bilingual {
  if (document.check === 'rejected') return { zh: '审核未通过', en: 'was rejected' };
  if (document.validFrom != null && document.validFrom > facts.day) {
    return {
      zh: `自${document.validFrom}起才有效（评定以${facts.day}为准）`,
      en: `is valid only from ${document.validFrom}, after ${facts.day}`,
    };
  }
  return {
    zh: `有效期仅至${document.validUntil}（评定以${facts.day}为准）`,
    en: `was valid only until ${document.validUntil}, before ${facts.day}`,
  };
}

/**
 * Why every document of a pile fails, each reason once: follows the name of what failed.
 *
 * Sorted, so that the order of the documents does not change the sentence.
 */
export function faults(pile: Pile, facts: Facts): Bilingual {
  const byWords = new Map<string, string>();
  for (const index of pile.failing) {
    const document = facts.dossier.documents?.[index];
    if (document === undefined) continue;
    const { zh, en } = fault(document, facts);
    byWords.set(en, zh);
  }
  const en = [...byWords.keys()].sort();
  return { zh: en.map((words) => byWords.get(words)).join('、'), en: en.join(' or ') };
}
