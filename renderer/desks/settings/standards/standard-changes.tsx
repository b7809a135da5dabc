import { Select } from 'antd';
import { useState } from 'react';
import type { StandardVersion } from '#shared/contract/standards.ts';
import type { Direction, StandardChange } from '#shared/domain/star/compare-standards.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { criterionKey } from '#renderer/ui/star-ladder-model.ts';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';

const TONES: Readonly<Record<Direction, Tone>> = { stricter: 'bad', looser: 'good', neither: 'plain' };

/** The version it is held against at first: the one in force, or for that one the version before it. */
const usualPeer = (version: StandardVersion, versions: readonly StandardVersion[]): StandardVersion | undefined =>
  versions.find(({ sha256, state }) => state === 'in-force' && sha256 !== version.sha256) ??
  versions.find(({ sha256, state }) => state === 'superseded' && sha256 !== version.sha256) ??
  versions.find(({ sha256 }) => sha256 !== version.sha256);

/** How a version differs from another, row by row and star by star. */
export function StandardChanges({
  version,
  versions,
}: {
  readonly version: StandardVersion;
  readonly versions: readonly StandardVersion[];
}) {
  const text = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const peer = versions.find(({ sha256 }) => sha256 === chosen) ?? usualPeer(version, versions);
  const from = peer?.sha256 ?? version.sha256;
  const { data: changes } = useQuery('standard.compare', { from, to: version.sha256 }, { enabled: peer !== undefined });
  if (peer === undefined) return null;
  const title = text('standards.changes', { version: peer.version });
  return (
    <Panel
      title={title}
      extra={
        <Select
          aria-label={text('standards.compareWith')}
          value={peer.sha256}
          onChange={setChosen}
          popupMatchSelectWidth={false}
          options={versions
            .filter(({ sha256 }) => sha256 !== version.sha256)
            .map(({ sha256, state, version: name }) => ({
              value: sha256,
              label: `${name} · ${text(`standards.state-${state}`)}`,
            }))}
        />
      }
    >
      {changes === undefined ? null : changes.length === 0 ? (
        <p className="dim">{text('standards.same', { version: peer.version })}</p>
      ) : (
        <ChangeTable label={title} changes={changes} />
      )}
    </Panel>
  );
}

/** What changed in the reader's language; in the other one where only that changed. */
function wordingOf({ from, to }: StandardChange, language: 'zh' | 'en'): 'zh' | 'en' {
  const differs = (one: 'zh' | 'en'): boolean => from?.[one] !== to?.[one];
  const other = language === 'zh' ? 'en' : 'zh';
  return !differs(language) && differs(other) ? other : language;
}

function ChangeTable({ label, changes }: { readonly label: string; readonly changes: readonly StandardChange[] }) {
  const text = useText();
  const { language } = useLanguage();
  const columns: readonly Column<StandardChange>[] = [
    {
      key: 'row',
      title: text('standards.row'),
      render: ({ criterion }) =>
        criterion === null ? text('standards.rank') : text(`ladder.${criterionKey(criterion)}`),
    },
    {
      key: 'star',
      title: text('standards.star'),
      render: ({ star }) => (star === null ? text('standards.allStars') : <StarRow star={star} />),
    },
    {
      key: 'part',
      title: text('standards.part'),
      render: (change) => {
        const part = text(`standards.part-${change.part}`);
        const wording = wordingOf(change, language);
        return wording === language ? part : text(`standards.onlyIn-${wording}`, { part });
      },
    },
    {
      key: 'before',
      title: text('standards.before'),
      wraps: true,
      render: (change) => change.from?.[wordingOf(change, language)] ?? text('standards.notAsked'),
    },
    {
      key: 'after',
      title: text('standards.after'),
      wraps: true,
      render: (change) => change.to?.[wordingOf(change, language)] ?? text('standards.notAsked'),
    },
    {
      key: 'direction',
      title: '',
      render: ({ direction }) => <Tag tone={TONES[direction]}>{text(`standards.direction-${direction}`)}</Tag>,
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={changes}
      rowKey={({ criterion, part, star }) => `${criterion} ${part} ${star}`}
    />
  );
}
