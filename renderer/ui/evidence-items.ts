import { waiverItem, factItem, sampleItems } from './evidence-facts.ts';
import { allIncidents, incidentItem } from './evidence-incidents.ts';
import type { EvidenceItem, EvidenceSource } from './evidence-item.ts';
import { documentItem, gather } from './evidence-papers.ts';
import type { TextOf } from './language.tsx';

const LISTS = { documents: documentItem, incidents: incidentItem, notApplicable: waiverItem } as const;

/**
 * Turns a verdict's evidence paths (`documents[2]`, `traceability`) into what the panel shows,
 * each piece once. A path into something the dossier does not hold gives nothing.
 */
export function evidenceItems(paths: readonly string[], source: EvidenceSource, text: TextOf): readonly EvidenceItem[] {
  const seen = new Set<string>();
  const items = paths
    .flatMap((path): readonly EvidenceItem[] => {
      if (path === 'incidents') return allIncidents(source, text);
      if (/^sample\b/.test(path)) return sampleItems(source, text);
      const [, list, index] = /^(documents|incidents|notApplicable)\[(\d+)\]/.exec(path) ?? [];
      if (list === 'documents' || list === 'incidents' || list === 'notApplicable') {
        return LISTS[list](`${list}[${index}]`, Number(index), source, text);
      }
      return factItem(path, source, text);
    })
    .filter(({ path }) => !seen.has(path) && seen.add(path));
  return gather(items, text);
}
