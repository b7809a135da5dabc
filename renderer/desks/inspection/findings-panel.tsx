import type { CaseView } from '#shared/contract/cases.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { currentFindings, FINDING_KINDS, findingText, type FindingKind } from './finding-words.ts';

/** The facts of a case, one line each: what was recorded, by whom and when, and the button that records it. */
export function FindingsPanel({
  view,
  disabledReason,
  onRecord,
}: {
  readonly view: CaseView;
  readonly disabledReason: string | null;
  readonly onRecord: (kind: FindingKind) => void;
}) {
  const text = useText();
  return (
    <Panel title={text('inspection.findings')}>
      <ul className="findings">
        {FINDING_KINDS.map((kind) => {
          const name = text(`inspection.kind-${kind}`);
          const found = currentFindings(view.findings, kind);
          const [newest] = found;
          return (
            <li key={kind}>
              <span className="finding-name">{name}</span>
              <span className={newest === undefined ? 'dim' : undefined}>
                {newest === undefined
                  ? text('inspection.nothing')
                  : found.map(({ value }) => findingText(value, text)).join(text('ladder.listJoin'))}
              </span>
              <span className="dim small">
                {newest === undefined
                  ? null
                  : text('inspection.checkedBy', { by: newest.by, at: showMoment(newest.at) })}
              </span>
              <ActionButton
                tone="quiet"
                label={text(newest === undefined ? 'inspection.recordKind' : 'inspection.againKind', { kind: name })}
                disabledReason={disabledReason}
                onPress={() => onRecord(kind)}
              >
                {text(newest === undefined ? 'inspection.record' : 'inspection.again')}
              </ActionButton>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
