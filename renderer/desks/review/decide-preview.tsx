import type { DecisionPreview } from '#shared/contract/decisions.ts';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';

const SHOWN = 16;

/** What deciding now will write: fingerprints, opinions, people, terms, and what it stands in place of. */
export function DecidePreview({ preview }: { readonly preview: DecisionPreview }) {
  const text = useText();
  const { supersedes, writes } = preview;
  const { standard } = preview.verdict;
  const rows: readonly (readonly [string, string | null])[] = [
    [text('panel.previewStandard'), `${standard.version} · ${standard.sha256.slice(0, SHOWN)}`],
    [text('panel.previewDossier'), writes.dossierSha256.slice(0, SHOWN)],
    [text('panel.previewVerdict'), writes.verdictSha256.slice(0, SHOWN)],
    [text('panel.previewWrites'), text('panel.previewOpinions', { count: writes.opinions })],
    [text('panel.previewPeople'), writes.people.map(({ name }) => name).join(text('ladder.listJoin'))],
    [text('panel.previewConsent'), writes.consentUntil],
    [text('panel.previewAppeal'), writes.appealUntil],
  ];
  return (
    <>
      <Facts rows={rows.flatMap(([term, value]) => (value === null || value === '' ? [] : [[term, value] as const]))} />
      {supersedes === null ? null : (
        <p>{text('panel.previewSupersedes', { round: supersedes.round, at: showMoment(supersedes.at) })}</p>
      )}
      {preview.awardDiffers ? <Notice kind="warning">{text('panel.previewAward')}</Notice> : null}
      {preview.mayNotDecide.length === 0 ? null : (
        <p className="dim small">
          {text('panel.previewBarred', {
            names: preview.mayNotDecide.map(({ name }) => name).join(text('ladder.listJoin')),
          })}
        </p>
      )}
    </>
  );
}
